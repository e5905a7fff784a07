import * as v from 'valibot'
import { defineActions } from '../contract'
import { PhotoId } from '../ids'
import { PHOTO_MAX_BYTES, PHOTO_MAX_PARTS, PHOTO_PART_BYTES } from './photo.model'

/** Four characters for three bytes, or fewer at the end. */
const BASE64_MAX = Math.ceil(PHOTO_PART_BYTES / 3) * 4

const Part = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PHOTO_MAX_PARTS - 1))

/** Photos on their way from a phone. They never pass through the platform's own upload, which shows who sent them. */
export const photoActions = defineActions({
  /** One part of a photo; the same part again is the same. Answers what is there, so that a phone goes on where it stopped. */
  sendPhotoPart: {
    input: v.strictObject({
      photoId: PhotoId,
      part: Part,
      /** Bytes of the whole photo. */
      bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PHOTO_MAX_BYTES)),
      data: v.pipe(v.string(), v.minLength(1), v.maxLength(BASE64_MAX), v.base64()),
    }),
    output: v.object({ received: v.array(v.number()), whole: v.boolean() }),
    errors: ['photo.broken', 'photo.too_many'],
    identity: 'none',
  },
})
