import { serveTimer } from '#runtime/serve-timer'
import { expiredSessions } from './expired-sessions'
import { promiseDates } from './promise-dates'
import { removeUnclaimedPhotos } from './unclaimed-photos'

export const main = serveTimer('clock', { promiseDates, expiredSessions, removeUnclaimedPhotos })
