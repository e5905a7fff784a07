import { CODES_AT_ONCE } from '#domain/hospital/place.contract'
import type { ErrorCode } from '#domain/errors'
import type { TouchpointId } from '#domain/ids'
import { ok, type Result } from '#domain/result'
import { useLoaded } from '#cloud/use-action'
import { hospitalApi } from './hospital.api'

type Pictures = Readonly<Record<string, string>>

/** Addresses of pictures by code; as many calls, one after the other, as their number takes. */
const picturesOf = async ({ ids }: { ids: TouchpointId[] }): Promise<Result<Pictures, ErrorCode>> => {
  const urls: Record<string, string> = {}
  for (let from = 0; from < ids.length; from += CODES_AT_ONCE) {
    const answer = await hospitalApi.touchpointPictures({ touchpointIds: ids.slice(from, from + CODES_AT_ONCE) })
    if (!answer.ok) return answer
    for (const { touchpointId, url } of answer.value.pictures) urls[touchpointId] = url
  }
  return ok(urls)
}

export const usePictures = (ids: TouchpointId[]) => useLoaded(picturesOf, { ids })
