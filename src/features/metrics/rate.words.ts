import { beijingDay, daysAfter, monthOf } from '#domain/instant'
import type { Comparison, RateFigure, Rates } from '#domain/metrics/metrics.contract'
import { daysOf } from '#domain/metrics/month.arithmetic'
import { indicatorNames } from '#domain/metrics/rate'
import { countInWords, dayName, listed, monthName, spaced } from '#domain/number.words'
import { earlierName, intervalInWords, perInWords, periodName, rateInWords, rateOf, visitsOf } from './figure.words'
import { chosenFigure, type RunSide, type Standing, standingOf } from './rate.standing'

const lastDayOf = (month: string) => daysOf(month).slice(-1)[0]

/** How far the visits of an unfinished period reach. */
export const reachInWords = (rates: Rates): string => {
  const { gaps, period, unit, asOf } = rates
  const { days } = gaps
  if (gaps.departments.length > 0 && days === null) return '还有科室没报人次'
  if (days === null && rates.indicator === 'responsible' && period.to < monthOf(beijingDay(asOf))) {
    return `还有 ${countInWords(chosenFigure(rates)?.undecided ?? 0)} 件没有认定`
  }
  if (days === null) return `${periodName(period, unit, period.from)}还没过完`
  if (days.to !== lastDayOf(period.to)) {
    return days.from === days.to
      ? `${dayName(days.from)}的人次还没有`
      : `${dayName(days.from)}到 ${dayName(days.to)}的人次还不全`
  }
  return days.from <= `${period.from}-01` ? '人次还没有报' : `人次只到 ${dayName(daysAfter(days.from, -1))}`
}

const sides: Record<RunSide, string> = { high: '偏高', low: '偏低' }

const verdicts = { higher: '明显高了', lower: '明显低了', usual: '看不出差别' }

const standingInWords = (standing: Exclude<Standing, { kind: 'no_visits' }>, rates: Rates): string => {
  switch (standing.kind) {
    case 'partial':
      return `${reachInWords(rates)}，还会变`
    case 'too_few':
      return `才 ${standing.months} 个月，先不下判断`
    case 'above':
      return `超出上限 ${rateInWords(standing.limit)}，不是正常波动`
    case 'below':
      return `低于下限 ${rateInWords(standing.limit)}，不是正常波动`
    case 'running':
      return `在界限以内，但近 ${standing.months} 个月一直${sides[standing.side]}，不像偶然`
    case 'ran':
      return `在界限以内；${monthName(standing.from)}到 ${monthName(standing.to, standing.from)}一直${sides[standing.side]}，不像偶然`
    case 'stuck':
      return '在界限以内，但高低成段、很少交替，不像偶然'
    case 'usual':
      return '处于正常波动'
    case 'compared': {
      const { before } = standing
      if (!before || before.verdict === null) return '没有上一段可比'
      return `和${earlierName(before.period, rates.unit, rates.period)}比${verdicts[before.verdict]}`
    }
  }
}

/** The page in one sentence: 「10 月综合投诉率 8.7 件/万人次，处于正常波动。」 */
export const headlineOf = (rates: Rates): string => {
  const figure = chosenFigure(rates)
  const period = periodName(rates.period, rates.unit, rates.known?.to)
  const name = indicatorNames[rates.indicator]
  const standing = standingOf(rates)
  const value = figure && rateOf(figure, figure.factor)
  if (!figure || value === null || standing.kind === 'no_visits')
    return `还没有 ${period}的${visitsOf[rates.indicator]}，算不出${name}。`
  return `${period}${name} ${rateInWords(value)} 件/${perInWords(figure.factor)}，${standingInWords(standing, rates)}。`
}

