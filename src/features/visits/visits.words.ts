import type { PastVisitImport } from '#domain/hospital/visits.contract'
import { type MappedField, VISIT_UNDO_DAYS, type VisitMeasure, visitMeasureNames } from '#domain/hospital/visits.model'
import type { ReadColumn, ReadingFault, ReadingProblem, TotalCheck, Unreadable } from '#domain/hospital/visits.reading'
import type { VisitSumsOfMonth } from '#domain/hospital/visits.rules'
import { type Day, dayInWords, type Instant, type Month, monthOf } from '#domain/instant'
import { countInWords, monthName } from '#domain/number.words'
import type { ReadFailure, ReadSheet } from '../../files/spreadsheet'
import type { Doubt, PlanColumn, RateShift, VisitPlan } from './visit.plan'

/** null: none was reported. */
export const figureInWords = (count: number | null): string => (count === null ? '—' : countInWords(count))

/** 「2025 年 12 月、2026 年 1 月到 3 月」: neighbours are drawn together. */
export const monthsInWords = (months: readonly Month[]): string => {
  const sorted = [...new Set(months)].sort()
  const indexOf = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  const runs: [Month, Month][] = []
  for (const month of sorted) {
    const last = runs[runs.length - 1]
    if (last && indexOf(last[1]) + 1 === indexOf(month)) last[1] = month
    else runs.push([month, month])
  }
  return runs
    .map(([from, to], at) => {
      const name = monthName(from, runs[at - 1]?.[1])
      return from === to ? name : `${name}到 ${monthName(to, from)}`
    })
    .join('、')
}

const shortMeasure: Record<VisitMeasure, string> = { outpatient: '门急诊', discharges: '出院' }

/** 「9 月门急诊」 */
export const columnInWords = ({ month, measure }: Pick<PlanColumn, 'month' | 'measure'>, beside?: Month): string =>
  `${monthName(month, beside)}${shortMeasure[measure]}`

export const fieldNames: Record<MappedField, string> = {
  month: '月份',
  day: '日期',
  department: '科室',
  ...visitMeasureNames,
  ignored: '不要',
}

export const mappingInWords = (columns: readonly ReadColumn[]): string => {
  const unknown = columns.filter(({ by }) => by === 'nothing').length
  if (unknown > 0) return `有 ${unknown} 列不认得`
  return columns.some(({ by }) => by === 'remembered') ? '记得上次，都对上了' : '都认得'
}

/** What is still to be said of the columns before anything can be compared; undefined: nothing. */
export const columnsWanted = (columns: readonly ReadColumn[]): string | undefined => {
  const fields = new Set(columns.map(({ field }) => field))
  if (!fields.has('department')) return '请先在“文件里的列”里说明哪一列是科室'
  if (!fields.has('outpatient') && !fields.has('discharges')) return '请先在“文件里的列”里说明哪一列是人次'
  return undefined
}

const again = '在文件里改好，再选一次'

interface FaultWords {
  what: (problem: ReadingProblem) => string
  todo: string
}

const faults: Record<ReadingFault, FaultWords> = {
  no_such_department: { what: () => '本院没有叫这个名字的科室', todo: '说明它是哪个科室，或者不要它' },
  department_not_unique: { what: () => '不止一个科室叫这个名字', todo: '说明它是哪个科室，或者不要它' },
  department_empty: { what: () => '科室空着，不知道是谁的', todo: again },
  not_a_period: { what: () => '看不出是哪个月、哪一天', todo: `写成 2026-09 这样；${again}` },
  period_empty: { what: () => '月份空着', todo: again },
  period_ahead: { what: () => '这个日子还没有到', todo: again },
  not_a_number: { what: () => '不是一个数', todo: `写整数，没有就写 —；${again}` },
  too_large: { what: () => '大得不像人次', todo: again },
  twice: {
    what: ({ firstRow }) => `和第 ${firstRow ?? ''} 行是同一科室、同一时间`,
    todo: `留一行；${again}`,
  },
  day_and_month: {
    what: ({ firstRow }) => `第 ${firstRow ?? ''} 行已经有整月的数，这一行又按天`,
    todo: `只留一种；${again}`,
  },
  more_cells: { what: () => '这一行比表头多出一格，像是 1,234 没有加引号', todo: '请在表格软件里另存一次' },
}

/** What is the matter. */
export const faultInWords = (problem: ReadingProblem): string => faults[problem.why].what(problem)

/** What to do about it. */
export const remedyInWords = ({ why }: Pick<ReadingProblem, 'why'>): string => faults[why].todo

