import { categoryNames, channelNames } from '#domain/complaint/category'
import { careSettingNames } from '#domain/complaint/complaint.model'
import { minuteInBeijing } from '#domain/instant'
import type { Comparison, Rates } from '#domain/metrics/metrics.contract'
import { indicatorNames } from '#domain/metrics/rate'
import type { WorkbookSheet } from '../../files/spreadsheet'
import { linesOf } from './breakdown.lines'
import { departmentNote, pointStanding } from './chart.words'
import { inTableOrder } from './department.order'
import { earlierName, periodName, rateOf, visitsOf } from './figure.words'
import { methodOf } from './method.words'
import { chosenFigure } from './rate.standing'
import { headlineOf } from './rate.words'

type Cell = string | number | null

/** Figures leave the page as they are, not as they are rounded for reading. */
const compared = (comparison: Comparison | null): Cell[] =>
  comparison
    ? [comparison.numerator, comparison.denominator, comparison.ratio, comparison.lower, comparison.upper]
    : [null, null, null, null, null]

const figureSheet = (rates: Rates): WorkbookSheet => {
  const { figures, period, unit, hospitalName, asOf } = rates
  const { before, lastYear } = chosenFigure(rates) ?? {}
  const beside = (comparison: Comparison | null | undefined, otherwise: string) => {
    const name = comparison ? earlierName(comparison.period, unit, period) : otherwise
    return [`${name}件数`, `${name}人次`, `和${name}的率之比`, '比的 95% 下限', '比的 95% 上限']
  }
  const heading: Cell[] = [
    '指标',
    '件数',
    '人次',
    '每',
    '投诉率',
    '95% 下限',
    '95% 上限',
    '没认定的件数',
    ...beside(before, '上一段'),
    ...beside(lastYear, '去年同期'),
  ]
  const rows = figures.map((figure): Cell[] => [
    indicatorNames[figure.indicator],
    figure.numerator,
    figure.denominator,
    figure.factor,
    rateOf(figure, figure.factor),
    figure.lower,
    figure.upper,
    figure.undecided,
    ...compared(figure.before),
    ...compared(figure.lastYear),
  ])
  return {
    name: '指标',
    rows: [
      [`${hospitalName}投诉率，${periodName(period, unit)}`],
      [headlineOf(rates)],
      [],
      heading,
      ...rows,
      [],
      ...methodOf(rates).map(({ term, text }): Cell[] => [term, text]),
      ['导出', minuteInBeijing(asOf)],
    ],
    widths: [14, 10, 12, 8, 10, 10, 10, 12, 12, 12, 14, 12, 12, 14, 14, 16, 12, 12],
    boldRows: [0, 3],
  }
}

const monthSheet = ({ chart, indicator, factor }: Rates): WorkbookSheet => ({
  name: '按月',
  rows: [
    ['月份', '件数', visitsOf[indicator], '每', indicatorNames[indicator], '中心线', '下限', '上限', '怎么样', '说明'],
    ...chart.points.map((point): Cell[] => [
      point.month,
      point.numerator,
      point.denominator,
      factor,
      point.value,
      point.centre,
      point.lower,
      point.upper,
      pointStanding(point),
      point.note?.text ?? null,
    ]),
  ],
  widths: [10, 8, 14, 8, 12, 10, 10, 10, 14, 40],
})

const departmentSheet = ({ departments, indicator, factor }: Rates): WorkbookSheet => {
  const { rows, centre, elsewhere, period } = departments
  return {
    name: '科室',
    rows: [
      [
        `科室，${period.from} 到 ${period.to}`,
        '件数',
        visitsOf[indicator],
        '每',
        indicatorNames[indicator],
        '95% 下限',
        '95% 上限',
        '95% 界限下',
        '95% 界限上',
        '99.8% 界限下',
        '99.8% 界限上',
        '怎么样',
      ],
      ...inTableOrder(rows).map((row): Cell[] => [
        row.name,
        row.numerator,
        row.denominator,
        factor,
        row.value,
        row.lower,
        row.upper,
        row.lower95,
        row.upper95,
        row.lower998,
        row.upper998,
        departmentNote(row, centre),
      ]),
      ['各科合计', null, null, factor, centre],
      ...elsewhere.map(({ name, numerator }): Cell[] => [
        name,
        numerator,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        '没有人次',
      ]),
    ],
    widths: [28, 8, 14, 8, 12, 10, 10, 12, 12, 13, 13, 16],
  }
}

const breakdownSheet = ({ by }: Rates): WorkbookSheet => {
  const part = <V>(
    title: string,
    rows: readonly { value: V; numerator: number; before: number | null; lastYear: number | null }[],
    nameOf: (value: V) => string,
  ): Cell[][] =>
    linesOf(rows, nameOf).map(({ name, numerator, before, lastYear }): Cell[] => [
      title,
      name,
      numerator,
      before,
      lastYear,
    ])
  return {
    name: '分类',
    rows: [
      ['怎么分', '类', '件数', '上一段', '去年同期'],
      ...part('类别', by.category, (value) => (value === null ? '还没归类' : categoryNames[value])),
      ...part('渠道', by.channel, (value) => channelNames[value]),
      ...part('就医环节', by.careSetting, (value) => careSettingNames[value]),
    ],
    widths: [12, 18, 8, 10, 10],
  }
}

/** The page as a workbook: every rate with what it was divided from, and how. */
export const rateSheets = (rates: Rates): WorkbookSheet[] => [
  figureSheet(rates),
  monthSheet(rates),
  departmentSheet(rates),
  breakdownSheet(rates),
]
