import { columnNames } from '#domain/culture/article.model'
import type { WorkbookSheet } from '../../files/spreadsheet'
import type { publicityApi } from './publicity.api'

export type ReadingFigures = Extract<Awaited<ReturnType<typeof publicityApi.readingFigures>>, { ok: true }>['value']

type Counts = readonly (number | null)[]

/** Of what was counted; null where nothing was. */
export const sumOf = (counts: Counts): number | null =>
  counts.reduce<number | null>((sum, count) => (count === null ? sum : (sum ?? 0) + count), null)

/** Readers of all columns, day by day: whoever read in two of them is in both. */
export const totalsByDay = ({ days, columns }: Pick<ReadingFigures, 'days' | 'columns'>): (number | null)[] =>
  days.map((_, at) => sumOf(columns.map(({ readers }) => readers[at] ?? null)))

/** Readers of a day to take along: by column and by article. */
export const readingSheets = ({ days, columns, articles }: ReadingFigures): WorkbookSheet[] => [
  {
    name: '按栏目',
    rows: [
      ['日期', ...columns.map(({ column }) => columnNames[column])],
      ...days.map((day, at) => [day, ...columns.map(({ readers }) => readers[at] ?? null)]),
    ],
    widths: [14, ...columns.map(() => 12)],
  },
  {
    name: '按文章',
    rows: [
      ['题目', '栏目', '读者（人日）'],
      ...articles.map(({ title, column, readers }) => [title, columnNames[column], readers]),
    ],
    widths: [44, 12, 14],
  },
]
