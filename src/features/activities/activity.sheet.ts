import type { ActivityRow } from '#domain/culture/activity.contract'
import type { ActivityCount, Sum } from '#domain/culture/activity.figures'
import {
  activityKindNames,
  activityStateNames,
  extraNames,
  sevenOneNames,
  tenCleanNames,
} from '#domain/culture/activity.model'
import { type Presence, presenceNames } from '#domain/culture/attendance.model'
import { type Instant, minuteInBeijing } from '#domain/instant'
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

const DAY_WIDTH = 12

/** 台账: each activity on a line, whose 办完了 are the 场次 of the other sheets. */
const ledgerSheet = (rows: readonly ActivityRow[]): WorkbookSheet => ({
  name: '台账',
  rows: [
    ['日期', '几点', '种类', '题目', '科室', '办没办', '人次', '公开'],
    ...rows.map(({ day, from, kind, title, departmentName, state, heads, open, released }) => [
      day,
      from,
      activityKindNames[kind],
      title,
      departmentName ?? WHOLE_HOSPITAL,
      activityStateNames[state],
      heads,
      open ? (released ? '公开了' : '公开的是旧的') : null,
    ]),
  ],
  widths: [DAY_WIDTH, 8, WIDTH, 44, NAME_WIDTH, WIDTH, 8, 8],
})

/** 签到表: who was there and when, to be put with the papers. */
export const attendanceSheet = (
  rows: readonly {
    readonly name: string
    readonly departmentName: string | null
    readonly presence: Presence
    readonly at: Instant
  }[],
): { rows: string[][]; widths: number[] } => ({
  rows: [
    ['序号', '姓名', '科室', '到没到', '日期', '几点'],
    ...rows.map(({ name, departmentName, presence, at }, index) => [
      String(index + 1),
      name,
      departmentName ?? '',
      presenceNames[presence],
      ...minuteInBeijing(at).split(' '),
    ]),
  ],
  widths: [6, 14, NAME_WIDTH, WIDTH, DAY_WIDTH, 8],
})

/**
 * Counts and checklists of a year to take along, and the activities they count. A rate stands as its two numbers; what is
 * not known is empty.
 */
export const activitySheets = (
  { figures, names, departments }: Board,
  held: readonly ActivityRow[],
): WorkbookSheet[] => {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
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
    ledgerSheet(held),
  ]
}
