import { below } from './documents'
import { cloud } from './platform'
import { photoPartRecords, photoRecords } from './read/photo.read'

/** As many as the platform deletes at once. */
const BATCH = 50

const UNCLAIMED = { complaintId: null, praiseId: null }

/**
 * Removes photos that arrived before `before` and nobody's complaint or thanks took, at most `batches` times 50, and all parts that
 * old of photos that never became whole. Answers how many of both.
 */
export const removeUnclaimedBefore = async (before: number, batches: number): Promise<number> => {
  const photos = photoRecords()
  let removed = await photoPartRecords().removeAll({ receivedAt: below(before) })
  for (let batch = 0; batch < batches; batch += 1) {
    const old = await photos.list({ where: { ...UNCLAIMED, receivedAt: below(before) }, limit: BATCH })
    if (old.length === 0) break
    const gone: string[] = []
    // The record goes first: one that is taken this very moment keeps both.
    for (const { id, fileId } of old) {
      if ((await photos.removeAll({ _id: id, ...UNCLAIMED })) === 1) gone.push(fileId)
    }
    if (gone.length > 0) await cloud.deleteFile({ fileList: gone })
    removed += gone.length
  }
  return removed
}
