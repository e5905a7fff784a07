import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Day } from '../instant'

dayjs.extend(utc)

/** A line that was not taken, or not without a doubt; `part` is what is wrong in it. */
export interface UnclearLine {
  /** From 1. */
  readonly line: number
  readonly part: string
  readonly why: 'not_understood' | 'no_such_day' | 'weekday_differs' | 'count_differs'
}

export interface ParsedNotice {
  readonly year: number | null
  readonly holidays: readonly Day[]
  readonly workdays: readonly Day[]
  readonly unclear: readonly UnclearLine[]
}

const WIDE = /[０-９（）：，；．～]/g
const narrow = (wide: string): string => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)

/** One kind of brackets, digits and commas, no spaces; commas inside brackets do not part anything. */
const plain = (line: string): string =>
  line
    .replace(WIDE, narrow)
    .replace(/[\s\u3000]+/g, '')
    .replace(/\([^)]*\)/g, (bracket) => bracket.replace(/[,。;]/g, '、'))

const YEAR = /(\d{4})年(?:部分)?(?:元旦|春节|节假日|放假)/

const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(\([^)]*\))?/g
const RANGE = /^(?:至|到|-|—|–|~)+$/
const LIST = /^(?:、|和|及|与)$/
const WEEKDAY = /(?:周|星期)([日天一二三四五六])/
const WEEKDAYS = '日一二三四五六'

/** 「一、」「元旦：」「放假调休」「共3天」: all that may stand around the dates. */
const AROUND =
  /^[一二三四五六七八九十]+、|^\d+[、.]|元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?|放假|不?调休|休息|正常|上班|共?\d+天|与周末连休|连休|[:、和]/g

const SIGNED = /^(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日(?:国务院办公厅)?$/
/** What is wished for and not ordered: 「鼓励各单位……安排职工在除夕（2月9日）休息」. */
const WISH = /鼓励|提倡|建议|倡导/
/** A date that is meant but not written in figures. */
const MEANT = /[一二三四五六七八九十]月|\d月|\d[日号]|^[一二三四五六七八九十]+、/

interface Found {
  readonly days: Day[]
  readonly rest: string
  readonly wrong: Pick<UnclearLine, 'part' | 'why'> | null
}

const dayAt = (year: number, month: number, date: number): Day | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return dayjs.utc(text).format('YYYY-MM-DD') === text ? text : null
}

const through = (from: Day, to: Day): Day[] => {
  const length = dayjs.utc(to).diff(dayjs.utc(from), 'day')
  return Array.from({ length: length + 1 }, (_, index) => dayjs.utc(from).add(index, 'day').format('YYYY-MM-DD'))
}

/** More days off in one piece than any year had: a longer one was read wrongly. */
const LONGEST = 20

/** The days that a part of a sentence names: single ones, lists, ranges. */
const daysIn = (part: string, year: number): Found => {
  const tokens = [...part.matchAll(DATE)]
  const days: Day[] = []
  let rest = part
  let month = 0
  let before: { day: Day; end: number } | null = null
  for (const token of tokens) {
    const [text, itsYear, itsMonth, date, bracket = ''] = token
    const start = token.index ?? 0
    const between = before ? part.slice(before.end, start) : ''
    month = itsMonth ? Number(itsMonth) : month
    // 元旦 may begin in the old year, and a range may run into the new one.
    const starts = itsYear ? Number(itsYear) : month === 12 && part.includes('元旦') ? year - 1 : year
    const day = dayAt(starts, month, Number(date))
    if (!day) return { days: [], rest: '', wrong: { part: text, why: 'no_such_day' } }
    const named = WEEKDAY.exec(bracket)?.[1]?.replace('天', '日')
    if (named && WEEKDAYS[dayjs.utc(day).day()] !== named) {
      return { days: [], rest: '', wrong: { part: text, why: 'weekday_differs' } }
    }
    if (before && RANGE.test(between)) {
      const range = day > before.day ? through(before.day, day) : []
      if (range.length === 0 || range.length > LONGEST) {
        return { days: [], rest: '', wrong: { part, why: 'not_understood' } }
      }
      days.push(...range.slice(1))
      rest = rest.replace(`${between}${text}`, '')
    } else {
      days.push(day)
      rest = rest.replace(before && LIST.test(between) ? `${between}${text}` : text, '')
    }
    before = { day, end: start + text.length }
  }
  return { days, rest: rest.replace(AROUND, ''), wrong: null }
}

const VERB = /放假|休息|上班/

/** What one sentence orders: 「1月1日（周四）至3日（周六）放假调休，共3天」. */
const readSentence = (sentence: string, year: number) => {
  const holidays: Day[] = []
  const workdays: Day[] = []
  const unclear: Pick<UnclearLine, 'part' | 'why'>[] = []
  // Days named before the word that says what they are.
  let waiting: Day[] = []
  for (const part of sentence.split(',')) {
    const { days, rest, wrong } = daysIn(part, year)
    if (wrong) return { holidays: [], workdays: [], unclear: [wrong] }
    waiting.push(...days)
    if ((days.length > 0 || VERB.test(part)) && rest !== '') {
      return { holidays: [], workdays: [], unclear: [{ part, why: 'not_understood' as const }] }
    }
    if (VERB.test(part)) {
      ;(part.includes('上班') ? workdays : holidays).push(...waiting)
      waiting = []
    }
  }
  if (waiting.length > 0) unclear.push({ part: sentence, why: 'not_understood' })
  const counted = /共(\d+)天|放假(\d+)天/.exec(sentence)
  const count = Number(counted?.[1] ?? counted?.[2])
  if (counted && holidays.length > 0 && count !== holidays.length) {
    unclear.push({ part: counted[0], why: 'count_differs' })
  }
  return { holidays, workdays, unclear }
}

/** The year whose holidays a text is about: 「关于2026年部分节假日安排的通知」. */
export const yearIn = (text: string): number | null => {
  const year = YEAR.exec(plain(text))?.[1]
  return year ? Number(year) : null
}

/**
 * Reads the State Council's notice on holidays (国务院办公厅关于……年部分节假日安排的通知) as it is published, and lines
 * written after its pattern. A weekday or a count of days in the text that does not fit its dates is named, and so is
 * every line with a date that is not understood; nothing is guessed.
 */
export const parseNotice = (text: string, fallbackYear: number | null = null): ParsedNotice => {
  const year = yearIn(text) ?? fallbackYear
  const holidays = new Set<Day>()
  const workdays = new Set<Day>()
  const unclear: UnclearLine[] = []
  if (year === null) return { year, holidays: [], workdays: [], unclear }
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = plain(raw)
    for (const sentence of line.split(/[。;]/).filter(Boolean)) {
      if (SIGNED.test(sentence) || WISH.test(sentence)) continue
      const hasDates = sentence.search(DATE) >= 0
      if (!hasDates) {
        if (VERB.test(sentence) && MEANT.test(sentence))
          unclear.push({ line: index + 1, part: sentence, why: 'not_understood' })
        continue
      }
      const read = readSentence(sentence, year)
      for (const day of read.holidays) holidays.add(day)
      for (const day of read.workdays) workdays.add(day)
      unclear.push(...read.unclear.map((one) => ({ line: index + 1, ...one })))
    }
  }
  return { year, holidays: [...holidays].sort(), workdays: [...workdays].sort(), unclear }
}
