import type { Photo } from '#domain/complaint/photo.model'
import type { PhotoLink } from '#domain/complaint/progress.contract'
import type { PhotoId } from '#domain/ids'
import { oneOf } from './documents'
import { cloud } from './platform'
import { photoRecords } from './read/photo.read'

const LINK_SECONDS = 3600
const LINKS_AT_ONCE = 50

/** To whom photos are given: a complaint, or somebody's thanks, which keep no minute. */
export type PhotoOwner = Pick<Photo, 'complaintId'> | Pick<Photo, 'praiseId' | 'receivedAt'>

const isFree = ({ complaintId, praiseId }: Photo): boolean => complaintId === null && praiseId === null

const isOf = (photo: Photo, owner: PhotoOwner): boolean =>
  'complaintId' in owner ? photo.complaintId === owner.complaintId : photo.praiseId === owner.praiseId

/**
 * Gives photos to a complaint or to thanks, all or none of them. Doing it again for the same one changes nothing.
 * 'unknown': one is not whole; 'taken': one belongs to another.
 */
export const claimPhotos = async (
  photoIds: readonly PhotoId[],
  owner: PhotoOwner,
): Promise<'claimed' | 'unknown' | 'taken'> => {
  const wanted = [...new Set(photoIds)]
  if (wanted.length === 0) return 'claimed'
  const photos = photoRecords()
  const found = await photos.list({ where: { _id: oneOf(wanted) }, limit: wanted.length })
  if (found.length < wanted.length) return 'unknown'
  if (found.some((photo) => !isFree(photo) && !isOf(photo, owner))) return 'taken'
  const written = await Promise.all(found.filter(isFree).map((photo) => photos.replace({ ...photo, ...owner })))
  if (written.every((photo) => photo !== null)) return 'claimed'
  // Somebody claimed one of them meanwhile: for this one it is the same, for another it is not.
  const again = await photos.list({ where: { _id: oneOf(wanted) }, limit: wanted.length })
  return again.every((photo) => isOf(photo, owner)) ? 'claimed' : 'taken'
}

/** Takes photos away from their owner again: nobody's once more, they are removed as such. */
export const releasePhotos = async (photoIds: readonly PhotoId[], owner: PhotoOwner): Promise<void> => {
  if (photoIds.length === 0) return
  const photos = photoRecords()
  const found = await photos.list({ where: { _id: oneOf(photoIds) }, limit: photoIds.length })
  const owned = found.filter((photo) => isOf(photo, owner))
  await Promise.all(owned.map((photo) => photos.replace({ ...photo, complaintId: null, praiseId: null })))
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
