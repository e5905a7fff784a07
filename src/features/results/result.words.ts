import { countInWords, dayName, monthName } from '#domain/number.words'
import type { Results } from '#domain/survey/results.contract'
import { COMPARED_FROM, SHOWN_FROM } from '#domain/survey/survey.model'
import { dimensionsUnder, hospitalLine, wholeMeasure } from './dimension.measure'
import { type Asked, intervalInWords, measuredIn, responseInWords, topShare, valueInWords } from './figure.words'
import { monthsIn, periodName, subjectOf } from './period.words'
import { type Side, type Standing, standingOf } from './result.standing'

const beyondWords: Record<Side, string> = { high: '高于上限', low: '低于下限' }
const driftWords: Record<Side, string> = { high: '偏高', low: '偏低' }

const standingInWords = (standing: Standing, { period }: Results): string => {
  switch (standing.kind) {
    case 'running':
      return period.unit === 'year' ? '这一年还没完，还会变' : '这一季还没完，还会变'
    case 'too_few':
      return `才 ${standing.months} 个月，先不下判断`
    case 'beyond': {
      const last = monthsIn(period).slice(-1)[0]
      const named = standing.months.map(({ month, side }) => `${monthName(month, last)}${beyondWords[side]}`)
      return `${named.join('、')}，不像偶然`
    }
    case 'drifting':
      return `在界限以内，但近 ${standing.months} 个月一直${driftWords[standing.side]}，不像偶然`
    case 'stuck':
      return '在界限以内，但高低成段、很少交替，不像偶然'
    case 'usual':
      return '在正常起伏之内'
  }
}

/** The page in one sentence: 「三季度住院，71.2% 的人答“非常满意”，在正常起伏之内。」 */
export const headlineOf = (results: Results): string => {
  const { overall, best, received } = results
  const subject = subjectOf(results)
  if (overall.state === 'none') {
    return received.self + received.assisted + received.web === 0
      ? `${subject}，还没有人答。`
      : `${subject}，还没有算得进来的答卷：有人代填的另列，网页里填的只记个数。`
  }
  if (overall.state === 'few') return `${subject}，自己填的还不足 ${SHOWN_FROM} 份，先不显示。`
  if (overall.state === 'withheld') return `${subject}，先不显示，免得倒推出是谁答的。`
  const share = topShare(overall.figure)
  if (best !== null && share !== null) {
    return `${subject}，${valueInWords(share)}% 的人答“${best}”，${standingInWords(standingOf(results), results)}。`
  }
  const { mean } = overall.figure
  const running = results.isOver ? '' : `，${standingInWords({ kind: 'running' }, results)}`
  return mean === null ? `${subject}，没有能算分的题。` : `${subject}，平均 ${valueInWords(mean)} 分${running}。`
}

const NUMERALS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const NAMED = 4

/** Which dimensions lie wholly under the hospital's line. */
export const dimensionsInWords = (results: Results): string => {
  const under = dimensionsUnder(results)?.map(({ name }) => name)
  if (!under) return ''
  if (under.length === 0) return '没有哪个方面的 95% 区间整个落在全院线以下。'
  if (under.length === 1) return `${under.join('')}的 95% 区间在全院线以下。`
  const count = NUMERALS[under.length] ?? ` ${under.length} `
  const names = under.slice(0, NAMED).join('、')
  return `${names}${under.length > NAMED ? '等' : ''}${count}个方面，95% 区间都在全院线以下。`
}

/** What to know before believing the sentence. */
export const supportOf = (results: Results): string => {
  const { overall, trend, isOver, best } = results
  if (overall.state === 'few') return `满 ${SHOWN_FROM} 份才显示：再少就可能认出是谁答的。`
  const trial = isOver && best !== null && trend.provisional && trend.points.some(({ upper }) => upper !== null)
  return [dimensionsInWords(results), trial ? '不满 12 个月，用的是试行界限。' : ''].join('')
}

