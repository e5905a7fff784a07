import { randomBytes } from 'node:crypto'
import type { PhotoLink } from '#domain/complaint/progress.contract'
import type { ComplaintId, PhotoId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { oneOf } from '#runtime/documents'
import { cloud } from '#runtime/platform'
import { photoPartRecords, photoRecords } from '#runtime/read/photo.read'
import type { CleanPhoto } from './photo.clean'

const LINK_SECONDS = 3600
const LINKS_AT_ONCE = 50
const NAME_BYTES = 16

/** Parts as they arrive, and the photo they make. */
export const photoRepository = () => {
  const photos = photoRecords()
  const parts = photoPartRecords()
  return {
    isWhole: async (photoId: PhotoId): Promise<boolean> => (await photos.find(photoId)) !== null,
    addPart: (photoId: PhotoId, part: number, data: string, receivedAt: Instant) =>
      parts.insert({ id: `${photoId}:${part}`, rev: 0, photoId, part, data, receivedAt }),
    parts: (photoId: PhotoId, limit: number) => parts.list({ where: { photoId }, orderBy: [['part', 'asc']], limit }),
    removeParts: (photoId: PhotoId) => parts.removeAll({ photoId }),
    countParts: () => parts.count({}),
    countUnclaimed: () => photos.count({ complaintId: null }),

    /** Puts the picture into storage by the function itself: nobody's id goes with it, and its name says nothing. */
    store: async (photoId: PhotoId, { content, extension }: CleanPhoto, receivedAt: Instant): Promise<void> => {
      const cloudPath = `complaints/photos/${randomBytes(NAME_BYTES).toString('hex')}.${extension}`
      const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content })
      const stored = await photos.insert({ id: photoId, rev: 0, fileId: fileID, complaintId: null, receivedAt })
      // Its last part came twice at the same moment: the other one stored it.
      if (stored === 'exists') await cloud.deleteFile({ fileList: [fileID] })
    },
  }
}

/**
 * Gives photos to a complaint, all or none of them. Doing it again for the same complaint changes nothing.
 * 'unknown': one is not whole; 'taken': one belongs to another complaint.
 */
export const claimPhotos = async (
  photoIds: readonly PhotoId[],
  complaintId: ComplaintId,
): Promise<'claimed' | 'unknown' | 'taken'> => {
  if (photoIds.length === 0) return 'claimed'
  const photos = photoRecords()
  const found = await photos.list({ where: { _id: oneOf(photoIds) }, limit: photoIds.length })
  if (found.length < photoIds.length) return 'unknown'
  if (found.some((photo) => photo.complaintId !== null && photo.complaintId !== complaintId)) return 'taken'
  const free = found.filter((photo) => photo.complaintId === null)
  const written = await Promise.all(free.map((photo) => photos.replace({ ...photo, complaintId })))
  if (written.every((photo) => photo !== null)) return 'claimed'
  // Somebody claimed one of them meanwhile: for this complaint it is the same, for another it is not.
  const again = await photos.list({ where: { _id: oneOf(photoIds) }, limit: photoIds.length })
  return again.every((photo) => photo.complaintId === complaintId) ? 'claimed' : 'taken'
}

/** Links that work for an hour, in the order asked for; a photo that is gone has none. */
export const photoLinks = async (photoIds: readonly PhotoId[]): Promise<PhotoLink[]> => {
  if (photoIds.length === 0) return []
  // One photo may be shown with several steps.
  const wanted = [...new Set(photoIds)]
  const found = await photoRecords().list({ where: { _id: oneOf(wanted) }, limit: wanted.length })
  const urls = new Map<string, string>()
  for (let from = 0; from < found.length; from += LINKS_AT_ONCE) {
    const fileList = found
      .slice(from, from + LINKS_AT_ONCE)
      .map(({ fileId }) => ({ fileID: fileId, maxAge: LINK_SECONDS }))
    const links = (await cloud.getTempFileURL({ fileList })) as { fileList: { fileID: string; tempFileURL: string }[] }
    for (const { fileID, tempFileURL } of links.fileList) urls.set(fileID, tempFileURL)
  }
  const fileOf = new Map(found.map(({ id, fileId }) => [id, fileId]))
  return photoIds.flatMap((id) => {
    const url = urls.get(fileOf.get(id) ?? '')
    return url ? [{ id, url }] : []
  })
}
