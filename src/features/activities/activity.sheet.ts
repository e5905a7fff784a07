import type { ActivityCount, Sum } from '#domain/culture/activity.figures'
import { activityKindNames, extraNames, sevenOneNames, tenCleanNames } from '#domain/culture/activity.model'
import type { WorkbookSheet } from '../../files/spreadsheet'
import { monthOf } from './activity.words'
import type { Board } from './board.words'

const NAME_WIDTH = 22
const WIDTH = 12

/** A number, or an empty cell where nobody wrote one down; beside it, of how many activities it is known. */
const sumCells = ({ sum, known, of }: Sum): (number | null)[] => [sum, known, of]

const byMonth = (
  name: string,
  first: string,
  months: readonly string[],
  rows: readonly { readonly name: string; readonly count: ActivityCount; readonly months: readonly ActivityCount[] }[],
): WorkbookSheet => ({
  name,
  rows: [
    [
      first,
      '场次合计',
      '人次合计',
      '有人次的场次',
      '全部场次',
      ...months.flatMap((month) => [`${monthOf(month)}场次`, `${monthOf(month)}人次`]),
    ],
    ...rows.map((row) => [
      row.name,
      row.count.times,
      ...sumCells(row.count.heads),
      ...row.months.flatMap(({ times, heads }) => [times, heads.sum]),
    ]),
  ],
  widths: [NAME_WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, ...months.flatMap(() => [WIDTH, WIDTH])],
})

const WHOLE_HOSPITAL = '全院的'

/** Counts and checklists of a year to take along. A rate stands as its two numbers; what is not known is empty. */
export const activitySheets = ({ figures, departments }: Board): WorkbookSheet[] => {
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]))
  return [
    byMonth(
      '按种类',
      '种类',
      figures.months,
      figures.kinds.map((row) => ({ ...row, name: activityKindNames[row.kind] })),
    ),
    byMonth(
      '按科室',
      '科室',
      figures.months,
      figures.departments.map((row) => ({
        ...row,
        name: row.departmentId === null ? WHOLE_HOSPITAL : (nameOf.get(row.departmentId) ?? row.departmentId),
      })),
    ),
    {
      name: '另外数的',
      rows: [
        ['种类', '数什么', '合计', '有数的场次', '全部场次'],
        ...figures.kinds.flatMap(({ kind, count }) => {
          const extra = extraNames[kind]
          return extra ? [[activityKindNames[kind], `${extra.name}（${extra.unit}）`, ...sumCells(count.extra)]] : []
        }),
      ],
      widths: [NAME_WIDTH, NAME_WIDTH, WIDTH, WIDTH, WIDTH],
    },
    {
      name: '清单',
      rows: [
        ['科室', '廉晨课开了几周', '该开几周', '十清廉做了', '共', '七个一做了', '共', '十清廉还差', '七个一还差'],
        ...departments.map(({ name, checklist: { lessons, tenClean, tenCleanGaps, sevenOnes, sevenOneGaps } }) => [
          name,
          lessons?.done ?? null,
          lessons?.due ?? null,
          tenClean.done,
          tenClean.due,
          sevenOnes.done,
          sevenOnes.due,
          tenCleanGaps.map((item) => tenCleanNames[item]).join('、'),
          sevenOneGaps.map((item) => sevenOneNames[item]).join('、'),
        ]),
      ],
      widths: [NAME_WIDTH, WIDTH, WIDTH, WIDTH, 6, WIDTH, 6, 40, 40],
    },
  ]
}
