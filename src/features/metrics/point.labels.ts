import { monthName } from '#domain/number.words'
import type { ChartPoint } from '#domain/metrics/metrics.contract'
import { type Box, placeLabels, widthOfWords } from '../../ui/chart/chart.geometry'
import type { Mark } from '../../ui/chart/control.drawing'
import { pointStanding } from './chart.words'
import { rateInWords } from './figure.words'
import type { RateDrawing } from './rate.drawing'
import { isSignal } from './rate.standing'

export interface PointLabel {
  readonly mark: Mark<ChartPoint>
  readonly box: Box
  readonly signal: string | null
  readonly note: string | null
  /** From the mark to its words where they stand beside it. px */
  readonly leader: { readonly left: number; readonly width: number } | null
}

const LINE = 1.35
const WIDE = 420
const MOST = { wide: 4, narrow: 2 }
/** Letters of a note that fit beside its point; all of it stands beneath the chart. */
const NOTE_LETTERS = { wide: 20, narrow: 10 }
const CLEAR = 9

const cut = (text: string, letters: number): string => {
  const [line = ''] = text.split('\n')
  const all = Array.from(line)
  return all.length > letters ? `${all.slice(0, letters - 1).join('')}…` : line
}

/** Words beside the signals and the months somebody wrote about: the latest ones, where there are too many for the plot. */
export const labelsOf = (
  { marks, limits }: RateDrawing,
  plot: { readonly width: number; readonly height: number },
  letters: number,
): PointLabel[] => {
  const size = plot.width >= WIDE ? 'wide' : 'narrow'
  const worded = marks
    .filter(({ point }) => isSignal(point) || point.note !== null)
    .slice(-MOST[size])
    .map((mark) => ({
      mark,
      signal: isSignal(mark.point)
        ? `${monthName(mark.point.month, mark.point.month)} ${rateInWords(mark.point.value ?? 0)}，${pointStanding(mark.point)}`
        : null,
      note: mark.point.note ? cut(mark.point.note.text, NOTE_LETTERS[size]) : null,
    }))
  const boxes = placeLabels(
    worded.map(({ mark, signal, note }) => ({
      x: mark.at.x * plot.width,
      y: mark.at.y * plot.height,
      width: Math.max(widthOfWords(signal ?? '', letters), widthOfWords(note ?? '', letters)),
      height: letters * LINE * (signal && note ? 2 : 1),
    })),
    plot,
    // Nor is a limit to run through the words.
    [...marks.map(({ at }) => at), ...limits.flat()].map(({ x, y }) => ({ x: x * plot.width, y: y * plot.height })),
  )
  return worded.flatMap((label, index) => {
    const box = boxes[index]
    if (!box) return []
    return [{ ...label, box, leader: leaderOf(label.mark.at.x * plot.width, label.mark.at.y * plot.height, box) }]
  })
}

const leaderOf = (x: number, y: number, box: Box): PointLabel['leader'] => {
  if (y < box.top || y > box.top + box.height) return null
  if (box.left > x + CLEAR) return { left: x + CLEAR, width: box.left - x - CLEAR - 2 }
  const end = box.left + box.width
  return end < x - CLEAR ? { left: end + 2, width: x - CLEAR - end - 2 } : null
}
