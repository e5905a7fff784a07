import { serveTimer } from '#runtime/serve-timer'
import { promiseDates } from './promise-dates'

export const main = serveTimer('clock', { promiseDates })
