import type { QuestionResult, Results } from './results.contract'

/** Questions whose mean is below their limit (改进界限), the lowest first. */
export const belowFloor = ({ questions }: Pick<Results, 'questions'>): QuestionResult[] => {
  const meanOf = ({ cell }: QuestionResult) => (cell.state === 'shown' ? (cell.figure.mean ?? 0) : 0)
  return questions.filter(({ isBelow }) => isBelow).sort((left, right) => meanOf(left) - meanOf(right))
}
