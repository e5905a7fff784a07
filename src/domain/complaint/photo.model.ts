import * as v from 'valibot'
import { ComplaintId, PhotoId, PraiseId } from '../ids'
import { Instant } from '../instant'

/** A photo as it leaves the phone: made smaller there, so that a ward's weak network carries it. */
export const PHOTO_MAX_BYTES = 400 * 1024

/** A request may carry about 100 KB of text; 48 KiB are 64 KiB in base64. */
export const PHOTO_PART_BYTES = 48 * 1024

export const PHOTO_MAX_PARTS = Math.ceil(PHOTO_MAX_BYTES / PHOTO_PART_BYTES)

/** Width and height in pixels; more is no photo of a form or a corridor. */
export const PHOTO_MAX_SIDE = 4096

/** A photo that nobody's complaint or thanks took for so long is removed. */
export const UNCLAIMED_PHOTO_DAYS = 3

/** Parts and photos that wait for what they belong to, of everybody together; beyond it no more are taken in. */
export const WAITING_PARTS_MAX = 4000
export const WAITING_PHOTOS_MAX = 2000

/** One part of a photo on its way, base64. */
export const PhotoPart = v.object({
  id: v.string(),
  rev: v.number(),
  photoId: PhotoId,
  part: v.number(),
  data: v.string(),
  receivedAt: Instant,
})
export type PhotoPart = v.InferOutput<typeof PhotoPart>

/** A photo in storage, under a name that says nothing. It belongs to nobody until a complaint or thanks claim it. */
export const Photo = v.object({
  id: PhotoId,
  rev: v.number(),
  fileId: v.string(),
  complaintId: v.nullable(ComplaintId),
  praiseId: v.optional(v.nullable(PraiseId), null),
  receivedAt: Instant,
})
export type Photo = v.InferOutput<typeof Photo>

/** How many parts so many bytes make. */
export const partsOf = (bytes: number): number => Math.ceil(bytes / PHOTO_PART_BYTES)

/** How many bytes a part has: all of them full but the last. */
export const bytesOfPart = (part: number, bytes: number): number =>
  Math.min(PHOTO_PART_BYTES, bytes - part * PHOTO_PART_BYTES)
