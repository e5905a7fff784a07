import type { Month } from './instant'

/** 「68 940」, the gap one that does not break. */
export const countInWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

/** A digit and a Chinese letter stand a little apart. */
export const spaced = (text: string): string =>
  text.replace(/([\u4e00-\u9fff])(?=\d)/g, '$1 ').replace(/(\d)(?=[\u4e00-\u9fff])/g, '$1 ')

/** 「3.5%」 */
export const shareInWords = (part: number, whole: number): string =>
  whole === 0 ? '' : `${((part / whole) * 100).toFixed(1)}%`

/** 「10 月」, 「2025 年 10 月」 where the year is not the one everybody has in mind. */
export const monthName = (month: Month, beside?: Month): string => {
  const [year, number] = month.split('-')
  return beside?.startsWith(`${year}-`) ? `${Number(number)} 月` : `${year} 年 ${Number(number)} 月`
}

/** 「11 月 20 日」 */
export const dayName = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`

/** 「2026 年 11 月 20 日」: on a paper that is kept. */
export const fullDayName = (day: string): string => `${Number(day.slice(0, 4))} 年 ${dayName(day)}`

/** 「门诊、急诊和住院」 */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}和${names[names.length - 1]}`
