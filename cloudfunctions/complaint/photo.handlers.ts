import { toTheMinute } from '#domain/complaint/complainant.rules'
import type { photoActions } from '#domain/complaint/photo.contract'
import {
  bytesOfPart,
  PHOTO_MAX_PARTS,
  partsOf,
  WAITING_PARTS_MAX,
  WAITING_PHOTOS_MAX,
} from '#domain/complaint/photo.model'
import { err, ok } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import { removeUnclaimedBefore } from '#runtime/unclaimed.photos'
import type { OpenComplaints } from './complaint.open'
import { cleanPhoto } from '#runtime/photo.clean'
import { photoRepository } from './photo.repository'

const CROWDED_KEPT_MS = 3_600_000

const isCrowded = async (photos: ReturnType<typeof photoRepository>): Promise<boolean> => {
  const [parts, unclaimed] = await Promise.all([photos.countParts(), photos.countUnclaimed()])
  return parts >= WAITING_PARTS_MAX || unclaimed >= WAITING_PHOTOS_MAX
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, number) => number)

export const photoHandlers: ActionHandlers<typeof photoActions, OpenComplaints> = {
  async sendPhotoPart({ photoId, part, bytes, data }, { now }) {
    const photos = photoRepository()
    const of = partsOf(bytes)
    if (part >= of || Buffer.byteLength(data, 'base64') !== bytesOfPart(part, bytes)) return err('photo.broken')
    if (await photos.isWhole(photoId)) return ok({ received: numbersTo(of), whole: true })
    if (await isCrowded(photos)) {
      // Whoever only fills the room with beginnings keeps it for an hour at most; a phone sends again what was let go.
      await removeUnclaimedBefore(now - CROWDED_KEPT_MS, 1)
      if (await isCrowded(photos)) return err('photo.too_many')
    }
    const receivedAt = toTheMinute(now)
    await photos.addPart(photoId, part, data, receivedAt)
    const there = await photos.parts(photoId, PHOTO_MAX_PARTS)
    if (there.length < of) return ok({ received: there.map((one) => one.part), whole: false })

    const whole = Buffer.concat(there.map((one) => Buffer.from(one.data, 'base64')))
    const clean = whole.length === bytes ? cleanPhoto(whole) : null
    if (clean) await photos.store(photoId, clean, receivedAt)
    await photos.removeParts(photoId)
    return clean ? ok({ received: numbersTo(of), whole: true }) : err('photo.broken')
  },
}
