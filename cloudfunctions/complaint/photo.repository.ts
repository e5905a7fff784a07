import type { PhotoLink } from '#domain/complaint/progress.contract'
import type { ComplaintId, PhotoId } from '#domain/ids'

export const claimPhotos = async (ids: readonly PhotoId[], _: ComplaintId): Promise<'claimed' | 'unknown' | 'taken'> =>
  ids.length === 0 ? 'claimed' : 'unknown'
export const photoLinks = async (_: readonly PhotoId[]): Promise<PhotoLink[]> => []
