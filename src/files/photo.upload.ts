import { bytesOfPart, PHOTO_PART_BYTES, partsOf } from '#domain/complaint/photo.model'
import type { ErrorCode } from '#domain/errors'
import type { PhotoId } from '#domain/ids'
import type { Result } from '#domain/result'

export interface PhotoPartToSend {
  readonly photoId: PhotoId
  readonly part: number
  readonly bytes: number
  readonly data: string
}

export type PartAnswer = Promise<Result<{ received: number[]; whole: boolean }, ErrorCode>>

export type SendPart = (part: PhotoPartToSend) => PartAnswer

export interface UploadPorts {
  readonly wait: (ms: number) => Promise<void>
  /** 0 to 100, of what has arrived. */
  readonly onProgress: (percent: number) => void
  /** False once nobody wants it any more: it was taken away, or the page was closed. */
  readonly isWanted: () => boolean
}

/**
 * 'stopped' by the network goes on later where it stopped, 'crowded' when fewer people send photos; 'broken' never will;
 * 'unwanted' was taken away meanwhile.
 */
export type UploadOutcome = 'whole' | 'stopped' | 'crowded' | 'broken' | 'unwanted'

/** What passes by itself, so that the same part is tried again at once. */
const PASSING = new Set<ErrorCode>(['network.offline', 'system.failed', 'system.busy'])
const CROWDED = new Set<ErrorCode>(['photo.too_many', 'media.too_many'])
/** Milliseconds before each new try of a part; after the last the photo stops where it is. */
export const RETRY_AFTER_MS: readonly number[] = [500, 1500, 4000]

/** Each part once and, should the server have lost what it had, all of them anew. */
const ROUNDS = 3

const CHARACTERS_OF_PART = (PHOTO_PART_BYTES / 3) * 4

export const bytesIn = (base64: string): number =>
  (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)

/** Part of a text in base64: full parts end between two groups of four characters. */
export const partOf = (base64: string, part: number): string =>
  base64.slice(part * CHARACTERS_OF_PART, (part + 1) * CHARACTERS_OF_PART)

/** 0 to 100, of what has arrived. */
export const percentOf = (bytes: number, arrived: readonly number[]): number =>
  Math.floor((arrived.reduce((sum, part) => sum + bytesOfPart(part, bytes), 0) / bytes) * 100)

/** Sends something part by part. Where it stopped the server knows: it says with each part which ones it has. */
export const uploadParts = async (
  base64: string,
  send: (part: Omit<PhotoPartToSend, 'photoId'>) => PartAnswer,
  { wait, onProgress, isWanted }: UploadPorts,
): Promise<UploadOutcome> => {
  const bytes = bytesIn(base64)
  if (bytes <= 0) return 'broken'
  const of = partsOf(bytes)
  let arrived = new Set<number>()
  let failures = 0
  for (let left = of * ROUNDS + RETRY_AFTER_MS.length; left > 0; left -= 1) {
    // With all of them there, sending one again asks whether they make a whole.
    const part = Array.from({ length: of }, (_, number) => number).find((number) => !arrived.has(number)) ?? 0
    const answer = await send({ part, bytes, data: partOf(base64, part) })
    if (!isWanted()) return 'unwanted'
    if (answer.ok) {
      failures = 0
      arrived = new Set(answer.value.received)
      onProgress(percentOf(bytes, answer.value.received))
      if (answer.value.whole) return 'whole'
      continue
    }
    if (CROWDED.has(answer.code)) return 'crowded'
    if (!PASSING.has(answer.code)) return 'broken'
    const pause = RETRY_AFTER_MS[failures]
    if (pause === undefined) return 'stopped'
    failures += 1
    await wait(pause)
    if (!isWanted()) return 'unwanted'
  }
  return 'stopped'
}

/** Sends one photo of a complaint or of thanks. */
export const uploadPhoto = (
  photoId: PhotoId,
  base64: string,
  { send, ...ports }: UploadPorts & { readonly send: SendPart },
): Promise<UploadOutcome> => uploadParts(base64, (part) => send({ photoId, ...part }), ports)
