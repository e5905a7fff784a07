import { dayInWords, daysUntil, endOfBeijingDay, type Instant, monthInWords, startOfBeijingDay } from '#domain/instant'
import type { FollowUpRow, FollowUpRates, FollowUpView } from '#domain/survey/followup.contract'
import { type DischargeProblem, dischargeColumnNames } from '#domain/survey/followup.file'
import { courseNames, outcomeNames } from '#domain/survey/followup.model'
import type { Form, QuestionId } from '#domain/survey/question.model'
import type { FollowUpTally } from '#domain/survey/followup.rules'
import type { ReadFailure } from '../../files/spreadsheet'
import type { Tone } from '../../ui/Status'

type Dated = Pick<FollowUpRow, 'stage' | 'outcome' | 'dueOn' | 'doneOn'>

const GONE_WELL = new Set(['reached', 'answered_link', 'to_complaint'])

/** 「超期 2 天」「今天」「还有 3 天」, or what came of it. */
export const standingOf = ({ stage, outcome, dueOn }: Dated, now: Instant): { words: string; tone: Tone } => {
  if (stage === 'done') {
    if (outcome === null) return { words: '没有随访', tone: 'rest' }
    return { words: outcomeNames[outcome], tone: GONE_WELL.has(outcome) ? 'done' : 'rest' }
  }
  const days = daysUntil(endOfBeijingDay(dueOn), now)
  if (days < 0) return { words: `超期 ${-days} 天`, tone: 'late' }
  return days === 0 ? { words: '今天', tone: 'wait' } : { words: `还有 ${days} 天`, tone: 'rest' }
}

/** 「出院第 7 天」 */
export const sinceDischarge = ({ dischargedOn }: Pick<FollowUpRow, 'dischargedOn'>, now: Instant): string =>
  `出院第 ${-daysUntil(startOfBeijingDay(dischargedOn), now)} 天`

export const nameOf = ({ maskedName }: Pick<FollowUpRow, 'maskedName'>): string => maskedName ?? '姓名已清除'

export const describeRow = (row: FollowUpRow, now: Instant): string =>
  [
    row.departmentName,
    courseNames[row.course],
    row.stage === 'done' && row.doneOn !== null
      ? `${dayInWords(startOfBeijingDay(row.doneOn), now)}记的`
      : sinceDischarge(row, now),
    row.attempts > 0 ? `打过 ${row.attempts} 次` : '',
  ]
    .filter(Boolean)
    .join(' · ')

export const viewNames: Record<FollowUpView, string> = { due: '该打的', overdue: '超期', later: '以后', done: '打完的' }

export const nothingIn: Record<FollowUpView, { title: string; hint: string }> = {
  due: { title: '现在没有该打的', hint: '导入出院名单以后，到日子的会排在这里。' },
  overdue: { title: '没有超期的', hint: '过了日子还没有打通的，会排在这里。' },
  later: { title: '后面没有了', hint: '还没到日子的，会按日子排在这里。' },
  done: { title: '还没有打完的', hint: '打通的、自己填的、拒访的，都收在这里。' },
}

/** What is read out before the first question, so that whoever is rung hears who asks and what for; '' behind it. */
export const saidFirst = ({ opening }: Pick<Form, 'opening'>, before: QuestionId | null): string =>
  before === null && opening !== null ? `先念：“${opening}”` : ''

const share = (numerator: number, denominator: number): string =>
  denominator === 0 ? '—' : `${Math.round((100 * numerator) / denominator)}%`

/** 「67%」 and 「2 / 3」; — of none. */
export const rateInWords = (numerator: number, denominator: number) => ({
  share: share(numerator, denominator),
  counts: denominator === 0 ? '没有到日子的' : `${numerator} / ${denominator}`,
})

export const monthWords = ({ month }: Pick<FollowUpRates, 'month'>): string =>
  monthInWords(startOfBeijingDay(`${month}-01`))

/** Those that no rate counts as followed up, apart: 「拒访 1，未接通 2」. */
export const othersInWords = ({ refused, unreached }: FollowUpTally): string =>
  `拒访 ${refused} 人，未接通 ${unreached} 人`

const problemWords: Record<DischargeProblem['why'], (problem: DischargeProblem) => string> = {
  empty: ({ column }) => `没有填${dischargeColumnNames[column]}`,
  not_a_name: () => '姓名太长，或有认不出的字符',
  not_a_phone: () => '不像电话：手机 11 位，座机带区号；只写一个',
  not_a_day: () => '不像日期，请写成 2026-11-15 这样',
  day_ahead: () => '出院日期在今天以后',
  too_long_ago: () => '出院太久了，不用再随访',
  no_such_department: () => '本院没有这个科室，请照科室名称或编号写',
  department_not_unique: () => '有两个科室叫这个名字，请写科室编号',
  no_such_course: () => `只认：${Object.values(courseNames).join('、')}；都不是就空着`,
  number_too_long: () => '住院号太长，请对照原件',
  twice: ({ firstRow }) => `和第 ${firstRow ?? ''} 行是同一次出院；不是的话，两行都写上住院号`,
}

export const problemInWords = (problem: DischargeProblem): string => problemWords[problem.why](problem)

export const readFailureInWords: Record<ReadFailure | 'no_heading' | 'empty', string> = {
  too_large: '这个文件太大了，不像出院名单。请只留名单那一张表，另存一份再选。',
  old_excel: '这是旧格式的 .xls。请在 Excel 或 WPS 里另存为 .xlsx，再选一次。',
  unreadable: '这个文件读不出来。请另存为 .xlsx 或 .csv，再选一次。',
  no_heading: '没有找到表头。表里要有“姓名”“电话”“出院日期”“科室”四列，可以先下载模板照着填。',
  empty: '表头下面没有人。请填好再选一次。',
}

const two = (number: number): string => String(number).padStart(2, '0')

/** 「1:42」 of seconds. */
export const lengthInWords = (seconds: number): string => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
