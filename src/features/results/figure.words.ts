import { countInWords, shareInWords } from '#domain/number.words'
import type { Cell, Figure } from '#domain/survey/results.contract'
import { SHOWN_FROM } from '#domain/survey/survey.model'

/** Rounded here and nowhere before: 「71.2」. */
export const valueInWords = (value: number): string => value.toFixed(1)

/** 「68.1–74.0」 */
export const intervalInWords = (lower: number, upper: number): string => `${valueInWords(lower)}–${valueInWords(upper)}`

/** Which figure of a cell is looked at: the mean of 0–100, or the share of best answers. */
export type Measure = 'mean' | 'top'

/** A figure as it is drawn and read; `value` null: nobody was asked. */
export interface Measured {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Answers behind it. */
  readonly n: number
}

/** The one division; null where nobody answered. */
export const topShare = ({ top, of }: Figure): number | null => (of === 0 ? null : (top / of) * 100)

export const measuredIn = (figure: Figure, measure: Measure): Measured =>
  measure === 'mean'
    ? { value: figure.mean, lower: figure.lower, upper: figure.upper, n: figure.n }
    : { value: topShare(figure), lower: figure.topLower, upper: figure.topUpper, n: figure.of }

/** The figure of a cell that may be shown. */
export const shownIn = (cell: Cell): Figure | null => (cell.state === 'shown' ? cell.figure : null)

/** Why a cell shows no figure. */
export const hiddenInWords = ({ state }: { state: Exclude<Cell['state'], 'shown'> }): string => {
  switch (state) {
    case 'few':
      return `不足 ${SHOWN_FROM} 份，不显示`
    case 'withheld':
      return '一并不显示，免得倒推'
    case 'none':
      return '没有人答'
  }
}

export const unitOf: Record<Measure, string> = { mean: ' 分', top: '%' }

/** 「71.2%，95% 区间 68.1–74.0，788 份」 */
export const measuredInWords = (measured: Measured, measure: Measure): string => {
  const { value, lower, upper, n } = measured
  if (value === null) return '没有人答'
  const interval = lower === null || upper === null ? '' : `，95% 区间 ${intervalInWords(lower, upper)}`
  return `${valueInWords(value)}${unitOf[measure]}${interval}，${countInWords(n)} 份`
}

/** What a response rate (回收率) is taken of: 「出院 11 980 人次的 7.6%」. */
export interface Asked {
  readonly before: string
  readonly unit: string
  readonly share: string
  /** Of which there is no data. */
  readonly missing: string
}

/** A response rate, which can be none. */
export const responseInWords = (answered: number, asked: number | null, words: Asked): string => {
  if (asked === null) return `${words.missing}暂无数据`
  const counted = `${words.before} ${countInWords(asked)} ${words.unit}`
  if (asked < answered) return `${counted}，比份数少，不算回收率`
  return asked === 0 ? counted : `${counted}${words.share}${shareInWords(answered, asked)}`
}
