import * as v from 'valibot'
import { HospitalId, MediaId, StaffId } from '../ids'
import { Instant } from '../instant'
import { MEDIA_PART_BYTES, MediaKind } from './desk.contract'

/** A file that nothing took for so long is removed. */
export const UNUSED_MEDIA_DAYS = 7

/** Parts of one person that wait for the rest; two of the largest files. */
export const WAITING_MEDIA_PARTS_MAX = 400

export const MediaExtension = v.picklist(['jpg', 'png', 'mp3', 'm4a', 'pdf', 'xlsx', 'docx'])
export type MediaExtension = v.InferOutput<typeof MediaExtension>

/** A picture, a recording or a file in storage, under a name that says nothing. */
export const Media = v.object({
  id: MediaId,
  rev: v.number(),
  hospitalId: HospitalId,
  kind: MediaKind,
  /** As its sender called it; '' for a picture. */
  name: v.string(),
  extension: MediaExtension,
  bytes: v.number(),
  fileId: v.string(),
  by: StaffId,
  receivedAt: Instant,
  /** What shows it or may show it again: 'article:…', 'disclosure:…', 'activity:…'. */
  owners: v.array(v.string()),
  isUsed: v.boolean(),
})
export type Media = v.InferOutput<typeof Media>

/** One part of a file on its way, base64. */
export const MediaPart = v.object({
  id: v.string(),
  rev: v.number(),
  mediaId: MediaId,
  by: StaffId,
  part: v.number(),
  data: v.string(),
  receivedAt: Instant,
})
export type MediaPart = v.InferOutput<typeof MediaPart>

export const mediaPartsOf = (bytes: number): number => Math.ceil(bytes / MEDIA_PART_BYTES)

export const bytesOfMediaPart = (part: number, bytes: number): number =>
  Math.min(MEDIA_PART_BYTES, bytes - part * MEDIA_PART_BYTES)
