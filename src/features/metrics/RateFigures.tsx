import type { RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { type Indicator, indicatorNames } from '#domain/metrics/rate'
import { countInWords } from '#domain/number.words'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { perInWords, rateInWords, rateOf, visitsOf } from './figure.words'
import { countingInWords } from './method.words'
import { comparisonInWords, intervalOf, undecidedInWords } from './rate.words'
import { focusTarget, stepIn } from '../../ui/target.walk'
import './RateFigures.css'

interface RateFiguresProps {
  rates: Rates
  onIndicator: (indicator: Indicator) => void
}

const fractionInWords = ({ numerator, denominator, indicator }: RateFigure) =>
  denominator === null
    ? `${countInWords(numerator)} 件，还没有${visitsOf[indicator]}`
    : `${countInWords(numerator)} / ${countInWords(denominator)} ${visitsOf[indicator]}`

/** The four rates; the chosen one is what the chart, the departments and the sentence speak of. */
export const RateFigures = ({ rates, onIndicator }: RateFiguresProps) => {
  const { figures, indicator: chosen } = rates
  const choose = (index: number, event: KeyboardEvent) => {
    const next = stepIn(event, index, figures.length)
    const figure = next === null ? undefined : figures[next]
    if (next === null || !figure) return
    event.preventDefault()
    focusTarget(event, next)
    onIndicator(figure.indicator)
  }
  return (
    <View className="rate-figures-place">
      <View className="rate-figures" {...semantics({ role: 'tablist', label: '四个投诉率' })}>
        {figures.map((figure, index) => (
          <Tappable
            key={figure.indicator}
            role="tab"
            className={classNames('rate-figure', figure.indicator === chosen && 'is-chosen')}
            selected={figure.indicator === chosen}
            inTabOrder={figure.indicator === chosen}
            onTap={() => onIndicator(figure.indicator)}
            onKey={(event) => choose(index, event)}
          >
            <Figure figure={figure} rates={rates} />
          </Tappable>
        ))}
      </View>
      <View className="rate-counting">{`${countingInWords(rates)}。`}</View>
    </View>
  )
}

const Figure = ({ figure, rates }: { figure: RateFigure; rates: Rates }) => {
  const value = rateOf(figure, figure.factor)
  const interval = intervalOf(figure)
  const undecided = undecidedInWords(figure)
  const beside = [comparisonInWords(figure.before, rates), comparisonInWords(figure.lastYear, rates)].filter(
    (words) => words !== null,
  )
  return (
    <>
      <View className="rate-figure-name">{indicatorNames[figure.indicator]}</View>
      <View className="rate-figure-row">
        <View className="rate-figure-value">
          <View className="rate-figure-number">{value === null ? '暂无数据' : rateInWords(value)}</View>
          {value === null ? null : <View className="rate-figure-unit">{`件/${perInWords(figure.factor)}`}</View>}
        </View>
        <View className="rate-figure-lines">
          <View className="rate-figure-line">{fractionInWords(figure)}</View>
          {interval ? <View className="rate-figure-line">{`95% 区间 ${interval}`}</View> : null}
        </View>
      </View>
      <View className="rate-figure-more">
        {beside.map(({ verdict, ratio }) => (
          <View key={verdict} className="rate-figure-line rate-figure-beside">
            <Text className="rate-figure-part">{verdict}</Text>
            <Text className="rate-figure-part c3">{ratio}</Text>
          </View>
        ))}
        {undecided ? <View className="rate-figure-line">{undecided}</View> : null}
      </View>
    </>
  )
}
