/**
 * One cell of a table that is to be shown, its margins being cells like any other.
 *
 * `hidden` has to be kept back; `free` may be, to protect others; `fixed` is shown whatever happens; `absent` is published
 * nowhere and need not be protected, such as the total of a year that is not over.
 */
export type Standing = 'free' | 'fixed' | 'hidden' | 'absent'

export interface TableCell {
  /** What the cell holds; of two free ones the smaller is kept back. */
  readonly n: number
  readonly standing: Standing
  /** Of two free ones, the more willing is kept back first, whatever they hold; 0 unless given. */
  readonly willing?: number
}

/**
 * Rows and columns of a table whose last row and last column are their sums: `table[r][c]`, of R + 1 rows with C + 1
 * cells each. A cell of 0 that need not be hidden protects nothing.
 */
export type Table = readonly (readonly TableCell[])[]

/** What is kept back is in the place of what is hidden, or to protect it. */
export type Pattern = readonly (readonly boolean[])[]

interface Edge {
  readonly row: number
  readonly column: number
  readonly cell: TableCell
}

const keyOf = ({ row, column }: Pick<Edge, 'row' | 'column'>) => `${row}|${column}`

/** Rows are 0..R, columns follow them. */
const nodesOf = (edge: Edge, rows: number): [number, number] => [edge.row, rows + edge.column]

/**
 * Edges of a graph whose removal parts it: R. E. Tarjan, Information Processing Letters 2 (1974). `hops` are each edge's
 * two nodes.
 */
const bridgesOf = (count: number, hops: readonly (readonly [number, number])[]): Set<number> => {
  const at: { to: number; edge: number }[][] = Array.from({ length: count }, () => [])
  hops.forEach(([from, to], edge) => {
    at[from]?.push({ to, edge })
    at[to]?.push({ to: from, edge })
  })
  const seen = Array.from({ length: count }, () => -1)
  const low = Array.from({ length: count }, () => 0)
  const bridges = new Set<number>()
  let time = 0
  const visit = (node: number, by: number) => {
    seen[node] = low[node] = time
    time += 1
    for (const { to, edge } of at[node] ?? []) {
      if (edge === by) continue
      if (seen[to] === -1) {
        visit(to, edge)
        low[node] = Math.min(low[node] as number, low[to] as number)
        if ((low[to] as number) > (seen[node] as number)) bridges.add(edge)
      } else low[node] = Math.min(low[node] as number, seen[to] as number)
    }
  }
  for (let node = 0; node < count; node += 1) if (seen[node] === -1) visit(node, -1)
  return bridges
}

/** Cheapest way between two nodes: over what is hidden at no cost, over free cells at theirs. Returns the free ones. */
const cheapestWay = (
  count: number,
  rows: number,
  [from, to]: readonly [number, number],
  open: readonly Edge[],
  free: readonly (readonly [edge: Edge, cost: number])[],
): Edge[] | null => {
  const at: { to: number; cost: number; edge: Edge | null }[][] = Array.from({ length: count }, () => [])
  const link = (edge: Edge, cost: number, taken: Edge | null) => {
    const [one, other] = nodesOf(edge, rows)
    at[one]?.push({ to: other, cost, edge: taken })
    at[other]?.push({ to: one, cost, edge: taken })
  }
  for (const edge of open) link(edge, 0, null)
  for (const [edge, cost] of free) link(edge, cost, edge)
  const far = Array.from({ length: count }, () => Number.POSITIVE_INFINITY)
  const came: ({ from: number; edge: Edge | null } | null)[] = Array.from({ length: count }, () => null)
  const done = new Set<number>()
  far[from] = 0
  for (;;) {
    let nearest = -1
    for (let node = 0; node < count; node += 1) {
      if (!done.has(node) && (far[node] as number) < (far[nearest] ?? Number.POSITIVE_INFINITY)) nearest = node
    }
    if (nearest === -1) return null
    if (nearest === to) break
    done.add(nearest)
    for (const step of at[nearest] ?? []) {
      const distance = (far[nearest] as number) + step.cost
      if (distance >= (far[step.to] as number)) continue
      far[step.to] = distance
      came[step.to] = { from: nearest, edge: step.edge }
    }
  }
  const taken: Edge[] = []
  for (let node = to; node !== from; ) {
    const step = came[node]
    if (!step) return null
    if (step.edge) taken.push(step.edge)
    node = step.from
  }
  return taken
}

