import { protect, type Standing, type Table } from '#domain/survey/protect'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTold } from './linear.reader'

const LEAST = 10

type Numbers = readonly (readonly number[])[]

/** With its sums behind and below. */
const withSums = (cells: Numbers): number[][] => {
  const rows = cells.map((row) => [...row, row.reduce((sum, n) => sum + n, 0)])
  const width = rows[0]?.length ?? 0
  return [...rows, Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))]
}

const tableOf = (
  cells: Numbers,
  standing: (row: number, column: number, n: number) => Standing | null = () => null,
): Table =>
  withSums(cells).map((row, r) =>
    row.map((n, c) => ({ n, standing: standing(r, c, n) ?? (n > 0 && n < LEAST ? 'hidden' : 'free') })),
  )

const hiddenIn = (cells: Numbers) => {
  const pattern = protect(tableOf(cells), LEAST)
  return pattern.flatMap((row, r) => row.flatMap((isHidden, c) => (isHidden ? [`${r}${c}`] : [])))
}

const numbers = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(0) },
          { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
          { weight: 4, arbitrary: fc.integer({ min: 10, max: 60 }) },
        ),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: rows, maxLength: rows },
    ),
  )

/** One unknown for each inner cell; every cell of the table with its sums is so many of them. */
const unknownsOf = (table: Table) => {
  const rows = table.length - 1
  const columns = (table[0]?.length ?? 1) - 1
  const unknowns = rows * columns
  const vector = (row: number, column: number): number[] =>
    Array.from({ length: unknowns }, (_, at) => {
      const [r, c] = [Math.floor(at / columns), at % columns]
      return (row === rows || row === r) && (column === columns || column === c) ? 1 : 0
    })
  return vector
}

const everyHiddenIsSafe = (table: Table, isExempt: (row: number, column: number) => boolean = () => false) => {
  const pattern = protect(table, LEAST)
  const vector = unknownsOf(table)
  const cells = table.flatMap((row, r) => row.map((cell, c) => ({ r, c, cell, isHidden: pattern[r]?.[c] ?? false })))
  const shown = cells
    .filter(({ cell, isHidden }) => !isHidden && cell.standing !== 'absent')
    .map(({ r, c }) => vector(r, c))
  const told = cells.filter(({ r, c, isHidden }) => isHidden && !isExempt(r, c) && isTold(shown, vector(r, c)))
  return told.map(({ r, c }) => `${r}${c}`)
}

describe('protecting a table with its sums', () => {
  it('leaves nothing that is hidden to be reckoned from what is shown, by exact elimination', () => {
    fc.assert(
      fc.property(numbers, (cells) => {
        expect(everyHiddenIsSafe(tableOf(cells))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(numbers, (cells) => {
        const large = cells.map((row) => row.map((n) => (n > 0 && n < LEAST ? n + LEAST : n)))
        expect(hiddenIn(large)).toEqual([])
      }),
    )
  })

  it('hides every cell of too few, and shows every 0', () => {
    fc.assert(
      fc.property(numbers, (cells) => {
        const table = tableOf(cells)
        const pattern = protect(table, LEAST)
        table.forEach((row, r) =>
          row.forEach(({ n }, c) => {
            if (n > 0 && n < LEAST) expect(pattern[r]?.[c]).toBe(true)
            if (n === 0) expect(pattern[r]?.[c]).toBe(false)
          }),
        )
      }),
    )
  })

  it('finds what two departments’ sums would tell: a lone small cell takes the smallest of its row and column along', () => {
    const cells = [
      [4, 30],
      [20, 40],
      [50, 60],
    ]
    // 4 of 34 and of 74: one more in its row, one more in its column, and the fourth corner.
    expect(hiddenIn(cells)).toEqual(['00', '01', '10', '11'])
  })

  it('hides a sum where there is nothing else to hide', () => {
    expect(
      hiddenIn([
        [4, 0],
        [0, 30],
      ]),
    ).toEqual(['00', '02', '20', '22'])
    expect(
      everyHiddenIsSafe(
        tableOf([
          [4, 0],
          [0, 30],
        ]),
      ),
    ).toEqual([])
  })

  it('never hides what is fixed, and protects with the rest', () => {
    fc.assert(
      fc.property(numbers, (cells) => {
        const columns = cells[0]?.length ?? 0
        const rows = cells.length
        // Sums of the columns are shown elsewhere, the small ones among them are not.
        const isSum = (r: number, c: number) => r === rows && c < columns
        const table = tableOf(cells, (r, c, n) => (isSum(r, c) && n >= LEAST ? 'fixed' : null))
        const pattern = protect(table, LEAST)
        table.forEach((row, r) =>
          row.forEach(({ standing }, c) => standing === 'fixed' && expect(pattern[r]?.[c]).toBe(false)),
        )
        expect(everyHiddenIsSafe(table)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('leaves no line whose hidden cells are too few together, where its sum is shown', () => {
    fc.assert(
      fc.property(numbers, (cells) => {
        const table = tableOf(cells)
        const pattern = protect(table, LEAST)
        const columns = table[0]?.length ?? 0
        table.slice(0, -1).forEach((row, r) => {
          if (pattern[r]?.[columns - 1]) return
          const held = row.slice(0, -1).reduce((sum, { n }, c) => sum + (pattern[r]?.[c] ? n : 0), 0)
          expect(held === 0 || held >= LEAST).toBe(true)
        })
      }),
    )
  })
})
