import type { MediaKind } from '#domain/culture/desk.contract'
import type { MediaExtension } from '#domain/culture/media.model'
import { cleanPhoto } from '#runtime/photo.clean'
import { cleanAudio } from './audio.clean'
import { fileTypeOf } from './file.check'

export interface CheckedMedia {
  readonly content: Buffer
  readonly extension: MediaExtension
}

/** What a file is by its content, without what its sender may not know is in it; null: it is not of that kind. */
export const checkMedia = (kind: MediaKind, content: Buffer): CheckedMedia | null => {
  switch (kind) {
    case 'picture':
      return cleanPhoto(content)
    case 'audio':
      return cleanAudio(content)
    case 'file': {
      const extension = fileTypeOf(content)
      return extension && { content, extension }
    }
  }
}
