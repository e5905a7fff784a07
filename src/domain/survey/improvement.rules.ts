import { type Day, monthOf } from '../instant'
import { err, ok } from '../result'
import type { Improvement, ImprovementSource } from './improvement.model'
import { monthsOf, type Quarter, quarterAfter, quarterOf } from './quarter'
import type { Cell } from './results.contract'
import { CELL_FROM } from './survey.model'

/** The same question, in whichever quarter. */
const isSameQuestion = (left: ImprovementSource | null, right: ImprovementSource): boolean =>
  left !== null && left.surveyId === right.surveyId && left.questionId === right.questionId

/** The first quarter in which every answer was given after the change. */
export const firstQuarterAfter = (changedOn: Day): Quarter => {
  const quarter = quarterOf(changedOn)
  return changedOn === `${monthsOf(quarter)[0]}-01` ? quarter : quarterAfter(quarter, 1)
}

/** The last quarter in which no answer was given after the change. */
export const lastQuarterBefore = (changedOn: Day): Quarter => quarterAfter(quarterOf(changedOn), -1)

/** The last quarter that was over on a day. */
export const latestClosed = (today: Day): Quarter => quarterAfter(quarterOf(monthOf(today)), -1)

/**
 * Questions below their limit that nobody has an answer to yet. Not again while somebody is at it, nor for a quarter
 * that was decided on already, nor before a change could have shown.
 */
export const proposalsIn = <P extends ImprovementSource>(below: readonly P[], known: readonly Improvement[]): P[] =>
  below.filter(
    (question) =>
      !known.some((item) => {
        if (item.source === null || !isSameQuestion(item.source, question)) return false
        if (item.state === 'open' || item.source.quarter >= question.quarter) return true
        return item.changedOn !== null && question.quarter < firstQuarterAfter(item.changedOn)
      }),
  )

type Taken = Pick<
  Improvement,
  'id' | 'hospitalId' | 'source' | 'departmentId' | 'said' | 'saidBy' | 'plan' | 'ownerName' | 'isPublic'
>

const fresh = {
  rev: 0,
  moved: [],
  changedOn: null,
  result: '',
  checkedBy: '',
  reason: '',
}

/** Somebody takes it on until a day. */
export const takeUp = (item: Taken, dueOn: Day, today: Day) => {
  if (dueOn < today) return err('improvement.day_wrong', ['dueOn'])
  return ok<Improvement>({ ...item, ...fresh, dueOn, state: 'open', proposedOn: today })
}

/** It stays as it is, with the reason, before anybody took it on. */
export const leaveAsIs = (item: Omit<Taken, 'plan' | 'ownerName'>, reason: string, today: Day): Improvement => ({
  ...item,
  ...fresh,
  plan: '',
  ownerName: '',
  dueOn: null,
  state: 'not_changed',
  reason,
  proposedOn: today,
})

/** A promised day is moved, with the reason. The day that was promised stays to be seen. */
export const moveDay = (item: Improvement, to: Day, reason: string, today: Day) => {
  if (item.state !== 'open' || item.dueOn === null) return err('improvement.finished')
  if (to === item.dueOn) return ok(item)
  if (to < today) return err('improvement.day_wrong', ['dueOn'])
  return ok<Improvement>({
    ...item,
    dueOn: to,
    moved: [...item.moved, { from: item.dueOn, to, reason, movedOn: today }],
  })
}

interface Change {
  readonly changedOn: Day
  readonly result: string
  readonly checkedBy: string
}

/** It is different since a day, and somebody looked. May be said again while something in it was wrong. */
export const reportChange = (item: Improvement, { changedOn, result, checkedBy }: Change, today: Day) => {
  if (item.state === 'not_changed') return err('improvement.finished')
  if (changedOn > today) return err('improvement.day_wrong', ['changedOn'])
  return ok<Improvement>({ ...item, state: 'changed', changedOn, result, checkedBy })
}

/** What was taken on stays as it is after all. */
export const giveUp = (item: Improvement, reason: string) => {
  if (item.state !== 'open') return err('improvement.finished')
  return ok<Improvement>({ ...item, state: 'not_changed', reason })
}

/** Over the day that holds now, and nothing is different. */
export const isOverdue = ({ state, dueOn }: Pick<Improvement, 'state' | 'dueOn'>, today: Day): boolean =>
  state === 'open' && dueOn !== null && today > dueOn

/** How many said so, as anybody may know it: few are not told, so that none is found out. */
export const saidByInPublic = (saidBy: number | null): number | null =>
  saidBy !== null && saidBy >= CELL_FROM ? saidBy : null

/** What the figures say: nothing before both can be shown, and never that the change was what did it. */
export type Verdict = 'not_yet' | 'unclear' | 'higher' | 'lower'

/**
 * Two shares of best answers with their 95 % intervals: while these touch, nothing can be seen (还看不出变化). The mean of
 * one question has no interval that may be shown.
 */
export const verdictOf = (before: Cell | null, after: Cell | null): Verdict => {
  if (before?.state !== 'shown' || after?.state !== 'shown') return 'not_yet'
  const { topLower: low, topUpper: high } = before.figure
  const { topLower: lowNow, topUpper: highNow } = after.figure
  if (low === null || high === null || lowNow === null || highNow === null) return 'unclear'
  if (lowNow > high) return 'higher'
  return highNow < low ? 'lower' : 'unclear'
}

/** What is over its day comes first, then what was changed, the newest first, then what is still to come, then what stays. */
export const inPublicOrder = <I extends Pick<Improvement, 'state' | 'dueOn' | 'changedOn' | 'proposedOn'>>(
  items: readonly I[],
  today: Day,
): I[] => {
  const rank = (item: I): number => {
    if (isOverdue(item, today)) return 0
    return { changed: 1, open: 2, not_changed: 3 }[item.state]
  }
  const newestFirst = (left: Day, right: Day) => (left < right ? 1 : left > right ? -1 : 0)
  return [...items].sort(
    (left, right) =>
      rank(left) - rank(right) ||
      (left.state === 'open'
        ? newestFirst(right.dueOn ?? '', left.dueOn ?? '')
        : newestFirst(left.changedOn ?? left.proposedOn, right.changedOn ?? right.proposedOn)),
  )
}
