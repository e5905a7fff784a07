import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { type Cloud, contractEnvironment } from './environment'

export const PROBE = 'contract-probe'

export interface ProbeEnvironment {
  /** Whether the local cloud answers, not Tencent's. */
  local: boolean
  cloud: Cloud
  /** Runs one action of the deployed function contract-probe and answers its result. */
  probe<T = unknown>(action: string, input?: unknown): Promise<T>
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
  return { local: false, cloud, probe: probing(cloud), fireTimer: null, close }
}

const openLocal = async (): Promise<ProbeEnvironment> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'contract-'))
  const server = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/test-functions'],
    indexes: { contract_events: { indexes: [] } },
    port: 0,
    timers: false,
  })
  // the SDK reads its environment while it is being loaded
  Object.assign(process.env, server.environment())
  const cloud = createRequire(import.meta.url)('wx-server-sdk') as Cloud
  cloud.init({ env: process.env.TCB_ENV })
  return {
    local: true,
    cloud,
    probe: probing(cloud),
    fireTimer: () => server.fireTimer(PROBE),
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Like `contractEnvironment`, with the function contract-probe in it; a real environment needs it deployed and a collection contract_events. */
export const probeEnvironment = (): Promise<ProbeEnvironment> =>
  process.env.CONTRACT_ENV_ID ? openReal() : openLocal()
