import { Agent, request } from 'node:http'
import { cpuOfTree } from './process.cpu'

/** A cloud whose pages are read, and how that went. */
export interface Reading {
  readonly url: string
  readonly pid: number
  /** Whose leaders read, in turn. */
  readonly hospitals: readonly string[]
}

export interface Read {
  /** Milliseconds of each read. */
  readonly latencies: number[]
  /** Of gateway, function and database together, for a read. */
  readonly cpuMs: number | null
  /** The figures of the first hospital, as text. */
  readonly figures: string
}

export const WARM_UP_READS = 15

const agent = new Agent({ keepAlive: true })
// As the page opens: the latest month there are figures of.
const body = JSON.stringify({ action: 'rates', input: { month: null, unit: 'month', indicator: 'overall' } })

const post = (url: string, persona: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: `persona=${persona}`,
    }
    const sent = request(`${url}/api/fn/metrics`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text)).on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

const figuresIn = (text: string): string => {
  const reply = JSON.parse(text) as { ok: boolean; value?: { recounted: number; figures: unknown } }
  if (!reply.ok || reply.value?.recounted !== 0) throw new Error(`not a page out of its buckets: ${text.slice(0, 200)}`)
  return JSON.stringify(reply.value.figures)
}

const read = ({ url, hospitals }: Reading, time: number) => post(url, hospitals[time % hospitals.length] as string)

/**
 * Reads the page of each cloud so many times, in turn: whatever else the machine does falls on all alike.
 * @param until `performance.now()` after which no further round begins
 */
export const readPages = async (clouds: readonly Reading[], times: number, until: number): Promise<Read[]> => {
  for (let time = 0; time < WARM_UP_READS; time += 1) for (const cloud of clouds) await read(cloud, time)
  const figures: string[] = []
  for (const cloud of clouds) figures.push(figuresIn(await read(cloud, 0)))
  const before = clouds.map(({ pid }) => cpuOfTree(pid))
  const latencies = clouds.map((): number[] => [])
  for (let time = 0; time < times && performance.now() < until; time += 1) {
    for (const [at, cloud] of clouds.entries()) {
      const began = performance.now()
      await read(cloud, time)
      latencies[at]?.push(performance.now() - began)
    }
  }
  agent.destroy()
  return clouds.map(({ pid }, at) => {
    const [earlier, now] = [before[at] ?? null, cpuOfTree(pid)]
    const measured = latencies[at] ?? []
    return {
      latencies: measured,
      cpuMs: earlier === null || now === null ? null : (now - earlier) / measured.length,
      figures: figures[at] ?? '',
    }
  })
}
