import { beijingDay, type Day, type Instant, minuteInBeijing, startOfBeijingDay } from '#domain/instant'

/** A minute as it is chosen: a day and a time of day in Beijing, either of them still open. */
export interface Minute {
  readonly day: Day | null
  /** 'HH:mm' */
  readonly time: string | null
}

const MINUTE_MS = 60_000
const TIME_AT = 'YYYY-MM-DD '.length

/** Null while a part of it is missing. */
export const instantOf = ({ day, time }: Minute): Instant | null => {
  const parts = /^(\d{2}):(\d{2})$/.exec(time ?? '')
  if (!day || !parts) return null
  return (startOfBeijingDay(day) + (Number(parts[1]) * 60 + Number(parts[2])) * MINUTE_MS) as Instant
}

export const minuteOf = (instant: Instant | null): Minute =>
  instant === null
    ? { day: null, time: null }
    : { day: beijingDay(instant), time: minuteInBeijing(instant).slice(TIME_AT) }
