import { UNUSED_MEDIA_DAYS } from '#domain/culture/media.model'
import type { Instant } from '#domain/instant'
import { removeUnusedMedia } from '#runtime/media.claims'

const DAY_MS = 86_400_000
/** What is left waits for the next night. */
const BATCHES = 20

/** Removes files that nothing shows, and parts of files that never became whole. */
export const removeUnused = (now: Instant): Promise<number> =>
  removeUnusedMedia(now - UNUSED_MEDIA_DAYS * DAY_MS, BATCHES)
