import type { PledgeBoard, PledgePerson } from '#domain/integrity/pledge.contract'
import { rateOf } from '#domain/integrity/pledge.rules'
import type { WorkbookSheet } from '../../files/spreadsheet'

const PERCENT = 100
const TENTHS = 10

const percentOf = (tally: { signed: number; total: number }): number | null => {
  const rate = rateOf(tally)
  return rate === null ? null : Math.round(rate * PERCENT * TENTHS) / TENTHS
}

/** 亮诺率 by department and who signed when, to take along; where there is no rate the cell is empty. */
export const pledgeSheets = (
  { rows, tally, hospitalName, current }: PledgeBoard,
  people: readonly PledgePerson[],
): WorkbookSheet[] => [
  {
    name: '亮诺率',
    rows: [
      ['科室', '已签', '名单上', '亮诺率（%）'],
      ...rows.map((row) => [row.name, row.signed, row.total, current && percentOf(row)]),
      [rows.length === 1 ? '合计' : hospitalName, tally.signed, tally.total, current && percentOf(tally)],
    ],
    widths: [28, 10, 10, 14],
    boldRows: [0],
  },
  {
    name: '名单',
    rows: [
      ['工号', '姓名', '科室', '哪天签的'],
      ...people.map(({ number, name, departmentName, signedOn }) => [
        number,
        name,
        departmentName ?? '没有登记',
        signedOn ?? '还没签',
      ]),
    ],
    widths: [14, 14, 28, 14],
    boldRows: [0],
  },
]