/** Faults that are put right here, by saying what the name means. */
const ABOUT_A_NAME = new Set<ReadingFault>(['no_such_department', 'department_not_unique'])

export interface ProblemGroup {
  readonly key: string
  readonly problem: ReadingProblem
  readonly rows: readonly number[]
  /** The name that can be settled here; null: the file has to be put right. */
  readonly name: string | null
}

/** One entry a name, whatever the rows it stands in; one a cell otherwise. */
export const problemGroups = (problems: readonly ReadingProblem[]): ProblemGroup[] => {
  const groups = new Map<string, ProblemGroup>()
  for (const problem of problems) {
    const isName = ABOUT_A_NAME.has(problem.why) && problem.value !== ''
    const key = isName ? `${problem.why}|${problem.value}` : `${problem.row}|${problem.heading}|${problem.why}`
    const group = groups.get(key) ?? { key, problem, rows: [], name: isName ? problem.value : null }
    groups.set(key, { ...group, rows: [...group.rows, problem.row] })
  }
  return [...groups.values()]
}

const ROWS_NAMED = 3

/** 「第 24、31 行 · 科室」 */
export const placeInWords = ({ rows, problem }: ProblemGroup): string => {
  const named = rows.slice(0, ROWS_NAMED).join('、')
  const more = rows.length > ROWS_NAMED ? `等 ${rows.length} ` : ''
  return `第 ${named} ${more}行 · ${problem.heading}`
}

/** 「会添 38 格，改 8 格。」 */
export const headlineInWords = ({ added, changed }: VisitPlan, unread: number): string => {
  const parts = [added > 0 ? `添 ${added} 格` : '', changed > 0 ? `改 ${changed} 格` : ''].filter(Boolean)
  const will = parts.length > 0 ? `会${parts.join('，')}。` : '和现在的数一样。'
  return unread > 0 ? `${will}还有 ${unread} 处没读懂，先停在这里。` : will
}

const percentLess = (before: number, after: number): string => `少了 ${Math.round((1 - after / before) * 100)}%`

/** 「骨科 10 月门急诊 3 754 → 1 118，少了 70%」 */
export const doubtInWords = (doubt: Doubt, departmentName: string): string => {
  if (doubt.kind === 'far_back') {
    return `${monthName(doubt.month)}比最早的人次（${monthName(doubt.earliest)}）还早两年多，请看年份写对了没有`
  }
  if (doubt.kind === 'missing') return `${departmentName}：上个月有数，${monthName(doubt.month)}没有`
  const { before, after } = doubt
  const column = columnInWords(doubt)
  return doubt.beside === 'stored'
    ? `${departmentName} ${column} ${countInWords(before)} → ${countInWords(after)}，${percentLess(before, after)}`
    : `${departmentName} ${column} ${countInWords(after)}，比上个月的 ${countInWords(before)} ${percentLess(before, after)}`
}

/** 「差 636」; over: more was understood than the file's total says. */
export const differenceInWords = ({ stated, sum }: Pick<TotalCheck, 'stated' | 'sum'>): string =>
  stated === sum ? '对上了' : stated > sum ? `差 ${countInWords(stated - sum)}` : `多 ${countInWords(sum - stated)}`

const AMOUNTS_NAMED = 3

/** 「差的 636、57 正好是没有归到科室的行」; undefined: that cannot be said of any. */
export const explainedInWords = (explained: readonly TotalCheck[]): string | undefined => {
  if (explained.length === 0) return undefined
  const amounts = [...new Set(explained.map(({ stated, sum }) => countInWords(stated - sum)))]
  const more = amounts.length > AMOUNTS_NAMED ? '等' : ''
  return `差的 ${amounts.slice(0, AMOUNTS_NAMED).join('、')}${more} 正好是没有归到科室的行`
}

const periodInWords = (period: string): string =>
  period.length > 'YYYY-MM'.length
    ? `${monthName(period.slice(0, 7))} ${Number(period.slice(8))} 日`
    : monthName(period)

/** 「第 44 行“小计”：门急诊人次写着 300，读懂的相加是 280，差 20」 */
export const totalInWords = (check: TotalCheck): string => {
  const { row, label, period, measure, stated, sum } = check
  const of = period === null ? '' : `${periodInWords(period)}`
  return `第 ${row} 行“${label}”：${of}${visitMeasureNames[measure]}写着 ${countInWords(stated)}，读懂的相加是 ${countInWords(sum)}，${differenceInWords(check)}`
}

/** Rounded here and nowhere before. */
const rateInWords = (numerator: number, denominator: number, factor: number): string => {
  const rate = (numerator / denominator) * factor
  return rate > 0 && rate < 1 ? rate.toFixed(2) : rate.toFixed(1)
}

