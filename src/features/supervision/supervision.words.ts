import { dayInWords, daysUntil, endOfBeijingDay, type Day, type Instant, type Month } from '#domain/instant'
import { type AskedQuestion, isScored } from '#domain/survey/question.model'
import type { DutyCounts, DutyRow, LastFinding, SupervisorRow, TermRow } from '#domain/survey/supervision.contract'
import { DutyKind, dutyNames } from '#domain/survey/supervision.model'
import { LOW_SCORE } from '#domain/survey/supervision.rules'
import type * as v from 'valibot'
import { stepsOf } from './rating.steps'

export const dayWords = (day: Day, now: Instant): string => dayInWords(endOfBeijingDay(day), now)

/** 「10 月」 */
export const monthWords = (month: Month): string => `${Number(month.slice(5))} 月`

/** 「1 月 1 日到 12 月 31 日」 */
export const termInWords = ({ from, to, endedOn }: TermRow, now: Instant): string =>
  endedOn === null
    ? `${dayWords(from, now)}到 ${dayWords(to, now)}`
    : `${dayWords(from, now)}到 ${dayWords(endedOn, now)}，提前结束`

/** Where an appointment stands on this day. */
export const termStanding = (term: TermRow, now: Instant): string => {
  if (term.isInForce) {
    const left = daysUntil(endOfBeijingDay(term.to), now)
    return left === 0 ? '聘期今天最后一天' : `聘期到 ${dayWords(term.to, now)}，还有 ${left} 天`
  }
  if (term.endedOn !== null) return `聘期在 ${dayWords(term.endedOn, now)}结束了`
  return daysUntil(endOfBeijingDay(term.from), now) > 0
    ? `聘期从 ${dayWords(term.from, now)}开始`
    : `聘期到 ${dayWords(term.to, now)}，已经满了`
}

/** 「明察暗访 2 次，座谈 1 次」 */
export const countsInWords = (counts: v.InferOutput<typeof DutyCounts>): string =>
  DutyKind.options
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${dutyNames[kind]} ${counts[kind]} 次`)
    .join('，')

/** 「11 月 5 日 · 座谈」 */
export const dutyTitle = ({ day, kind }: Pick<DutyRow, 'day' | 'kind'>, now: Instant): string =>
  `${dayWords(day, now)} · ${dutyNames[kind]}`

/** 「打 1、2、3 分请写一句」: from which answers on it has to be said what was seen. */
export const evidenceWanted = (question: AskedQuestion): string => {
  const low = stepsOf(question)?.flatMap(({ score, number }) => (score <= LOW_SCORE ? [String(number)] : []))
  if (low && low.length > 0) return `打 ${low.join('、')} 分请写一句`
  return isScored(question) ? '评得低的请写一句' : ''
}

/** What the department said about it. */
export const mendedInWords = ({ mended }: LastFinding, now: Instant): string => {
  if (!mended) return '科里还没有回话。'
  if (mended.state === 'changed') return `科里说改了：${mended.result}`
  if (mended.state === 'not_changed') return `科里说改不了：${mended.result}`
  return `科里打算：${mended.plan}${mended.dueOn ? `（${dayWords(mended.dueOn, now)}前）` : ''}`
}

export const SEEN_BY = '满意度专员看得到是您评的；科里只看到内容，不知道是哪位监督员'

/** The appointment of today, else the one that ends last. */
export const termNow = (terms: readonly TermRow[]): TermRow | null =>
  terms.find(({ isInForce }) => isInForce) ?? [...terms].sort((left, right) => (left.to < right.to ? 1 : -1))[0] ?? null

/** 「聘着 3 位监督员，这一聘期履职 12 次，评议 20 次」 */
export const supervisorsInWords = (rows: readonly SupervisorRow[]): string => {
  const appointed = rows.filter(({ terms }) => terms.some(({ isInForce }) => isInForce))
  if (appointed.length === 0) return '现在没有聘着的监督员'
  const duties = appointed.flatMap(({ duties: counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0)
  const ratings = appointed.reduce((sum, row) => sum + row.ratings, 0)
  return `聘着 ${appointed.length} 位监督员，这一聘期履职 ${duties} 次，评议 ${ratings} 次`
}