const differenceInWords = (rates: Rates, figure: RateFigure): string => {
  const { before } = figure
  if (!before) return ''
  const name = earlierName(before.period, rates.unit, rates.period)
  const more = figure.numerator - before.numerator
  const difference = more === 0 ? `件数和${name}一样` : `比${name}${more > 0 ? '多' : '少'} ${Math.abs(more)} 件`
  const verdict = {
    higher: '按人次算明显高了',
    lower: '按人次算明显低了',
    usual: '在正常起伏之内',
  }
  return spaced(before.verdict === null ? `${difference}。` : `${difference}，${verdict[before.verdict]}。`)
}

/** What follows 「60 件」 under the headline: visits, the change since the period before, and what to know before believing it. */
export const supportOf = (rates: Rates): string => {
  const figure = chosenFigure(rates)
  if (!figure) return ''
  const { denominator } = figure
  if (!denominator) return `，已经有了。请管理员导入这一段的${visitsOf[rates.indicator]}，导入后这里马上就有。`
  const numbers = `，${countInWords(denominator)} ${visitsOf[rates.indicator]}。`
  const change = rates.complete ? differenceInWords(rates, figure) : ''
  const below =
    standingOf(rates).kind === 'below' && rates.indicator !== 'responsible'
      ? '少得反常时，先看看扫码和热线还通不通。'
      : ''
  const trial =
    rates.chart.provisional && rates.unit === 'month' && rates.complete ? '不满 12 个月，用的是试行界限。' : ''
  return [numbers, change, below, trial].join('')
}

/** 「比 9 月：看不出差别」 and 「1.08 倍（0.75–1.56）」 */
export interface ComparisonWords {
  readonly verdict: string
  readonly ratio: string
}

/** Beside an earlier period; null where nothing is known of it. */
export const comparisonInWords = (comparison: Comparison | null, rates: Rates): ComparisonWords | null => {
  if (!comparison) return null
  const name = earlierName(comparison.period, rates.unit, rates.period)
  const { ratio, lower, upper, verdict, numerator, denominator } = comparison
  if (verdict === null) {
    const why = denominator === null || ratio === null ? '没有数可比' : '还会变，先不比'
    return { verdict: spaced(`比${name}：${why}`), ratio: '' }
  }
  if (ratio === null) return { verdict: spaced(`比${name}的 ${numerator} 件：${verdicts[verdict]}`), ratio: '' }
  const interval = lower === null || upper === null ? '' : `（${ratioInWords(lower)}–${ratioInWords(upper)}）`
  return { verdict: spaced(`比${name}：${verdicts[verdict]}`), ratio: `${ratioInWords(ratio)} 倍${interval}` }
}

const ratioInWords = (ratio: number) => ratio.toFixed(2)

/** 「还有 12 件没有认定，定了还可能升高」 */
export const undecidedInWords = ({ indicator, undecided }: RateFigure): string | null =>
  indicator === 'responsible' && undecided > 0 ? `还有 ${countInWords(undecided)} 件没有认定` : null

/** Where a figure of this period is less than it looks. */
export const gapsInWords = (rates: Rates): string[] => {
  const { gaps, period, unit } = rates
  const months = gaps.months.filter(() => unit !== 'month').map((month) => monthName(month, period.to))
  return [
    months.length > 0 ? spaced(`${listed(months)}还没有人次，所以这一段算不出投诉率。`) : '',
    gaps.departments.length > 0
      ? `${listed(gaps.departments)}之前报过人次，这一段还没有报：分母偏小，投诉率会显得偏高。`
      : '',
  ].filter(Boolean)
}

export const intervalOf = ({ lower, upper }: RateFigure): string | null =>
  lower === null || upper === null ? null : intervalInWords(lower, upper)

/** While everything is counted from the records, the first time or anew. */
export const rebuildingInWords = ({ done, total }: NonNullable<Rates['rebuilding']>): string =>
  total === 0
    ? '正在汇总以前的投诉，一两分钟后再看；现在的数字可能偏少。'
    : `正在汇总以前的投诉：${total} 个月里数完了 ${done} 个。还没数到的月份可能偏少，数完就对。`
