import { countInWords, monthName } from '#domain/number.words'
import type { TrendPoint } from '#domain/survey/results.contract'
import { Table } from '../../ui/Table'
import { intervalInWords, valueInWords } from './figure.words'
import { beyondSide } from './result.standing'
import { pointStanding } from './trend.words'

const HIDDEN = '—'

/** The chart in figures, the latest month first. */
export const TrendTable = ({ points }: { points: readonly TrendPoint[] }) => (
  <Table
    label="答最好的比例，按月"
    columns={[
      { key: 'month', title: '月份' },
      { key: 'top', title: '答最好', numeric: true },
      { key: 'of', title: '份', numeric: true },
      { key: 'share', title: '%', numeric: true },
      { key: 'limits', title: '界限', numeric: true },
      { key: 'standing', title: '说明' },
    ]}
    rows={[...points].reverse().map((point) => ({
      key: point.month,
      strong: beyondSide(point) !== null,
      cells: {
        month: monthName(point.month),
        top: point.numerator === null ? HIDDEN : countInWords(point.numerator),
        of: point.denominator === null ? HIDDEN : countInWords(point.denominator),
        share: point.value === null ? HIDDEN : valueInWords(point.value),
        limits: point.lower === null || point.upper === null ? HIDDEN : intervalInWords(point.lower, point.upper),
        standing: pointStanding(point),
      },
    }))}
  />
)