/**
 * Keeps back further cells until nothing that is hidden can be got at by adding and subtracting what is shown.
 *
 * Hidden cells are edges between their rows and columns, the margins' row and column included; one is told exactly by what
 * is shown if and only if its edge is a bridge (D. Gusfield, A graph theoretic approach to statistical data security,
 * SIAM Journal on Computing 17, 1988). Of each line whose sum is shown the hidden cells also hold `least` together, so
 * that their sum is not about too few either. Cells of 0 are shown and never used.
 *
 * A hidden cell that is all there is to a fixed sum stays told, since the sum tells it: who fixes sums sees to that.
 */
export const protect = (table: Table, least: number): Pattern => {
  const rows = table.length
  const columns = table[0]?.length ?? 0
  const nodes = rows + columns
  const edges = table.flatMap((cells, row) =>
    cells.flatMap((cell, column): Edge[] =>
      cell.n === 0 && (cell.standing === 'free' || cell.standing === 'fixed') ? [] : [{ row, column, cell }],
    ),
  )
  const absent = edges.filter(({ cell }) => cell.standing === 'absent')
  const hidden = new Map(
    edges.flatMap((edge) => (edge.cell.standing === 'hidden' ? [[keyOf(edge), edge] as const] : [])),
  )
  if (hidden.size === 0) return table.map((cells) => cells.map(() => false))
  const inRow = Array.from({ length: rows }, () => 0)
  const inColumn = Array.from({ length: columns }, () => 0)
  for (const { row, column } of edges) {
    if (column < columns - 1) inRow[row] = (inRow[row] ?? 0) + 1
    if (row < rows - 1) inColumn[column] = (inColumn[column] ?? 0) + 1
  }
  const isFixed = (cell: TableCell | undefined) => cell?.standing === 'fixed'
  // Whoever is all there is to a fixed sum is told by it: to hide such a cell protects nobody.
  const isToldBySum = ({ row, column }: Edge): boolean =>
    (column < columns - 1 && inRow[row] === 1 && isFixed(table[row]?.[columns - 1])) ||
    (row < rows - 1 && inColumn[column] === 1 && isFixed(table[rows - 1]?.[column]))
  const free = edges.filter((edge) => edge.cell.standing === 'free' && !isToldBySum(edge))
  const freeNow = () => free.filter((edge) => !hidden.has(keyOf(edge)))
  const costOf = ({ cell }: Edge) => (cell.n + 1) / (1 + (cell.willing ?? 0))

  const hideBridges = (): void => {
    const told = new Set<string>()
    for (;;) {
      const open = [...hidden.values(), ...absent]
      const bridges = bridgesOf(
        nodes,
        open.map((edge) => nodesOf(edge, rows)),
      )
      const exposed = [...bridges].map((at) => open[at] as Edge).filter((edge) => hidden.has(keyOf(edge)))
      const next = exposed.find((edge) => !told.has(keyOf(edge)))
      if (!next) return
      const others = open.filter((edge) => edge !== next)
      const priced = freeNow().map((edge) => [edge, costOf(edge)] as const)
      const way = cheapestWay(nodes, rows, nodesOf(next, rows), others, priced)
      if (!way) told.add(keyOf(next))
      else for (const edge of way) hidden.set(keyOf(edge), edge)
    }
  }

  /** Lines whose sum is shown: a row by its last cell, a column by its last. */
  const hideMore = (): boolean => {
    const isOpen = (row: number, column: number) =>
      hidden.has(`${row}|${column}`) || table[row]?.[column]?.standing === 'absent'
    const lines = [
      ...table.map((_, row) => ({ end: [row, columns - 1] as const, of: (edge: Edge) => edge.row === row })),
      ...Array.from({ length: columns }, (_, column) => ({
        end: [rows - 1, column] as const,
        of: (edge: Edge) => edge.column === column,
      })),
    ]
    let more = false
    for (const { end, of } of lines) {
      if (isOpen(...end)) continue
      for (;;) {
        const within = [...hidden.values()].filter(of)
        const held = within.reduce((sum, { cell }) => sum + cell.n, 0)
        if (within.length === 0 || held === 0 || held >= least || absent.some(of)) break
        const inLine = freeNow().filter(of)
        const isEnd = (edge: Edge) => keyOf(edge) === `${end[0]}|${end[1]}`
        const cells = inLine.filter((edge) => !isEnd(edge)).sort((left, right) => costOf(left) - costOf(right))
        const next = cells[0] ?? inLine.find(isEnd)
        if (!next) break
        hidden.set(keyOf(next), next)
        more = true
        if (isEnd(next)) break
      }
    }
    return more
  }

  do hideBridges()
  while (hideMore())
  return table.map((cells, row) => cells.map((_, column) => hidden.has(`${row}|${column}`)))
}
