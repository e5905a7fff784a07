import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Persona, startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { type Cloud, contractEnvironment } from './environment'

export const PROBE = 'contract-probe'

const TEMPLATE = 'contract-template'
const TIME_LIMIT_MS = 4000

/** A person who used the mini-program in the last two hours, as the platform wants for most openapi calls. */
interface Person {
  openid: string
  /** A template of one field, `thing1`, from which the person accepts a message; null where nobody tapped 允许. */
  acceptedTemplate: string | null
}

export interface ProbeEnvironment {
  cloud: Cloud
  /** Runs one action of the deployed function contract-probe and answers its result. */
  probe<T = unknown>(action: string, input?: unknown): Promise<T>
  /** The same on behalf of a person; null where only a phone can. */
  probeAs: ((openid: string, action: string, input?: unknown) => Promise<unknown>) | null
  /** null where nobody was named. */
  person: Person | null
  /** Runs the probe's timer; null where only the platform can. */
  fireTimer: (() => Promise<unknown>) | null
  close(): Promise<void>
}

const probing =
  (cloud: Cloud): ProbeEnvironment['probe'] =>
  async <T>(action: string, input: unknown = {}) => {
    const reply = await cloud.callFunction({ name: PROBE, data: { action, input } })
    // the SDK's types say that a call answers a promise or nothing
    return (reply as { result: unknown }).result as T
  }

const openReal = async (): Promise<ProbeEnvironment> => {
  const { cloud, close } = await contractEnvironment()
  const { CONTRACT_OPENID: openid, CONTRACT_TEMPLATE_ID: acceptedTemplate = null } = process.env
  const person = openid ? { openid, acceptedTemplate } : null
  return { cloud, probe: probing(cloud), probeAs: null, person, fireTimer: null, close }
}

const visitor: Persona = { id: 'visitor', name: '访客', says: '', openid: 'openid-visitor', landing: '' }

/** What a tap on 允许 is in the mini-program. */
const accept = async (url: string, templateId: string) => {
  const reply = await fetch(`${url}/api/subscribe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `persona=${visitor.id}` },
    body: JSON.stringify({ templateIds: [templateId] }),
  })
  if (!reply.ok) throw new Error(`nothing was accepted: ${reply.status}`)
}

const openLocal = async (): Promise<ProbeEnvironment> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'contract-'))
  const server = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/test-functions'],
    indexes: { contract_events: { indexes: [] } },
    port: 0,
    timers: false,
    personas: [visitor],
    messagePush: [{ event: 'wxa_media_check', function: PROBE }],
    mediaCheckDelayMs: 20,
    timeLimitsMs: { [PROBE]: TIME_LIMIT_MS },
  })
  await accept(server.url, TEMPLATE)
  // the SDK reads its environment while it is being loaded
  Object.assign(process.env, server.environment())
  const cloud = createRequire(import.meta.url)('wx-server-sdk') as Cloud
  cloud.init({ env: process.env.TCB_ENV })
  return {
    cloud,
    probe: probing(cloud),
    probeAs: (openid, action, input = {}) => server.invoke(PROBE, { action, input }, { openid }),
    person: { openid: visitor.openid, acceptedTemplate: TEMPLATE },
    fireTimer: () => server.fireTimer(PROBE),
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * Like `contractEnvironment`, with the function contract-probe in it. A real environment needs it deployed with a time
 * limit of a few seconds, a collection contract_events, and the message push wxa_media_check set to the function;
 * CONTRACT_OPENID names a person and CONTRACT_TEMPLATE_ID what they accepted. Without them those cases are skipped.
 */
export const probeEnvironment = (): Promise<ProbeEnvironment> =>
  process.env.CONTRACT_ENV_ID ? openReal() : openLocal()
