import { runsOf, type Square } from './slip.strokes'

/** The dark modules as a CSS mask over a box filled with ink. */
export const squareMask = (square: Square): string => {
  const path = runsOf(square)
    .map(({ row, column, length }) => `M${column} ${row}h${length}v1h-${length}z`)
    .join('')
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${square.size} ${square.size}' shape-rendering='crispEdges'%3E%3Cpath d='${path}'/%3E%3C/svg%3E`
  return `url("data:image/svg+xml,${svg}")`
}
