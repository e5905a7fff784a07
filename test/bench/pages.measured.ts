import { Agent, request } from 'node:http'
import { cpuOfTree } from './process.cpu'
import { median, quantile, ratio, show } from './statistics'

/** One call of a function, whatever the size. */
export interface Call {
  readonly action: string
  readonly input: object
}

/** A cloud with so many records in it. */
export interface Sized {
  readonly size: number
  readonly url: string
  readonly pid: number
}

export interface Measured {
  readonly p50: number | null
  readonly p95: number | null
  /** Of gateway, function and database together, a read, ms; null where the machine does not say. */
  readonly cpuMs: number | null
}

const WARM_UP = 8

const agent = new Agent({ keepAlive: true })
export const endCalls = (): void => agent.destroy()

const post = (url: string, functionName: string, persona: string, call: Call): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(call)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie: `persona=${persona}`,
    }
    const sent = request(`${url}/api/fn/${functionName}`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text)).on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })

interface Reader {
  readonly functionName: string
  readonly persona: string
  readonly reads: number
}

/**
 * Reads one page of every cloud so many times, in turn, so that whatever else the machine does falls on all alike.
 * Throws when a reply is no answer.
 */
export const measurePages = async (
  clouds: readonly Sized[],
  callAt: (size: number) => Call,
  { functionName, persona, reads }: Reader,
): Promise<Measured[]> => {
  const read = async ({ url, size }: Sized) => {
    const call = callAt(size)
    const text = await post(url, functionName, persona, call)
    if (!text.startsWith('{"ok":true')) throw new Error(`${call.action}: ${text.slice(0, 200)}`)
  }
  for (let time = 0; time < WARM_UP; time += 1) for (const cloud of clouds) await read(cloud)
  const before = clouds.map(({ pid }) => cpuOfTree(pid))
  const latencies = clouds.map((): number[] => [])
  for (let time = 0; time < reads; time += 1) {
    for (const [at, cloud] of clouds.entries()) {
      const began = performance.now()
      await read(cloud)
      latencies[at]?.push(performance.now() - began)
    }
  }
  return clouds.map(({ pid }, at) => {
    const [earlier, now] = [before[at] ?? null, cpuOfTree(pid)]
    const taken = latencies[at] ?? []
    return {
      p50: median(taken),
      p95: quantile(taken, 0.95),
      cpuMs: earlier === null || now === null ? null : (now - earlier) / reads,
    }
  })
}

/** A row for each size: p50, p95, CPU, and what they are to the smallest. */
export const rowsOf = (name: string, clouds: readonly Sized[], measured: readonly Measured[]): string[][] =>
  clouds.map(({ size }, at) => {
    const [first, own] = [measured[0], measured[at]]
    return [
      name,
      size.toLocaleString('en'),
      show(own?.p50 ?? null, ' ms'),
      show(own?.p95 ?? null, ' ms'),
      show(own?.cpuMs ?? null, ' ms'),
      ratio(own?.p50 ?? null, first?.p50 ?? null),
      ratio(own?.cpuMs ?? null, first?.cpuMs ?? null),
    ]
  })

/** How much dearer the largest is than the smallest, by the clock and by CPU. */
export const growthOf = (measured: readonly Measured[]): number[] => {
  const [first, last] = [measured[0], measured[measured.length - 1]]
  return (['p50', 'cpuMs'] as const).flatMap((part) => {
    const [base, top] = [first?.[part], last?.[part]]
    return base && top ? [top / base] : []
  })
}
