import { MAX_PHOTOS } from '#domain/complaint/complaint.model'
import { type PhotoId, photoIdFrom } from '#domain/ids'
import { useAlbum } from '../../files/use-album'
import { photoProblemIn } from '../../ui/photo.problem'
import { complaintApi } from './complaint.api'
import { randomBytes } from '#cloud/random.bytes'

const ID_BYTES = 16

const newId = async (): Promise<PhotoId> => photoIdFrom(await randomBytes(ID_BYTES))

/** Photos of one draft of a complaint or step. `owner` names it. */
export const usePhotos = (owner: string) =>
  useAlbum({ owner, most: MAX_PHOTOS, send: complaintApi.sendPhotoPart, newId, problemIn: photoProblemIn })
