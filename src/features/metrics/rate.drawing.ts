import type { Month } from '#domain/instant'
import type { ChartPoint } from '#domain/metrics/metrics.contract'
import { niceTicks, topOf } from '../../ui/chart/chart.geometry'
import { type ControlDrawing, drawControl } from '../../ui/chart/control.drawing'
import { rateInWords } from './figure.words'

export type RateDrawing = ControlDrawing<ChartPoint>

/** Above the highest point stand the words of a signal. */
const ROOM_FOR_WORDS = 1.28

/** @param isNarrow as on a phone, where words take more of the room. */
export const drawRates = (points: readonly ChartPoint[], current: Month, isNarrow = false): RateDrawing => {
  const top = topOf(
    points.flatMap(({ value, upper }) => [value, upper]),
    ROOM_FOR_WORDS,
  )
  return drawControl(points, {
    axis: { from: 0, to: top },
    ticks: niceTicks(top),
    current,
    inWords: rateInWords,
    isNarrow,
  })
}
