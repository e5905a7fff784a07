import type { DimensionResult, Results } from '#domain/survey/results.contract'
import { type Measure, measuredIn, shownIn, topShare } from './figure.words'

/**
 * A dimension of several questions is looked at by its mean. One of a single question by its best answers: the spread
 * of its mean would tell how often each option was chosen.
 */
export const measureOf = ({ questions }: Pick<Results, 'questions'>, { id }: Pick<DimensionResult, 'id'>): Measure =>
  questions.filter(({ dimension }) => dimension === id).length > 1 ? 'mean' : 'top'

/** What the whole hospital comes to by this measure; null: it may not be said. */
export const hospitalLine = ({ overall }: Pick<Results, 'overall'>, measure: Measure): number | null => {
  const figure = shownIn(overall)
  if (figure === null) return null
  return measure === 'mean' ? figure.mean : topShare(figure)
}

/** By what departments and codes are looked at. */
export const wholeMeasure = ({ best }: Pick<Results, 'best'>): Measure => (best === null ? 'mean' : 'top')

/** Dimensions whose 95 % interval lies wholly under the hospital's line; null: none can be compared. */
export const dimensionsUnder = (results: Results): readonly DimensionResult[] | null => {
  const beside = results.dimensions.flatMap((dimension) => {
    const { cell } = dimension
    const measure = measureOf(results, dimension)
    const line = hospitalLine(results, measure)
    if (cell.state !== 'shown' || !cell.comparable || line === null) return []
    const { upper } = measuredIn(cell.figure, measure)
    return upper === null ? [] : [{ dimension, isUnder: upper < line }]
  })
  if (beside.length === 0) return null
  return beside.filter(({ isUnder }) => isUnder).map(({ dimension }) => dimension)
}
