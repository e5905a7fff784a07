import { beijingDay, dayInWords, type Instant, weekdayInWords } from '../instant'

export interface Promised {
  /** null while the holiday notice of its year is not published. */
  readonly dueAt: Instant | null
  readonly replyWithinWorkingDays: number
}

/** 「11 月 25 日前」, or the days alone while the date is not known. */
export const byWhenInWords = ({ dueAt, replyWithinWorkingDays }: Promised, now: Instant): string =>
  dueAt === null ? `${replyWithinWorkingDays} 个工作日内` : `${dayInWords(dueAt, now)}前`

// A date is missing around the turn of the year, in the old one or already in the new.
const yearMissing = (at: Instant): number => {
  const [year, month] = beijingDay(at).split('-').map(Number)
  return (year ?? 0) + ((month ?? 0) > 6 ? 1 : 0)
}

/** Why there is no date yet, `at` being when the promise was made: each December the next year's notice is still to come. */
export const undatedInWords = ({ replyWithinWorkingDays }: Promised, at: Instant): string =>
  `${replyWithinWorkingDays} 个工作日内（具体日期待 ${yearMissing(at)} 年放假安排公布）`

/** 「最晚 11 月 25 日（周三）答复」, or why there is no date yet. */
export const promiseInWords = (promised: Promised, now: Instant): string =>
  promised.dueAt === null
    ? undatedInWords(promised, now)
    : `最晚 ${dayInWords(promised.dueAt, now)}（${weekdayInWords(promised.dueAt)}）答复`
