import { Cron } from 'croner'

/** A timer's fixed times: seven fields (second minute hour day month weekday year) in UTC+8. */
export interface TimerSchedule {
  /** The first time after `now`, epoch milliseconds; null: never again. */
  next(now: number): number | null
}

const BEIJING_MINUTES = 8 * 60
const WEEKDAY_FIELD = 5
// documents disagree whether 0 and 7 are Sunday or Monday, so numbers could fire on the wrong day in production
const WEEKDAY = /^(\*|\?|(SUN|MON|TUE|WED|THU|FRI|SAT)([-,](SUN|MON|TUE|WED|THU|FRI|SAT))*)$/i

/** Throws when the platform would refuse the fields, or might read them differently. Day and weekday together mean either. */
export const parseSchedule = (fields: string): TimerSchedule => {
  const parts = fields.trim().split(/\s+/)
  if (parts.length !== 7) throw new Error(`a timer has seven fields, not ${parts.length}: ${fields}`)
  if (!WEEKDAY.test(parts[WEEKDAY_FIELD] ?? '')) throw new Error(`name weekdays SUN to SAT: ${fields}`)
  const cron = new Cron(parts.join(' '), { paused: true, mode: '7-part', utcOffset: BEIJING_MINUTES })
  return { next: (now) => cron.nextRun(new Date(now))?.getTime() ?? null }
}
