import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalCloudOptions, type Persona, startLocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'

export const PROBE = 'contract-probe'

export const liu: Persona = {
  id: 'liu',
  name: '刘女士',
  says: '患者家属',
  openid: 'openid-liu',
  landing: '/pages/landing/index?scene=t%3D1',
}
export const shen: Persona = { id: '沈', name: '沈专员', says: '<b>医患办</b>', openid: 'openid-shen', landing: 'desk' }

/** A local cloud with the probe function in a folder of its own; more functions can be written beside it. A given dataDir outlives it. */
export const openHost = async (options: Partial<LocalCloudOptions> = {}) => {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'localcloud-'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDirs: ['dist/test-functions', join(dataDir, 'functions')],
    indexes: { contract_events: { indexes: [] } },
    port: 0,
    timers: false,
    personas: [liu, shen],
    ...options,
  })
  return {
    ...cloud,
    dataDir,
    probe: (action: string, input: unknown = {}, openid?: string): Promise<unknown> =>
      cloud.invoke(PROBE, { action, input }, { openid }),
    close: async () => {
      await cloud.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type OpenedHost = Awaited<ReturnType<typeof openHost>>

/** A folder of functions given as source text, for what no honest function does. */
export const functionFolder = (sources: Record<string, { source: string; config?: unknown }>) => {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'))
  for (const [name, { source, config }] of Object.entries(sources)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.js'), source)
    if (config) writeFileSync(join(folder, name, 'config.json'), JSON.stringify(config))
  }
  return folder
}

/** An http request as it is, with headers that fetch would not send. */
export const raw = (
  url: string,
  { method = 'GET', path = '/', headers = {}, body = '' }: RawRequest,
): Promise<{ status: number; text: string; headers: Record<string, string | string[] | undefined> }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          headers: response.headers,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

interface RawRequest {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

export const JSON_BODY = { 'content-type': 'application/json' }

export const eventually = async <T>(look: () => T | Promise<T>, isRight: (found: T) => boolean): Promise<T> => {
  const until = Date.now() + 5000
  for (;;) {
    const found = await look()
    if (isRight(found) || Date.now() > until) return found
    await new Promise((done) => setTimeout(done, 25))
  }
}
