import type { Day, Month } from '../instant'
import { plain } from './visits.cells'

/** What one cell says of a period; several cells may have to be put together (2026 | 9 | 30). */
export interface PeriodParts {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

const two = (number: number): string => String(number).padStart(2, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const SHORT_MONTHS = new Set([4, 6, 9, 11])

export const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28
  return SHORT_MONTHS.has(month) ? 30 : 31
}

const isMonth = ({ month }: PeriodParts): boolean => month === undefined || (month >= 1 && month <= 12)

const isThere = (parts: PeriodParts): boolean => {
  const { year, month, day } = parts
  if (!isMonth(parts)) return false
  // Of a leap year where none is said: 2 月 29 日 is decided when the year is known.
  return day === undefined || (day >= 1 && day <= (month === undefined ? 31 : daysIn(year ?? 2000, month)))
}

const YEAR = '(?<year>(?:19|20)\\d{2})'
const MONTH = '(?<month>\\d{1,2})'
const DAY = '(?<day>\\d{1,2})'
const WRITTEN_OUT: readonly RegExp[] = [
  new RegExp(`^${YEAR}(?:年|[-/.])${MONTH}(?:月份?)?$`),
  new RegExp(`^${YEAR}年${MONTH}月${DAY}[日号]?$`),
  new RegExp(`^${YEAR}[-/.]${MONTH}[-/.]${DAY}日?$`),
  new RegExp(`^${YEAR}(?<month>\\d{2})(?:\\.0+)?$`),
  new RegExp(`^${YEAR}(?<month>\\d{2})(?<day>\\d{2})(?:\\.0+)?$`),
  new RegExp(`^${YEAR}(?:年度?)?$`),
  new RegExp(`^${MONTH}月份?$`),
  new RegExp(`^${MONTH}月${DAY}[日号]$`),
  new RegExp(`^${DAY}[日号]$`),
]

const BETWEEN = '(?:至|到|~|-{1,2})'
const FROM_TO =
  `(?<y1>(?:19|20)\\d{2})[-/.年](?<m1>\\d{1,2})[-/.月](?<d1>\\d{1,2})日?${BETWEEN}` +
  `(?:(?:(?<y2>(?:19|20)\\d{2})[-/.年])?(?<m2>\\d{1,2})[-/.月])?(?<d2>\\d{1,2})日?`
const ONLY_FROM_TO = new RegExp(`^${FROM_TO}$`)
const BARE = /^(\d{1,2})(?:\.0+)?$/

const TIME = /[\sT]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?/g
const WEEKDAY = /\(?(?:星期|周)[一二三四五六日天]\)?$/

const tidy = (written: string): string =>
  plain(written)
    .replace(TIME, ' ')
    .replace(/\s/g, '')
    .replace(/[–—―−]/g, '-')
    .replace(WEEKDAY, '')

/** From the first to the last of one month is that month, from a day to itself that day. */
const asOnePeriod = ({ y1, m1, d1, y2 = y1, m2 = m1, d2 }: Record<string, string | undefined>): PeriodParts | null => {
  const [from, to] = [
    { year: Number(y1), month: Number(m1), day: Number(d1) },
    { year: Number(y2), month: Number(m2), day: Number(d2) },
  ] as const
  if (from.year !== to.year || from.month !== to.month || !isThere(from) || !isThere(to)) return null
  if (from.day === to.day) return from
  return from.day === 1 && to.day === daysIn(to.year, to.month) ? { year: to.year, month: to.month } : null
}

/** 「2026.1」: as a number of a spreadsheet, October has lost its zero and stands there as January. */
const MAY_HAVE_LOST_A_ZERO = /^\d{4}\.1$/
const KEEPS_ZEROS = /^\d{4}\.(?:0\d|10)$/

export const keepsZeros = (written: string): boolean => KEEPS_ZEROS.test(tidy(written))

/** Reads a cell of a column of months or days; null when it says no period. A bare 9 is what the column is about. */
export const periodIn = (written: string, unit: 'month' | 'day', zerosKept: boolean): PeriodParts | null => {
  const text = tidy(written)
  if (MAY_HAVE_LOST_A_ZERO.test(text) && !zerosKept) return null
  const bare = BARE.exec(text)?.[1]
  if (bare !== undefined) {
    const parts = unit === 'month' ? { month: Number(bare) } : { day: Number(bare) }
    return isThere(parts) ? parts : null
  }
  const whole = ONLY_FROM_TO.exec(text)?.groups
  if (whole) return asOnePeriod(whole)
  for (const pattern of WRITTEN_OUT) {
    const groups = pattern.exec(text)?.groups
    if (!groups) continue
    const said = Object.entries(groups).filter(([, digits]) => digits !== undefined)
    const parts: PeriodParts = Object.fromEntries(said.map(([part, digits]) => [part, Number(digits)]))
    return isThere(parts) ? parts : null
  }
  return null
}

/** What several cells of one row say together; null when they contradict each other. */
export const together = (all: readonly PeriodParts[]): PeriodParts | null => {
  const joined: { -readonly [Part in keyof PeriodParts]: number } = {}
  for (const parts of all) {
    for (const part of ['year', 'month', 'day'] as const) {
      const said = parts[part]
      if (said === undefined) continue
      if (joined[part] !== undefined && joined[part] !== said) return null
      joined[part] = said
    }
  }
  return joined
}

/** The month or, unless months are meant, the day; 'incomplete' where the year or month is nowhere said. */
export const asPeriod = (
  parts: PeriodParts,
  known: { readonly year: number | null; readonly month: Month | null },
  unit: 'month' | 'day',
): Month | Day | 'incomplete' | null => {
  const year = parts.year ?? (parts.month === undefined && known.month ? Number(known.month.slice(0, 4)) : known.year)
  const month = parts.month ?? (parts.year === undefined && known.month ? Number(known.month.slice(5)) : undefined)
  if (year === null || month === undefined) return 'incomplete'
  if (!isThere({ ...parts, year, month })) return null
  const name = `${year}-${two(month)}`
  return unit === 'day' && parts.day !== undefined ? `${name}-${two(parts.day)}` : name
}

const PRINTED = /(?:打印|制表|导出|填报|填表|生成|报送|上报|查询|输出)[^\d|]{0,8}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/g
/** The last day may have a cell and a word of its own. */
const UNTIL = /\|*(?:至|到|~|(?:结束|截止|终止)(?:日期|时间)?:)\|*/g
const DAYS_FROM_TO = new RegExp(FROM_TO, 'g')
const SEVERAL_MONTHS = new RegExp(
  `\\d{1,2}月?(?:份)?${BETWEEN}(?:(?:19|20)\\d{2}[-/.年])?\\d{1,2}月|季度|半年|全年|(?:19|20)\\d{2}[-/.]\\d{1,2}(?:至|到|~)`,
  'g',
)
const ONE_DAY = /(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2}|(?:0[1-9]|1[0-2])[0-3]\d(?!\d))/g
const ONE_MONTH = /(^|\D)((?:19|20)\d{2})(?:(?:年|[-/.])(\d{1,2})(?!\d)|(0[1-9]|1[0-2])(?!\d))/g
// 202609 and 20260930 say their year too.
const SOME_YEAR = /(^|\D)((?:19|20)\d{2})(?=(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)|(?!\d))/g

