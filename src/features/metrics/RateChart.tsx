import type { Month } from '#domain/instant'
import type { ChartPoint, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import { controlLayers } from '../../ui/chart/control.drawing'
import { percent, Plot } from '../../ui/chart/Plot'
import { classNames } from '../../ui/class-names'
import { LinkText } from '../../ui/LinkText'
import { SectionHead } from '../../ui/SectionHead'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { useAppearance } from '../../ui/useAppearance'
import { useWidthOf } from '../../ui/useWidthOf'
import type { CaseQuery } from './case.query'
import { chartInWords, pointInWords, signalsInWords } from './chart.words'
import { chartTitle } from './figure.words'
import { labelsOf } from './point.labels'
import { PointPanel } from './PointPanel'
import { PointTable } from './PointTable'
import { drawRates, type RateDrawing } from './rate.drawing'
import { isSignal } from './rate.standing'
import { focusTarget, stepIn } from '../../ui/target.walk'
import './RateChart.css'

interface RateChartProps {
  rates: Rates
  onMethod: () => void
  onCases: (query: CaseQuery) => void
  onMonth: (month: Month) => void
  onNoted: () => void
}

const HEIGHT = { plain: 194, elder: 300 }
const LETTERS = 13
/** As many months as can be told apart with large marks. */
const ELDER_MONTHS = 12
const USUAL_WIDTH = 560
const NARROW = 420

/** Month by month with its limits; each month can be touched, and its figures stand beneath. */
export const RateChart = ({ rates, onMethod, onCases, onMonth, onNoted }: RateChartProps) => {
  const { elder } = useAppearance()
  const mode = elder ? 'elder' : 'plain'
  const plotId = `plot-${useId().replace(/\W/g, '')}`
  const width = useWidthOf(plotId, USUAL_WIDTH)
  const [touched, setTouched] = useState<Month | null>(null)
  const [asTable, setAsTable] = useState(false)
  const { points: all } = rates.chart
  const points = elder ? all.slice(-ELDER_MONTHS) : all
  const current = rates.period.to
  const chosen = Math.max(
    0,
    points.findIndex(({ month }) => month === (touched ?? current)),
  )
  const point = points[chosen]
  if (!point) return null
  const isNarrow = width < NARROW
  const signals = signalsInWords(points)
  const drawing = drawRates(points, current, isNarrow)
  const walk = (event: KeyboardEvent, from: number) => {
    const next = stepIn(event, from, points.length)
    const month = next === null ? undefined : points[next]?.month
    if (next === null || month === undefined) return
    event.preventDefault()
    focusTarget(event, next)
    setTouched(month)
  }
  const step = (by: number) => setTouched(points[chosen + by]?.month ?? null)
  return (
    <View className="rate-chart">
      <SectionHead
        title={`${chartTitle(rates)}，${points.length} 个月`}
        links={
          <>
            <LinkText role="button" onTap={() => setAsTable(!asTable)}>
              {asTable ? '看成图' : '看成表格'}
            </LinkText>
            <LinkText role="button" onTap={onMethod}>
              怎么算的 ›
            </LinkText>
          </>
        }
      />
      {asTable ? (
        <PointTable points={all} indicator={rates.indicator} />
      ) : (
        <Plot
          id={plotId}
          label={chartInWords(rates)}
          height={HEIGHT[mode]}
          layers={controlLayers(drawing)}
          rows={drawing.rows}
          columns={drawing.columns}
          edge={elder ? [] : drawing.edge}
          edgeGap={18}
          targets={
            <View
              className="rate-months"
              {...semantics({ role: 'listbox', label: `${indicatorNames[rates.indicator]}，每月一个` })}
            >
              {points.map((one, index) => (
                <Tappable
                  key={one.month}
                  role="option"
                  className={classNames('rate-month', index === chosen && 'is-chosen')}
                  label={pointInWords(one)}
                  selected={index === chosen}
                  inTabOrder={index === chosen}
                  onTap={() => setTouched(one.month)}
                  onKey={(event) => walk(event, index)}
                />
              ))}
            </View>
          }
        >
          <Marks drawing={drawing} current={current} chosen={point} />
          {elder ? null : <Labels drawing={drawing} width={width} height={HEIGHT.plain} />}
        </Plot>
      )}
      {elder && signals !== '' ? <View className="rate-signals">{`${signals}。`}</View> : null}
      <PointPanel
        rates={rates}
        point={point}
        onEarlier={chosen > 0 ? () => step(-1) : null}
        onLater={chosen < points.length - 1 ? () => step(1) : null}
        onCases={onCases}
        onMonth={onMonth}
        onNoted={onNoted}
      />
    </View>
  )
}

const Marks = ({ drawing, current, chosen }: { drawing: RateDrawing; current: Month; chosen: ChartPoint }) => (
  <>
    {drawing.marks.map(({ at, point }) => {
      const style = { left: percent(at.x), top: percent(at.y) }
      return (
        <View key={point.month}>
          {point.month === chosen.month && point.month !== current ? (
            <View className="plot-cursor" style={{ left: style.left }} />
          ) : null}
          {point.month === current ? <View className="plot-ring" style={style} /> : null}
          <View
            className={isSignal(point) ? 'plot-diamond' : classNames('plot-dot', !point.whole && 'is-open')}
            style={style}
          />
        </View>
      )
    })}
  </>
)

interface LabelsProps {
  drawing: RateDrawing
  width: number
  height: number
}

const Labels = ({ drawing, width, height }: LabelsProps) => (
  <>
    {labelsOf(drawing, { width, height }, LETTERS).map(({ mark, box, signal, note, leader }) => (
      <View key={mark.point.month}>
        {leader ? (
          <View
            className="plot-leader"
            style={{
              left: percent(leader.left / width),
              top: percent(mark.at.y),
              width: percent(leader.width / width),
            }}
          />
        ) : null}
        <View
          className={classNames('plot-words', box.left + box.width <= mark.at.x * width && 'is-before')}
          style={{
            left: percent(box.left / width),
            top: percent(box.top / height),
            width: percent(box.width / width),
          }}
        >
          {signal ? <View className="plot-signal">{signal}</View> : null}
          {note ? <View>{note}</View> : null}
        </View>
      </View>
    ))}
  </>
)
