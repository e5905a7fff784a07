import { type Cell, type Figure, type Results, type TextAnswer, type TrendPoint } from '#domain/survey/results.contract'
import { surveyContract } from '#domain/survey/survey.contract'
import * as v from 'valibot'

const wilson = (top: number, of: number) => {
  const share = top / of
  const z = 1.96
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return { topLower: (middle - half) * 100, topUpper: (middle + half) * 100 }
}

/** So many answers with this mean and this many best ones. */
export const aFigure = (n: number, mean: number, top: number, about: Partial<Figure> = {}): Figure => ({
  n,
  mean,
  lower: mean - 44 / Math.sqrt(n),
  upper: mean + 44 / Math.sqrt(n),
  top,
  of: n,
  ...wilson(top, n),
  ...about,
})

export const shown = (figure: Figure): Cell => ({ state: 'shown', figure, comparable: figure.n >= 100 })

const FIRST = 2024 * 12 + 9

const monthAt = (index: number) =>
  `${Math.floor((FIRST + index) / 12)}-${String(((FIRST + index) % 12) + 1).padStart(2, '0')}`

const SHARES = [66, 69, 67, 68, 70, 66, 69, 71, 68, 67, 70, 69, 66, 68, 71, 69, 67, 58, 69, 70, 68, 71, 72, 71, 70]

/** A month of 260 answers, limits about 69.2; from October 2024 on. */
export const aTrendPoint = (index: number, about: Partial<TrendPoint> = {}): TrendPoint => {
  const denominator = 250 + ((index * 7) % 23)
  const numerator = Math.round(((SHARES[index] ?? 69) / 100) * denominator)
  const half = 3 * Math.sqrt((0.692 * 0.308) / denominator) * 100
  const value = (numerator / denominator) * 100
  return {
    month: monthAt(index),
    numerator,
    denominator,
    value,
    centre: 69.2,
    lower: 69.2 - half,
    upper: 69.2 + half,
    beyond: Math.abs(value - 69.2) > half,
    ...about,
  }
}

const dimensions: [string, string, Cell][] = [
  ['talk', '医患沟通', shown(aFigure(780, 86.4, 575))],
  ['prompt', '回应及时', shown(aFigure(783, 79.2, 528))],
  ['inout', '出入院手续和信息', shown(aFigure(771, 84.0, 551))],
  ['pain', '疼痛照护', shown(aFigure(468, 83.1, 332))],
  ['drugs', '用药说明', shown(aFigure(742, 77.8, 488))],
  ['place', '环境与标识', shown(aFigure(785, 82.7, 544))],
  ['food', '饭菜', shown(aFigure(604, 71.6, 354))],
  ['kin', '对亲友的态度', shown(aFigure(764, 88.3, 574))],
]

const departments: [string, string, Cell][] = [
  ['03.01', '呼吸科', shown(aFigure(131, 84.2, 96))],
  ['03.02', '消化内科', { state: 'none' }],
  ['03.04', '心血管内科', shown(aFigure(127, 85.1, 95))],
  ['03.05', '神经内科', shown(aFigure(96, 81.4, 66))],
  ['04.01', '普外科', shown(aFigure(136, 83.9, 99))],
  ['04.03', '骨科', shown(aFigure(148, 77.0, 92))],
  ['05', '妇产科', shown(aFigure(118, 84.7, 86))],
  ['21', '康复医学科', { state: 'withheld' }],
  ['27', '疼痛科', { state: 'few' }],
]

const S4 = ['总是如此', '经常如此', '有时如此', '从未如此']
const D4 = ['非常满意', '比较满意', '比较不满意', '非常不满意']

const scale = (
  id: string,
  text: string,
  dimension: string | null,
  [n, mean, top]: [number, number, number],
  { words = S4, counts, na = 0, floor = null, isBelow = false }: ScaleAbout,
) => ({
  id,
  text,
  kind: 'scale',
  dimension,
  cell: shown(aFigure(n, mean, top, { lower: null, upper: null })),
  na,
  options: [
    ...words.map((word, at) => ({ id: `s${3 - at}`, text: word, count: counts[at] ?? null })),
    ...(na > 0 ? [{ id: 'na', text: '不适用', count: na }] : []),
  ],
  floor,
  isBelow,
})

interface ScaleAbout {
  words?: readonly string[]
  counts: readonly (number | null)[]
  na?: number
  floor?: number | null
  isBelow?: boolean
}

