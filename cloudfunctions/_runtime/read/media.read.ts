import { Media, MediaPart } from '#domain/culture/media.model'
import { type Documents, documents } from '../documents'

export const mediaRecords = (): Documents<Media> => documents('media', Media)
export const mediaPartRecords = (): Documents<MediaPart> => documents('media_parts', MediaPart)
