import { UNCLAIMED_PHOTO_DAYS } from '#domain/complaint/photo.model'
import type { Instant } from '#domain/instant'
import { below } from '#runtime/documents'
import { cloud } from '#runtime/platform'
import { photoPartRecords, photoRecords } from '#runtime/read/photo.read'

const DAY_MS = 86_400_000
/** As many as the platform deletes at once; what is left waits for the next night. */
const BATCH = 50
const BATCHES = 20

/** Removes photos that no complaint took, and parts of photos that never became whole. Answers how many of both. */
export const removeUnclaimedPhotos = async (now: Instant): Promise<number> => {
  const before = now - UNCLAIMED_PHOTO_DAYS * DAY_MS
  const photos = photoRecords()
  let removed = await photoPartRecords().removeAll({ receivedAt: below(before) })
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const old = await photos.list({ where: { complaintId: null, receivedAt: below(before) }, limit: BATCH })
    if (old.length === 0) break
    await cloud.deleteFile({ fileList: old.map(({ fileId }) => fileId) })
    // One that a complaint took this very moment keeps its record, and shows without its picture.
    for (const { id } of old) removed += await photos.removeAll({ _id: id, complaintId: null })
  }
  return removed
}
