import { countInWords } from '#domain/number.words'
import type { Cell } from '#domain/survey/results.contract'
import { COMPARED_FROM } from '#domain/survey/survey.model'
import { Text, View } from '@tarojs/components'
import type { Axis } from '../../ui/chart/chart.geometry'
import { CentreKey, IntervalBar } from '../../ui/chart/IntervalBar'
import { classNames } from '../../ui/class-names'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { hiddenInWords, intervalInWords, type Measure, measuredIn, unitOf, valueInWords } from './figure.words'
import { axisOfRows } from './figure.axis'
import './FigureTable.css'

export interface FigureRow {
  readonly key: string
  readonly name: string
  readonly cell: Cell
  /** The hospital's own figure of the same thing; null: there is none to look beside. */
  readonly line: number | null
  readonly onOpen?: () => void
}

interface FigureTableProps {
  /** What is listed, for a screen reader. */
  label: string
  /** Heads the first column: 「八个方面」. */
  title: string
  measure: Measure
  rows: readonly FigureRow[]
  /** Names the line: 「全院 83.4」. */
  lineName: string
}

/** Rows of one figure each, with its interval drawn beside the hospital's line; what may not be shown says why. */
export const FigureTable = ({ label, title, measure, rows, lineName }: FigureTableProps) => {
  const axis = axisOfRows(rows, measure)
  const hasFew = rows.some(({ cell }) => cell.state === 'shown' && !cell.comparable)
  const heads: [string, string][] = [
    ['name', title],
    ['n', '份'],
    ['value', measure === 'mean' ? '均分' : '%'],
    ['bar', lineName],
  ]
  return (
    <View className="figure-table-place">
      <View className="figure-table" {...semantics({ role: 'table', label })}>
        <View className="figure-row is-head" {...semantics({ role: 'row' })}>
          {heads.map(([key, words]) => (
            <View key={key} className={`figure-${key}`} {...semantics({ role: 'columnheader' })}>
              {key === 'bar' ? <CentreKey /> : null}
              <Text>{words}</Text>
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <Row key={row.key} row={row} measure={measure} axis={axis} />
        ))}
      </View>
      <View className="figure-foot">
        {[
          `横轴 ${axis.from}–${axis.to}${unitOf[measure]}，横线是 95% 区间`,
          hasFew ? `不满 ${COMPARED_FROM} 份的，不与别科比` : '',
        ]
          .filter(Boolean)
          .join('；')}
      </View>
    </View>
  )
}

const Row = ({ row, measure, axis }: { row: FigureRow; measure: Measure; axis: Axis }) => {
  const { name, cell, line, onOpen } = row
  const measured = cell.state === 'shown' ? measuredIn(cell.figure, measure) : null
  const isHidden = measured === null || measured.value === null
  const words = cell.state === 'shown' ? (isHidden ? '没有人答' : null) : hiddenInWords(cell)
  const as = { role: 'cell' } as const
  return (
    <View className={classNames('figure-row', isHidden && 'is-hidden')} {...semantics({ role: 'row' })}>
      <View className="figure-name" {...semantics(as)}>
        {onOpen && !isHidden ? (
          <LinkText role="button" label={`${name}，往下看`} onTap={onOpen}>
            {name}
          </LinkText>
        ) : (
          name
        )}
      </View>
      <View className="figure-n" {...semantics(as)}>
        {measured && !isHidden ? countInWords(measured.n) : '—'}
        {isHidden ? null : <Text className="figure-unit"> 份</Text>}
      </View>
      <View className="figure-value" {...semantics(as)}>
        {measured?.value === null || !measured ? '—' : valueInWords(measured.value)}
        {isHidden ? null : <Text className="figure-unit">{unitOf[measure]}</Text>}
      </View>
      <View className="figure-bar" {...semantics(as)}>
        {words !== null || !measured ? (
          words
        ) : (
          <>
            <View className="spoken">{besideInWords(row, measured)}</View>
            <View {...semantics({ hidden: true })}>
              <IntervalBar
                axis={axis}
                value={measured.value}
                lower={measured.lower}
                upper={measured.upper}
                centre={cell.state === 'shown' && cell.comparable ? line : null}
              />
            </View>
          </>
        )}
      </View>
    </View>
  )
}

/** What the drawing shows. */
const besideInWords = (
  { cell, line }: FigureRow,
  { lower, upper }: { lower: number | null; upper: number | null },
): string => {
  if (lower === null || upper === null) return '算不出区间'
  const interval = `95% 区间 ${intervalInWords(lower, upper)}`
  if (cell.state !== 'shown' || !cell.comparable) return `${interval}，不满 ${COMPARED_FROM} 份，不与别科比`
  if (line === null) return interval
  if (upper < line) return `${interval}，在全院线以下`
  return lower > line ? `${interval}，在全院线以上` : `${interval}，跨着全院线`
}
