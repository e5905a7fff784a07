import { dropReadingMarks } from '#runtime/culture/reading.salt'
import { serveTimer } from '#runtime/serve-timer'
import { takeInAbandoned } from './abandoned-papers'
import { tidyCulture } from './culture-tidy'
import { expiredSessions } from './expired-sessions'
import { forgetAttendances } from './forgotten-attendances'
import { forgetFollowUps } from './forgotten-follow-ups'
import { promiseDates } from './promise-dates'
import { spentJoinCodes } from './spent-join-codes'
import { spentTokens } from './spent-tokens'
import { removeUnclaimedPhotos } from './unclaimed-photos'
import { removeUnused } from './unused-media'

export const main = serveTimer('clock', {
  dropReadingMarks,
  promiseDates,
  expiredSessions,
  removeUnclaimedPhotos,
  forgetFollowUps,
  forgetAttendances,
  spentTokens,
  takeInAbandoned,
  spentJoinCodes,
  tidyCulture,
  removeUnused,
})
