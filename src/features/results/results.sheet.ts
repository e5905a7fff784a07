import { dayName, monthName } from '#domain/number.words'
import { quarterInWords } from '#domain/survey/quarter'
import type { Cell as Shown, QuestionResult, Results } from '#domain/survey/results.contract'
import { CELL_FROM, COMPARED_FROM, raterNames } from '#domain/survey/survey.model'
import type { WorkbookSheet } from '../../files/spreadsheet'
import { hiddenInWords, topShare } from './figure.words'
import { methodOf } from './method.words'
import { periodName } from './period.words'
import { dimensionsInWords, headlineOf, responsesInWords, runningInWords } from './result.words'
import { pointStanding } from './trend.words'

type Cell = string | number | null

const FIGURE_HEADING = [
  '均分的份数',
  '均分',
  '均分 95% 下限',
  '均分 95% 上限',
  '答最好的份数',
  '答了的份数',
  '答最好 %',
  '答最好 95% 下限',
  '答最好 95% 上限',
  '说明',
]

/** Figures leave the page as they are; what is hidden leaves as words, never as 0. */
const figuresOf = (cell: Shown): Cell[] => {
  if (cell.state !== 'shown') {
    const why = hiddenInWords(cell)
    return [...FIGURE_HEADING.slice(1).map(() => why), why]
  }
  const { n, mean, lower, upper, top, of, topLower, topUpper } = cell.figure
  const note = cell.comparable ? null : `不满 ${COMPARED_FROM} 份，不与别科比`
  return [n, mean, lower, upper, top, of, topShare(cell.figure), topLower, topUpper, note]
}

const FIGURE_WIDTHS = [12, 10, 14, 14, 12, 12, 10, 16, 16, 26]

const partSheet = (
  name: string,
  title: string,
  parts: readonly { readonly name: string; readonly cell: Shown }[],
  otherwise: string,
): WorkbookSheet => ({
  name,
  rows: [
    [title, ...FIGURE_HEADING],
    ...parts.map((part): Cell[] => [part.name, ...figuresOf(part.cell)]),
    ...(parts.length === 0 ? [[otherwise]] : []),
  ],
  widths: [24, ...FIGURE_WIDTHS],
})

const summarySheet = (results: Results): WorkbookSheet => {
  const { hospitalName, rater, period, title, versions, received, scans, visits, overall, assisted, known } = results
  const none = '暂无数据'
  return {
    name: '概要',
    rows: [
      [`${hospitalName}满意度，${periodName(period)}，${raterNames[rater]}`],
      [headlineOf(results)],
      [dimensionsInWords(results)],
      [],
      ['问卷', title, versions.length > 0 ? `第 ${versions.join('、')} 版` : null],
      ['有答卷的季度', known ? `${quarterInWords(known.from)}到 ${quarterInWords(known.to)}` : none],
      ['自己填的份数', received.self],
      ['有人代填的份数', received.assisted],
      ['网页里填的份数（不算进任何比例）', received.web],
      ['全院扫码次数', scans ?? none],
      ['门急诊或出院人次', visits ?? none],
      ...responsesInWords(results).map((words): Cell[] => ['回收率', words]),
      [],
      ['', ...FIGURE_HEADING],
      ['自己填的', ...figuresOf(overall)],
      ['有人代填的，另列', ...figuresOf(assisted)],
      [],
      ['本月', runningInWords(results)],
    ],
    widths: [32, ...FIGURE_WIDTHS],
    boldRows: [0, 1],
  }
}

const HIDDEN_OPTION = `不足 ${CELL_FROM} 份，或一并不显示`

/** One row an option, so that a spreadsheet can go on with it. */
const optionRows = ({ text, options }: QuestionResult): Cell[][] =>
  (options ?? []).map((option) => [text, option.text, option.count ?? HIDDEN_OPTION])

const questionSheet = ({ questions, dimensions }: Results): WorkbookSheet => {
  const dimensionOf = ({ dimension }: QuestionResult) => dimensions.find(({ id }) => id === dimension)?.name ?? null
  const asked = questions.filter(({ kind }) => kind !== 'text')
  return {
    name: '题目',
    rows: [
      ['题目', '方面', ...FIGURE_HEADING, '不适用的份数', '改进界限', '低于界限'],
      ...asked.map((question): Cell[] => [
        question.text,
        dimensionOf(question),
        ...figuresOf(question.cell),
        question.na ?? '不显示',
        question.floor,
        question.isBelow ? '是' : null,
      ]),
      [],
      ['题目', '选项', '份数'],
      ...asked.flatMap(optionRows),
    ],
    widths: [44, 16, ...FIGURE_WIDTHS, 14, 10, 10],
    boldRows: [0, asked.length + 2],
  }
}

const trendSheet = ({ trend, running }: Results): WorkbookSheet => ({
  name: '走势',
  rows: [
    ['月份', '答最好的份数', '答了的份数', '%', '中心线', '下限', '上限', '怎么样'],
    ...trend.points.map((point): Cell[] => [
      monthName(point.month),
      point.numerator ?? '不显示',
      point.denominator ?? '不显示',
      point.value ?? '不显示',
      point.centre,
      point.lower,
      point.upper,
      pointStanding(point),
    ]),
    ...(running
      ? [
          [
            `本月到 ${dayName(running.through)}`,
            running.figure.top,
            running.figure.of,
            topShare(running.figure),
            null,
            null,
            null,
            '没满月，先不比',
          ],
        ]
      : []),
  ],
  widths: [16, 14, 12, 10, 10, 10, 10, 20],
})

const methodSheet = (results: Results): WorkbookSheet => ({
  name: '口径',
  rows: methodOf(results).map(({ term, text }): Cell[] => [term, text]),
  widths: [24, 100],
  boldRows: [],
})

/** The page as a workbook: every figure with what it was divided from and its interval, and how it comes about. */
export const resultSheets = (results: Results): WorkbookSheet[] => [
  summarySheet(results),
  partSheet('方面', '方面', results.dimensions, '问卷没有分方面'),
  questionSheet(results),
  partSheet('科室', '科室', results.departments, results.isOver ? '没有分科室的答卷' : '这一段没完，先不分科室'),
  trendSheet(results),
  methodSheet(results),
]
