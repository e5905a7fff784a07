import type { ChartPoint, Rates } from '#domain/metrics/metrics.contract'
import { factorOf, Indicator, indicatorNames } from '#domain/metrics/rate'
import { minuteInBeijing } from '#domain/instant'
import { countInWords, listed, monthName, spaced } from '#domain/number.words'
import { perInWords, rateInWords } from './figure.words'

/** What counts, of what there is: 「含 12345 和上级转办，含撤回的，不含建议；每万人次」. */
export const countingInWords = ({ counting, factors, by }: Pick<Rates, 'counting' | 'factors' | 'by'>): string => {
  const came = new Set(by.channel.map(({ value }) => value))
  const ways = [
    { name: '12345、12320 热线', counts: counting.hotlines, isThere: came.has('12345') || came.has('12320') },
    { name: '上级转办', counts: counting.forwarded, isThere: came.has('forwarded') },
    { name: '撤回的', counts: counting.withdrawn, isThere: true },
    { name: '建议', counts: counting.suggestions, isThere: true },
  ].filter(({ counts, isThere }) => isThere || !counts)
  const named = (counts: boolean) => listed(ways.filter((way) => way.counts === counts).map(({ name }) => name))
  const said = [named(true) && `含${named(true)}`, named(false) && `不含${named(false)}`].filter(Boolean).join('，')
  const per = [...new Set(Indicator.options.map((indicator) => factorOf(indicator, factors)))].map((factor) => {
    const names = Indicator.options.filter((indicator) => factorOf(indicator, factors) === factor)
    return { factor, names: names.map((indicator) => indicatorNames[indicator].slice(0, 2)).join('、') }
  })
  const [only] = per
  const factor =
    per.length === 1 && only
      ? `每${perInWords(only.factor)}`
      : per.map((one) => `${one.names}每${perInWords(one.factor)}`).join('，')
  return spaced(`${said}；${factor}`)
}

const numerators: Record<Indicator, string> = {
  overall: '有效投诉',
  outpatient: '门诊、急诊的有效投诉',
  inpatient: '住院的有效投诉',
  responsible: '认定属实和部分属实的投诉',
}

const denominators: Record<Indicator, string> = {
  overall: '（门急诊人次＋出院人次）',
  outpatient: ' 门急诊人次 ',
  inpatient: ' 出院人次 ',
  responsible: '（门急诊人次＋出院人次）',
}

/** 「门诊投诉率＝门诊、急诊的有效投诉 ÷ 门急诊人次 × 10 000」 */
export const formulaInWords = (indicator: Indicator, factor: number): string =>
  `${indicatorNames[indicator]}＝${numerators[indicator]} ÷${denominators[indicator]}× ${countInWords(factor)}`

export interface MethodLine {
  readonly term: string
  readonly text: string
}

const runsInWords = ({
  useful,
  longestRun,
  longestRunLimit,
  crossings,
  crossingsLimit,
  signal,
}: Rates['chart']['runs']) =>
  `图上 ${useful} 个月不在中心线上。最长连着 ${longestRun} 个月在同一侧（超过 ${longestRunLimit} 个才算异常），` +
  `穿过中心线 ${crossings} 次（少于 ${crossingsLimit} 次才算异常）：${signal ? '有异常' : '没有异常'}。用的是 Anhøj 规则。`

const limitsInWords = ({ month, centre, lower, upper }: ChartPoint): string =>
  centre === null || lower === null || upper === null
    ? ''
    : `${monthName(month)}的中心线 ${rateInWords(centre)}，界限 ${rateInWords(lower)} 到 ${rateInWords(upper)}。`

/** How every number of the page comes about, for who wants to check it. */
export const methodOf = (rates: Rates): MethodLine[] => {
  const { chart, departments, indicator, figures, factor, asOf, recounted } = rates
  const latest = chart.points[chart.points.length - 1]
  const first = chart.points[0]
  const shown = first && latest ? `${monthName(first.month)}到 ${monthName(latest.month)}，每月一个点。` : ''
  const trial = chart.provisional ? '不满 12 个月，是试行界限，会随月份变。' : ''
  return [
    { term: '指标', text: formulaInWords(indicator, factor) },
    {
      term: '其他指标',
      text: figures
        .filter((other) => other.indicator !== indicator)
        .map((other) => formulaInWords(other.indicator, other.factor))
        .join('；'),
    },
    { term: '什么算投诉', text: `${countingInWords(rates)}。医院在设置里定，改了会重新数。` },
    { term: '界限', text: `${shown}${chart.method}${latest ? limitsInWords(latest) : ''}${trial}` },
    { term: '走势', text: runsInWords(chart.runs) },
    {
      term: '区间',
      text: '95% 区间按泊松分布精确算（Garwood）。和别的时期比，看两个率之比的 95% 精确区间：区间里有 1，就是看不出差别。',
    },
    { term: '科室', text: `${departments.method}只有超出 99.8% 界限的才点名：科室一多，超出 95% 的总有几个是碰巧。` },
    {
      term: '人次',
      text: '门急诊人次和出院人次由管理员从医院信息系统导出的表里导入，按科室记到天或月，改了以后这里跟着变。没有人次的月份不画点，也不当成 0。',
    },
    {
      term: '数到什么时候',
      text: `${minuteInBeijing(asOf)}${recounted > 0 ? `，其中 ${countInWords(recounted)} 件刚有变化，打开这一页时当场数过` : ''}。`,
    },
  ]
}
