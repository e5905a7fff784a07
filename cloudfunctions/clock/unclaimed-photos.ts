import { UNCLAIMED_PHOTO_DAYS } from '#domain/complaint/photo.model'
import type { Instant } from '#domain/instant'
import { removeUnclaimedBefore } from '#runtime/unclaimed.photos'

const DAY_MS = 86_400_000
/** What is left waits for the next night. */
const BATCHES = 20

/** Removes photos that no complaint took, and parts of photos that never became whole. */
export const removeUnclaimedPhotos = (now: Instant): Promise<number> =>
  removeUnclaimedBefore(now - UNCLAIMED_PHOTO_DAYS * DAY_MS, BATCHES)