const questions = [
  scale('q1', '医生把病情说得明白', 'talk', [780, 87.0, 561], { counts: [561, 142, 61, 16] }),
  scale('q2', '按铃以后，很快有人来', 'prompt', [783, 79.2, 472], {
    counts: [472, 203, 87, 21],
    floor: 80,
    isBelow: true,
  }),
  scale('q3', '出院要吃哪些药、怎么吃，讲清楚了', 'drugs', [742, 77.8, 430], {
    counts: [430, 204, 83, 25],
    na: 41,
    floor: 80,
    isBelow: true,
  }),
  scale('q4', '饭菜合口、是热的', 'food', [604, 71.6, 296], {
    counts: [296, 180, 96, 32],
    na: 180,
    floor: 75,
    isBelow: true,
  }),
  {
    id: 'q5',
    text: '有没有人向您或家里人要红包、礼品',
    kind: 'single',
    dimension: null,
    cell: shown(aFigure(788, 0, 0, { mean: null, lower: null, upper: null, of: 0, topLower: null, topUpper: null })),
    na: 0,
    options: [
      { id: 'no', text: '没有', count: null },
      { id: 'yes', text: '有', count: null },
    ],
    floor: null,
    isBelow: false,
  },
  scale('q6', '总的说来，您对这次住院', null, [788, 83.4, 561], { words: D4, counts: [561, 160, 52, 15] }),
  {
    id: 'q7',
    text: '还有什么想说的',
    kind: 'text',
    dimension: null,
    cell: { state: 'none' },
    na: null,
    options: null,
    floor: null,
    isBelow: false,
  },
]

/** The third quarter of 2026 of inpatients, as the function would answer it in November. */
export const someResults = (about: Partial<Results> = {}): Results => ({
  ...v.parse(surveyContract.actions.results.output, {
    hospitalName: '青衿市人民医院',
    rater: 'inpatient',
    title: '住院患者满意度',
    best: '非常满意',
    versions: [1, 2],
    raters: ['outpatient', 'inpatient', 'follow_up', 'peer', 'staff'],
    period: { unit: 'quarter', value: '2026-Q3' },
    known: { from: '2024-Q4', to: '2026-Q4' },
    isOver: true,
    received: { self: 788, assisted: 124, web: 12 },
    scans: 4310,
    visits: 11_980,
    overall: shown(aFigure(788, 83.4, 561)),
    assisted: shown(aFigure(124, 80.2, 83)),
    dimensions: dimensions.map(([id, name, cell]) => ({ id, name, cell })),
    questions,
    departmentId: null,
    departments: departments.map(([id, name, cell]) => ({ id, name, cell })),
    touchpoints: [],
    trend: {
      points: Array.from({ length: 25 }, (_, index) => aTrendPoint(index)),
      signal: false,
      provisional: false,
      method: 'p 图，每个月的界限按当月份数算（3 倍标准差）。',
    },
    running: { through: '2026-11-18', figure: aFigure(34, 82.1, 24) },
    waiting: 0,
  }),
  ...about,
})

/** The same quarter for one department. */
export const ofDepartment = (departmentId: string): Results =>
  someResults(
    v.parse(
      v.partial(
        v.pick(surveyContract.actions.results.output, ['departmentId', 'dimensions', 'questions', 'touchpoints']),
      ),
      {
        departmentId,
        dimensions: dimensions.map(([id, name, cell], at) => ({
          id,
          name,
          cell:
            cell.state === 'shown' && at !== 3
              ? shown(aFigure(148 - at * 3, (cell.figure.mean ?? 0) - 4, 60))
              : { state: 'few' },
        })),
        questions: questions.map((question) => ({ ...question, options: null, na: null })),
        touchpoints: [
          { id: 'JQ-12E-01', name: '12 层东病区，护士站台面', cell: shown(aFigure(61, 78.2, 38)) },
          { id: 'JQ-12E-02', name: '12 层东病区，电梯厅', cell: { state: 'few' } },
        ],
      },
    ),
  )

export const aText = (at: number, about: Partial<TextAnswer> = {}): TextAnswer => ({
  id: `text-${at}`,
  rev: 0,
  text: '晚上八点以后没有热水，打水要跑到楼下。',
  question: '还有什么想说的',
  month: '2026-09',
  departmentName: '骨科',
  themes: [],
  ...about,
})
