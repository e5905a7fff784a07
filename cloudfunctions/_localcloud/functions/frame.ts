/**
 * The pipe between the function host and one function process (file descriptor 3 of the child).
 * To the child:   [u32 length of settings][u32 length of event][settings JSON][event JSON, as the caller sent it]
 * From the child: [u32 length of body][u8 kind][body]
 * The event and the result cross as the bytes they are, so that the host parses neither.
 */
export const FUNCTION_PIPE = 3

export const REPLY_KINDS = ['ready', 'load-failed', 'result', 'thrown', 'oversize', 'bad-event'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/** What one invocation changes in the process: environment variables, `userInfo` as the platform injects it, limits. */
export interface InvocationSettings {
  environment: Record<string, string>
  userInfo?: { openId: string; appId: string }
  requestId: string
  /** How far the function's clock is from the machine's. */
  clockShiftMs: number
  timeLimitMs: number
  maxResponseBytes: number
}

const CALL_HEADER_BYTES = 8
const REPLY_HEADER_BYTES = 5

export const encodeCall = (settings: InvocationSettings, event: Buffer): Buffer => {
  const json = Buffer.from(JSON.stringify(settings))
  const header = Buffer.allocUnsafe(CALL_HEADER_BYTES)
  header.writeUInt32LE(json.length, 0)
  header.writeUInt32LE(event.length, 4)
  return Buffer.concat([header, json, event])
}

export const encodeReply = (kind: ReplyKind, body: string): Buffer => {
  const length = Buffer.byteLength(body)
  const frame = Buffer.allocUnsafe(REPLY_HEADER_BYTES + length)
  frame.writeUInt32LE(length, 0)
  frame.writeUInt8(REPLY_KINDS.indexOf(kind), 4)
  frame.write(body, REPLY_HEADER_BYTES)
  return frame
}

/** Collects chunks until `frameLength` says a frame is whole, then hands each frame over. */
const framesFrom = (frameLength: (head: Buffer) => number, take: (frame: Buffer) => void) => {
  let pending: Buffer[] = []
  let size = 0
  let wanted = 0
  return (chunk: Buffer) => {
    pending.push(chunk)
    size += chunk.length
    if (size < wanted) return
    let rest = pending.length === 1 ? chunk : Buffer.concat(pending)
    for (;;) {
      wanted = frameLength(rest)
      if (rest.length < wanted) break
      take(rest.subarray(0, wanted))
      rest = rest.subarray(wanted)
    }
    pending = rest.length > 0 ? [rest] : []
    size = rest.length
  }
}

export const callReader = (take: (settings: InvocationSettings, event: string) => void) =>
  framesFrom(
    (head) =>
      head.length < CALL_HEADER_BYTES
        ? CALL_HEADER_BYTES
        : CALL_HEADER_BYTES + head.readUInt32LE(0) + head.readUInt32LE(4),
    (frame) => {
      const eventAt = CALL_HEADER_BYTES + frame.readUInt32LE(0)
      const settings: InvocationSettings = JSON.parse(frame.toString('utf8', CALL_HEADER_BYTES, eventAt))
      take(settings, frame.toString('utf8', eventAt))
    },
  )

export const replyReader = (take: (kind: ReplyKind, body: Buffer) => void) =>
  framesFrom(
    (head) => (head.length < REPLY_HEADER_BYTES ? REPLY_HEADER_BYTES : REPLY_HEADER_BYTES + head.readUInt32LE(0)),
    (frame) => take(REPLY_KINDS[frame.readUInt8(4)] ?? 'thrown', frame.subarray(REPLY_HEADER_BYTES)),
  )
