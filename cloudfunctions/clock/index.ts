import { serveTimer } from '#runtime/serve-timer'
import { expiredSessions } from './expired-sessions'
import { forgetFollowUps } from './forgotten-follow-ups'
import { promiseDates } from './promise-dates'
import { spentTokens } from './spent-tokens'
import { removeUnclaimedPhotos } from './unclaimed-photos'

export const main = serveTimer('clock', {
  promiseDates,
  expiredSessions,
  removeUnclaimedPhotos,
  forgetFollowUps,
  spentTokens,
})
