import { type Day, dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'
import type { Evidence, ImprovementRow, PublicChange } from '#domain/survey/improvement.contract'
import { monthsOf, quarterAfter, quarterInWords } from '#domain/survey/quarter'
import type { Cell, Figure } from '#domain/survey/results.contract'
import { raterNames } from '#domain/survey/survey.model'

/** 「11 月 25 日」 */
export const dayOf = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

type Told = Pick<
  PublicChange,
  'state' | 'plan' | 'result' | 'reason' | 'dueOn' | 'moved' | 'changedOn' | 'checkedBy' | 'isOverdue'
>

export interface Outcome {
  readonly key: string
  readonly tone: 'is-changed' | 'is-not-yet' | 'is-staying'
  readonly text: string
  /** Since when, who looked, which days were promised before. */
  readonly fine: readonly string[]
}

const sentence = (words: string): string => (/[。！？]$/.test(words) ? words : `${words}。`)

const movedInWords = (moved: Told['moved'], now: Instant): string[] =>
  moved.map(({ from, reason }) => `原定 ${dayOf(from, now)}。${sentence(reason)}`)

/** What came of what people said. A day that was promised and not kept is said first. */
export const outcomeOf = (change: Told, departmentName: string | null, now: Instant): Outcome => {
  const { state, plan, result, reason, dueOn, moved, changedOn, checkedBy, isOverdue } = change
  if (state === 'changed' && changedOn) {
    return {
      key: '改了',
      tone: 'is-changed',
      text: sentence(result),
      fine: [
        `${dayOf(changedOn, now)}起 · ${checkedBy}`,
        ...(dueOn !== null && changedOn > dueOn ? [`说好 ${dayOf(dueOn, now)}前改，晚了`] : []),
        ...movedInWords(moved, now),
      ],
    }
  }
  if (state === 'not_changed') {
    return { key: '没有改', tone: 'is-staying', text: sentence(reason), fine: movedInWords(moved, now) }
  }
  const until = dueOn ? dayOf(dueOn, now) : ''
  return {
    key: '还没改',
    tone: 'is-not-yet',
    text: isOverdue
      ? `说好 ${until}前改，到期了还没有改，对不起。要做的是：${sentence(plan)}`
      : `${until}前：${sentence(plan)}`,
    fine: [
      ...movedInWords(moved, now),
      `${departmentName ? `${departmentName}负责 · ` : ''}${isOverdue ? '改了会写在这里' : '到期没改，这里会写明'}`,
    ],
  }
}

const ONE_DECIMAL = 1

const figureIn = (cell: Cell | undefined): Figure | null =>
  cell?.state === 'shown' && cell.figure.mean !== null ? cell.figure : null

/** 「平均 63.9 分，41.2% 答最好」 */
const figureInWords = ({ mean, top, of }: Figure): string => {
  const share = of === 0 ? '' : `，${((top / of) * 100).toFixed(ONE_DECIMAL)}% 答最好`
  return `平均 ${mean?.toFixed(ONE_DECIMAL)} 分${share}`
}

const VERDICTS = { unclear: '还看不出变化', higher: '比改之前高', lower: '比改之前低' } as const

/**
 * 「还看不出变化：全院住院患者，2026 年三季度平均 63.9 分，41.2% 答最好；…」; null: there is no question to compare by. It
 * says whose answers they are, also of a department's own change, and never what did it.
 */
export const evidenceInWords = (evidence: Evidence | null): string | null => {
  if (!evidence) return null
  const { rater, before, after, verdict, seenFrom } = evidence
  const [earlier, later] = [figureIn(before.cell), figureIn(after?.cell)]
  if (earlier === null) return '改之前答的人少，比不了'
  if (after && !later) return '改了以后答的人还少，看不出'
  if (!after || !later || verdict === 'not_yet') {
    const [month] = monthsOf(quarterAfter(seenFrom, 1))
    return `${month?.slice(0, 4)} 年 ${Number(month?.slice(5))} 月起能看出有没有变`
  }
  const figures = [
    `${quarterInWords(before.quarter)}${figureInWords(earlier)}`,
    `${quarterInWords(after.quarter)}${figureInWords(later)}`,
  ]
  const overlap = verdict === 'unclear' ? '；两段的 95% 区间连着' : ''
  return `${VERDICTS[verdict]}：全院${raterNames[rater]}，${figures.join('；')}${overlap}`
}

/** Over the board: how many were changed of how many, before anybody counts them. */
export const standingInWords = (items: readonly Pick<ImprovementRow, 'state' | 'isOverdue'>[]): string => {
  const changed = items.filter(({ state }) => state === 'changed').length
  const open = items.filter(({ state }) => state === 'open').length
  const overdue = items.filter(({ isOverdue }) => isOverdue).length
  if (items.length === 0) return '还没有人接一件。'
  const late = overdue > 0 ? `，其中 ${overdue} 件过了说好的日子` : ''
  return `${items.length} 件里改了 ${changed} 件，还有 ${open} 件在改${late}。`
}
