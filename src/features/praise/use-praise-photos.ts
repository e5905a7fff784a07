import { randomBytes } from '#cloud/random.bytes'
import { type PhotoId, photoIdFrom } from '#domain/ids'
import { PRAISE_PHOTOS_MAX } from '#domain/survey/praise.model'
import { useAlbum } from '../../files/use-album'
import { photoProblemIn } from '../../ui/photo.problem'
import { photoApi } from './photo.api'

const ID_BYTES = 16

const newId = async (): Promise<PhotoId> => photoIdFrom(await randomBytes(ID_BYTES))

/** Photos of one draft of thanks, or of one publication; `owner` names it. */
export const usePraisePhotos = (owner: string) =>
  useAlbum({ owner, most: PRAISE_PHOTOS_MAX, send: photoApi.sendPhotoPart, newId, problemIn: photoProblemIn })
