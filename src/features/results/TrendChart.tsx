import type { Month } from '#domain/instant'
import { monthName } from '#domain/number.words'
import type { Results, TrendPoint } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import { controlLayers } from '../../ui/chart/control.drawing'
import { percent, Plot } from '../../ui/chart/Plot'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { LinkText } from '../../ui/LinkText'
import { SectionHead } from '../../ui/SectionHead'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { focusTarget, stepIn } from '../../ui/target.walk'
import { useAppearance } from '../../ui/useAppearance'
import { useWidthOf } from '../../ui/useWidthOf'
import { valueInWords } from './figure.words'
import { monthsIn } from './period.words'
import { beyondSide } from './result.standing'
import { runningInWords } from './result.words'
import { drawTrend, type TrendDrawing } from './trend.drawing'
import {
  axisInWords,
  fractionInWords,
  limitsInWords,
  pointInWords,
  pointStanding,
  signalsInWords,
  trendInWords,
  trendLabels,
  trendTitle,
} from './trend.words'
import { TrendTable } from './TrendTable'
import './TrendChart.css'

interface TrendChartProps {
  results: Results
  onMethod: () => void
}

const HEIGHT = { plain: 194, elder: 300 }
const LETTERS = 13
/** As many months as can be told apart with large marks. */
const ELDER_MONTHS = 12
const USUAL_WIDTH = 460
const NARROW = 420

/** Month by month with its limits; each month can be touched, and its figures stand beneath. */
export const TrendChart = ({ results, onMethod }: TrendChartProps) => {
  const { elder } = useAppearance()
  const mode = elder ? 'elder' : 'plain'
  const plotId = `plot-${useId().replace(/\W/g, '')}`
  const width = useWidthOf(plotId, USUAL_WIDTH)
  const [touched, setTouched] = useState<Month | null>(null)
  const [asTable, setAsTable] = useState(false)
  const all = results.trend.points
  const points = elder ? all.slice(-ELDER_MONTHS) : all
  const months = monthsIn(results.period)
  const latest = points.filter(({ month, value }) => value !== null && months.includes(month)).slice(-1)[0]
  const current = latest?.month ?? points[points.length - 1]?.month ?? ''
  const chosen = Math.max(
    0,
    points.findIndex(({ month }) => month === (touched ?? current)),
  )
  const point = points[chosen]
  const running = <View className="trend-running">{runningInWords(results)}</View>
  if (!point || results.best === null) {
    return (
      <View className="trend">
        <SectionHead
          title="按月"
          links={
            <LinkText role="button" onTap={onMethod}>
              怎么算的 ›
            </LinkText>
          }
        />
        <View className="t4 c2">
          {results.best === null ? '问卷没有指定总体那一题，画不出走势。' : '还没有满一个月，走势先不画。'}
        </View>
        {running}
      </View>
    )
  }
  const drawing = drawTrend(points, current, width < NARROW)
  const signals = signalsInWords(points)
  const walk = (event: KeyboardEvent, from: number) => {
    const next = stepIn(event, from, points.length)
    const month = next === null ? undefined : points[next]?.month
    if (next === null || month === undefined) return
    event.preventDefault()
    focusTarget(event, next)
    setTouched(month)
  }
  return (
    <View className="trend">
      <SectionHead
        title={trendTitle(results)}
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
        <TrendTable points={all} />
      ) : (
        <>
          <Plot
            id={plotId}
            label={trendInWords(results)}
            height={HEIGHT[mode]}
            layers={controlLayers(drawing, results.trend.provisional)}
            rows={drawing.rows}
            columns={drawing.columns}
            edge={elder ? [] : drawing.edge}
            edgeGap={18}
            targets={
              <View className="trend-months" {...semantics({ role: 'listbox', label: '每月一个' })}>
                {points.map((one, index) => (
                  <Tappable
                    key={one.month}
                    role="option"
                    className="trend-month"
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
          <View className="trend-axis">{axisInWords(results)}</View>
        </>
      )}
      {elder && signals !== '' ? <View className="trend-signals">{`${signals}。`}</View> : null}
      <PointLine
        point={point}
        onEarlier={chosen > 0 ? () => setTouched(points[chosen - 1]?.month ?? null) : null}
        onLater={chosen < points.length - 1 ? () => setTouched(points[chosen + 1]?.month ?? null) : null}
      />
      {running}
    </View>
  )
}

interface MarksProps {
  drawing: TrendDrawing
  current: Month
  chosen: TrendPoint
}

const Marks = ({ drawing, current, chosen }: MarksProps) => (
  <>
    {drawing.marks.map(({ at, point }) => {
      const style = { left: percent(at.x), top: percent(at.y) }
      return (
        <View key={point.month}>
          {point.month === chosen.month && point.month !== current ? (
            <View className="plot-cursor" style={{ left: style.left }} />
          ) : null}
          {point.month === current ? <View className="plot-ring" style={style} /> : null}
          <View className={beyondSide(point) === null ? 'plot-dot' : 'plot-diamond'} style={style} />
        </View>
      )
    })}
  </>
)

const Labels = ({ drawing, width, height }: { drawing: TrendDrawing; width: number; height: number }) => (
  <>
    {trendLabels(drawing, { width, height }, LETTERS).map(({ mark, box, words }) => (
      <View
        key={mark.point.month}
        className={classNames('plot-words plot-signal', box.left + box.width <= mark.at.x * width && 'is-before')}
        style={{ left: percent(box.left / width), top: percent(box.top / height), width: percent(box.width / width) }}
      >
        {words}
      </View>
    ))}
  </>
)

interface PointLineProps {
  point: TrendPoint
  /** null: there is none. */
  onEarlier: (() => void) | null
  onLater: (() => void) | null
}

/** The month that was touched, in figures. */
const PointLine = ({ point, onEarlier, onLater }: PointLineProps) => {
  const isSignal = beyondSide(point) !== null
  const facts = [fractionInWords(point), limitsInWords(point)].filter(Boolean)
  return (
    <View className="trend-point" {...semantics({ role: 'group', label: `${monthName(point.month)}的数` })}>
      <Turn icon="back" label="前一个月" onTap={onEarlier} />
      <Turn icon="forward" label="后一个月" onTap={onLater} />
      <View className="trend-words" {...semantics({ live: 'polite' })}>
        <View className="trend-strong">{monthName(point.month)}</View>
        {point.value === null ? null : <View className="trend-strong">{`${valueInWords(point.value)}%`}</View>}
        <View className={isSignal ? 'trend-fact is-signal' : 'trend-fact'}>{pointStanding(point)}</View>
        {facts.map((words) => (
          <View key={words} className="trend-fact">
            {words}
          </View>
        ))}
      </View>
    </View>
  )
}

const Turn = ({ icon, label, onTap }: { icon: 'back' | 'forward'; label: string; onTap: (() => void) | null }) => (
  <Tappable
    className="trend-turn not-printed"
    label={label}
    disabled={onTap === null}
    onTap={() => {
      onTap?.()
    }}
  >
    <Icon name={icon} size="s" />
  </Tappable>
)
