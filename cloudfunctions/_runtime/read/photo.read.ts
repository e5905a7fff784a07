import { Photo, PhotoPart } from '#domain/complaint/photo.model'
import { type Documents, documents } from '../documents'

export const photoRecords = (): Documents<Photo> => documents('photos', Photo)
export const photoPartRecords = (): Documents<PhotoPart> => documents('photo_parts', PhotoPart)
