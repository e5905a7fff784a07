import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { makeReceipt, RECEIPT_RANDOM_BYTES } from '#domain/complaint/receipt'
import { complaintIdFrom } from '#domain/ids'

/** Latencies in ms from the moment each request was due, so that a slow answer delays nobody's clock but its own. */
export interface Load {
  latencies: number[]
  failed: number
  /** Requests that were answered well, per second of the whole run. */
  achievedPerSecond: number
}

const GIVE_UP_MS = 10_000
const MOST_OPEN = 2000

const filing = () =>
  JSON.stringify({
    action: 'file',
    input: {
      complaintId: complaintIdFrom(randomBytes(16)),
      touchpointId: null,
      kind: 'complaint',
      category: 'E',
      careSetting: 'inpatient',
      happenedOn: null,
      forWhom: 'relative',
      photos: [],
      healthConsent: false,
      contact: null,
      text: '在护士站问了三次费用清单，都说等着，没有人解释。',
      ...makeReceipt(randomBytes(RECEIPT_RANDOM_BYTES)),
    },
  })

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

const post = (url: string, body: string): Promise<boolean> =>
  new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'POST', agent, headers, timeout: GIVE_UP_MS }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(response.statusCode === 200 && !text.includes('"ok":false')))
      response.on('error', () => resolve(false))
    })
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => resolve(false))
    sent.end(body)
  })

/** Open loop: requests leave at their time whether or not earlier ones were answered. */
const atRate = async (url: string, perSecond: number, seconds: number): Promise<Load> => {
  const bodies = Array.from({ length: perSecond * seconds }, filing)
  const latencies: number[] = []
  let failed = 0
  let open = 0
  const answers: Promise<void>[] = []
  const began = performance.now()
  for (const [index, body] of bodies.entries()) {
    const due = began + (index * 1000) / perSecond
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    if (open >= MOST_OPEN) {
      failed++
      continue
    }
    open++
    const answer = async () => {
      const well = await post(url, body)
      open--
      if (well) latencies.push(performance.now() - due)
      else failed++
    }
    answers.push(answer())
  }
  await Promise.all(answers)
  return { latencies, failed, achievedPerSecond: latencies.length / ((performance.now() - began) / 1000) }
}

const [url = '', perSecond = '0', seconds = '0'] = process.argv.slice(2)
void atRate(url, Number(perSecond), Number(seconds)).then((load) => console.log(JSON.stringify(load)))