const OUTPATIENT: Asked = { before: '门急诊', unit: '人次', share: '的 ', missing: '门急诊人次' }
const DISCHARGES: Asked = { before: '出院', unit: '人次', share: '的 ', missing: '出院人次' }
const SCANS: Asked = { before: '全院扫码', unit: '次', share: '，自己填的占 ', missing: '扫码次数' }

/** 「出院 11 980 人次的 7.6%」 and 「全院扫码 4 310 次，自己填的占 18.3%」; empty where nobody is counted. */
export const responsesInWords = ({ rater, received, scans, visits }: Results): string[] => {
  const { self, assisted } = received
  switch (rater) {
    case 'outpatient':
      return [responseInWords(self + assisted, visits, OUTPATIENT), responseInWords(self, scans, SCANS)]
    case 'inpatient':
      return [responseInWords(self + assisted, visits, DISCHARGES), responseInWords(self, scans, SCANS)]
    case 'follow_up':
      return [responseInWords(self + assisted, visits, DISCHARGES)]
    case 'peer':
    case 'supervisor':
    case 'staff':
      return []
  }
}

/** What the figures are made of, and what is no part of them. */
export const countingInWords = ({ received, versions, waiting }: Results): string =>
  [
    '数字只算自己填的，有人代填的另列',
    received.web > 0 ? `网页里填的 ${countInWords(received.web)} 份只记个数，不算进任何比例` : '',
    versions.length > 0 ? `问卷第 ${versions.join('、')} 版` : '',
    waiting > 0 ? '刚交上来的还没数完，过几分钟再看会多一些' : '',
  ]
    .filter(Boolean)
    .join('；')

/** The month that runs: 「本月到 11 月 18 日 34 份，70.6% 答“非常满意”；每满 10 份更新一次。」 */
export const runningInWords = ({ running, best }: Results): string => {
  if (running === null) return `本月还不够 ${SHOWN_FROM} 份，先不显示。`
  const { value, lower, upper, n } = measuredIn(running.figure, wholeMeasure({ best }))
  const interval = lower === null || upper === null ? '' : `（${intervalInWords(lower, upper)}）`
  const figure =
    value === null
      ? ''
      : best === null
        ? `，平均 ${valueInWords(value)} 分${interval}`
        : `，${valueInWords(value)}%${interval} 答“${best}”`
  return `本月到 ${dayName(running.through)} ${countInWords(n)} 份${figure}；每满 ${SHOWN_FROM} 份更新一次。`
}

/** Why no department can be chosen; null: they can. */
export const noDepartmentsBecause = ({ isOver, departments, period, rater }: Results): string | null => {
  if (rater === 'staff') return '职工问卷不记科室，免得认出是谁答的。'
  if (!isOver) {
    return `${period.unit === 'year' ? '这一年' : '季度'}没完，先不分科室：前后两天一减，就知道是谁答的。`
  }
  return departments.length === 0 ? `${periodName(period)}没有分科室的答卷。` : null
}

/** A department beside the hospital, in one sentence. */
export const besideHospital = (results: Results, department: Results['departments'][number]): string => {
  const { cell } = department
  if (cell.state !== 'shown') return ''
  if (!cell.comparable) return `不满 ${COMPARED_FROM} 份，不与全院和别科比。`
  const measure = wholeMeasure(results)
  const line = hospitalLine(results, measure)
  const { lower, upper } = measuredIn(cell.figure, measure)
  if (line === null || lower === null || upper === null) return ''
  const unit = measure === 'top' ? '%' : ' 分'
  const whole = `全院 ${valueInWords(line)}${unit}`
  if (upper < line) return `95% 区间整个在全院线以下（${whole}）。`
  return lower > line ? `95% 区间整个在全院线以上（${whole}）。` : `95% 区间跨着全院线，看不出差别（${whole}）。`
}
