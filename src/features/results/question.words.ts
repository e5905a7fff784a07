import { countInWords } from '#domain/number.words'
import type { QuestionResult } from '#domain/survey/results.contract'
import { CELL_FROM } from '#domain/survey/survey.model'
import { hiddenInWords, intervalInWords, topShare, valueInWords } from './figure.words'

/** 「均分 83.2」, 「70.1% 答最好（66.8–73.2）」, 「905 份」, 「不适用 7 份」, or why there is nothing. */
export const questionFacts = ({ cell, na }: QuestionResult): string[] => {
  if (cell.state !== 'shown') return [hiddenInWords(cell)]
  const { n, mean, lower, upper, topLower, topUpper } = cell.figure
  const share = topShare(cell.figure)
  return [
    mean === null ? '' : `均分 ${valueInWords(mean)}${bracketed(lower, upper)}`,
    share === null ? '' : `${valueInWords(share)}% 答最好${bracketed(topLower, topUpper)}`,
    `${countInWords(n)} 份`,
    na === null || na === 0 ? '' : `不适用 ${countInWords(na)} 份`,
  ].filter(Boolean)
}

const bracketed = (lower: number | null, upper: number | null) =>
  lower === null || upper === null ? '' : `（${intervalInWords(lower, upper)}）`

/** 「61 份」; what is not shown is said, and is never 0. */
export const optionInWords = (count: number | null): string =>
  count === null ? `不足 ${CELL_FROM} 份，或一并不显示` : `${countInWords(count)} 份`
