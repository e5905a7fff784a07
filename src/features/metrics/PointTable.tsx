import type { ChartPoint } from '#domain/metrics/metrics.contract'
import { type Indicator, indicatorNames } from '#domain/metrics/rate'
import { countInWords, monthName } from '#domain/number.words'
import { Table } from '../../ui/Table'
import { pointStanding } from './chart.words'
import { intervalInWords, rateInWords, visitsOf } from './figure.words'
import { isSignal } from './rate.standing'
import './PointTable.css'

const NONE = '暂无'

/** The chart in figures, the latest month first. */
export const PointTable = ({ points, indicator }: { points: readonly ChartPoint[]; indicator: Indicator }) => (
  <Table
    label={`${indicatorNames[indicator]}，按月`}
    columns={[
      { key: 'month', title: '月份' },
      { key: 'count', title: '件数', numeric: true },
      { key: 'visits', title: visitsOf[indicator], numeric: true },
      { key: 'rate', title: '投诉率', numeric: true },
      { key: 'limits', title: '界限', numeric: true },
      { key: 'standing', title: '说明' },
    ]}
    rows={[...points].reverse().map((point) => ({
      key: point.month,
      strong: isSignal(point),
      cells: {
        month: monthName(point.month),
        count: countInWords(point.numerator),
        visits: point.denominator === null ? NONE : countInWords(point.denominator),
        rate: point.value === null ? NONE : rateInWords(point.value),
        limits: point.lower === null || point.upper === null ? NONE : intervalInWords(point.lower, point.upper),
        standing: [pointStanding(point), point.note?.text].filter(Boolean).join('；'),
      },
    }))}
  />
)