/** The month and the year that the lines above a table speak of, where they speak of one alone. */
export const saidAbove = (lines: readonly (readonly string[])[]): { month: Month | null; year: number | null } => {
  const years = new Set<number>()
  const months = new Set<Month | null>()
  const gone = '|'
  const text = lines.flat().map(tidy).join(gone).replace(PRINTED, gone).replace(UNTIL, '至')
  text.replace(SOME_YEAR, (_, _before, year: string) => String(years.add(Number(year))))
  text
    .replace(DAYS_FROM_TO, (...match) => {
      const parts = asOnePeriod(match[match.length - 1] as Record<string, string | undefined>)
      months.add(parts && parts.day === undefined ? `${parts.year}-${two(parts.month ?? 0)}` : null)
      return gone
    })
    .replace(SEVERAL_MONTHS, () => {
      months.add(null)
      return gone
    })
    .replace(ONE_DAY, gone)
    .replace(ONE_MONTH, (_, _before, year: string, month?: string, closed?: string) => {
      const parts = { year: Number(year), month: Number(month ?? closed) }
      months.add(isThere(parts) ? `${year}-${two(parts.month)}` : null)
      return gone
    })
  const [month = null] = months
  const [year = null] = years
  return { month: months.size === 1 ? month : null, year: years.size === 1 ? year : null }
}
