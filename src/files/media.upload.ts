import type { MediaKind } from '#domain/culture/desk.contract'
import type { ErrorCode } from '#domain/errors'
import type { MediaId } from '#domain/ids'
import type { Result } from '#domain/result'
import { type UploadOutcome, type UploadPorts, uploadParts } from './photo.upload'

export interface MediaPartToSend {
  readonly mediaId: MediaId
  readonly kind: MediaKind
  readonly name: string
  readonly part: number
  readonly bytes: number
  readonly data: string
}

export type SendMediaPart = (
  part: MediaPartToSend,
) => Promise<Result<{ received: number[]; whole: boolean; url: string | null }, ErrorCode>>

interface Media {
  readonly mediaId: MediaId
  readonly kind: MediaKind
  /** As the sender calls it. */
  readonly name: string
  readonly base64: string
}

/** Sends a picture, a recording or a file in parts; where it stopped it goes on when it is sent again. */
export const uploadMedia = async (
  { mediaId, kind, name, base64 }: Media,
  { send, ...ports }: UploadPorts & { readonly send: SendMediaPart },
): Promise<{ outcome: UploadOutcome; url: string | null }> => {
  let url: string | null = null
  const sendPart = async (part: { part: number; bytes: number; data: string }) => {
    const answer = await send({ mediaId, kind, name, ...part })
    if (answer.ok) url = answer.value.url
    return answer
  }
  return { outcome: await uploadParts(base64, sendPart, ports), url }
}
