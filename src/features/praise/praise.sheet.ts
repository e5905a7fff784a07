import { type PraiseCounts } from '#domain/survey/praise.contract'
import { praiseKindNames } from '#domain/survey/praise.model'
import type { WorkbookSheet } from '../../files/spreadsheet'

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

/** How many came in each month, whatever they were. */
export const totalsByMonth = ({ months, rows }: Pick<PraiseCounts, 'months' | 'rows'>): number[] =>
  months.map((_, at) => sumOf(rows.map(({ counts }) => counts[at] ?? 0)))

const tableOf = (
  name: string,
  first: string,
  months: readonly string[],
  rows: readonly { name: string; counts: readonly number[] }[],
): WorkbookSheet => {
  const totals = months.map((_, at) => sumOf(rows.map(({ counts }) => counts[at] ?? 0)))
  return {
    name,
    rows: [
      [first, ...months, '合计'],
      ...rows.map((row) => [row.name, ...row.counts, sumOf(row.counts)]),
      ['合计', ...totals, sumOf(totals)],
    ],
    widths: [20, ...months.map(() => 10), 10],
    boldRows: [0],
  }
}

/** Counts of the last twelve months to take along: by department and by kind. What was not passed on is in none of them. */
export const praiseSheets = ({ months, rows, kinds }: PraiseCounts): WorkbookSheet[] => [
  tableOf('按科室', '科室', months, rows),
  tableOf(
    '按种类',
    '种类',
    months,
    kinds.map(({ kind, counts }) => ({ name: praiseKindNames[kind], counts })),
  ),
]
