import { randomBytes } from 'node:crypto'
import type { PhotoId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { cloud } from '#runtime/platform'
import { photoPartRecords, photoRecords } from '#runtime/read/photo.read'
import type { CleanPhoto } from '#runtime/photo.clean'

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
    countUnclaimed: () => photos.count({ complaintId: null, praiseId: null }),

    /** Puts the picture into storage by the function itself: nobody's id goes with it, and its name says nothing. */
    store: async (photoId: PhotoId, { content, extension }: CleanPhoto, receivedAt: Instant): Promise<void> => {
      const cloudPath = `complaints/photos/${randomBytes(NAME_BYTES).toString('hex')}.${extension}`
      const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: content })
      const photo = { id: photoId, rev: 0, fileId: fileID, complaintId: null, praiseId: null, receivedAt }
      const stored = await photos.insert(photo)
      // Its last part came twice at the same moment: the other one stored it.
      if (stored === 'exists') await cloud.deleteFile({ fileList: [fileID] })
    },
  }
}