/** 「10 月 68 940 → 68 970 人次，综合投诉率仍是 8.7」 */
export const shiftInWords = (
  { month, numerator, before, after }: RateShift,
  factor: number,
  beside?: Month,
): string => {
  const name = monthName(month, beside)
  if (!after) return `${name}综合投诉率暂无数据`
  const now = rateInWords(numerator, after, factor)
  if (!before) return `${name} ${countInWords(after)} 人次，综合投诉率 ${now}`
  const was = rateInWords(numerator, before, factor)
  const visits = before === after ? countInWords(after) : `${countInWords(before)} → ${countInWords(after)}`
  return `${name} ${visits} 人次，综合投诉率${was === now ? `仍是 ${now}` : ` ${was} → ${now}`}`
}

/** 「这个文件有 3 张表，只读了第一张“九月”」; null: there is one alone. */
export const otherSheetsInWords = ({ name, others }: Pick<ReadSheet, 'name' | 'others'>): string | null =>
  others === 0 ? null : `这个文件有 ${others + 1} 张表，只读了第一张“${name}”。别的表里要是也有人次，请另存一份再导。`

export const readFailureInWords: Record<ReadFailure | Unreadable, string> = {
  too_large: '这个文件太大了。请只留人次那一张表，另存一份再选；按天的数可以几个月一份。',
  old_excel: '这是旧格式的 .xls。请在 Excel 或 WPS 里另存为 .xlsx，再选一次。',
  unreadable: '这个文件读不出来。请另存为 .xlsx 或 .csv，再选一次。',
  no_heading: '没有找到表头。表里要有一行写着“科室”和人次那几列的名字，可以先下载模板照着填。',
  no_rows: '表头下面没有人次。请看是不是选对了文件、选对了列。',
  no_period: '文件里没有写是哪个月的数，请选一个月。',
  unit_not_persons: '文件里的数是按百、千或者万人次写的。请把单位换成“人次”再导一次。',
}

/** Which later imports have to be taken back before this one, the latest first. */
export const coveringOf = (batch: PastVisitImport, all: readonly PastVisitImport[]): PastVisitImport[] => {
  const months = new Set(batch.months)
  return all.filter(
    (other) =>
      other.id !== batch.id &&
      other.undoneAt === null &&
      other.importedAt >= batch.importedAt &&
      other.months.some((month) => months.has(month)),
  )
}

/** What can still be done about an earlier import. */
export const undoInWords = (batch: PastVisitImport, all: readonly PastVisitImport[], now: Instant): string => {
  if (batch.undoneAt !== null) return `${dayInWords(batch.undoneAt, now)}撤回了`
  if (batch.undoUntil < now) return '已过撤回期，要改就再导一次更正的'
  if (!batch.covered) return `${dayInWords(batch.undoUntil, now)}前可以整批撤回`
  const first = coveringOf(batch, all)
  return first.length === 0
    ? '后面又导过同一个月，先撤回后面那批'
    : `要先撤回 ${first.map(({ importedAt, fileName }) => `${dayInWords(importedAt, now)}的 ${fileName}`).join('、')}`
}

/** 「改了 8 格」 */
export const writtenInWords = (changed: number, months: readonly Month[]): string =>
  `导入好了，${monthsInWords(months)}一共 ${changed} 格`

export const undoPromise = `导入以后 ${VISIT_UNDO_DAYS} 天内可以整批撤回。`

/** How far a month is reported: 「齐」「只到 20 日」「还没有」. */
export const reachInWords = (
  { whole, firstMissing }: Pick<VisitSumsOfMonth, 'whole' | 'firstMissing'>,
  departments: number,
  month: Month,
  today: Day,
): { tone: 'done' | 'wait' | 'rest'; words: string } => {
  const isOver = month < monthOf(today)
  if (departments === 0) return isOver ? { tone: 'wait', words: '还没有' } : { tone: 'rest', words: '还没过完' }
  if (!isOver) return { tone: 'rest', words: '还没过完' }
  if (whole || firstMissing === null) return { tone: 'done', words: '齐' }
  const day = Number(firstMissing.slice(8))
  return { tone: 'wait', words: day === 1 ? '缺前几天' : `只到 ${day - 1} 日` }
}

/** 「人次导到 2026 年 10 月」, of the months that are over. */
export const standingInWords = (stored: readonly Month[], today: Day): string => {
  const last = monthOf(today)
  const over = stored.filter((month) => month < last).sort()
  const latest = over[over.length - 1]
  if (!latest) return '还没有接诊人次'
  return `人次导到 ${monthName(latest)}`
}
