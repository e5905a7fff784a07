import type { Spot } from './chart.geometry'

export interface Pen {
  /** px; 0 fills the lines as areas. */
  readonly width: number
  /** px of ink and of gap. */
  readonly dash?: readonly [number, number]
}

const SIDE = 1000

const inUnits = (share: number) => String(Math.round(share * SIDE * 10) / 10)

/** SVG path data on a square of 1000 × 1000. */
export const pathOf = (lines: readonly (readonly Spot[])[], closed: boolean): string =>
  lines
    .map((line) => {
      const [first, ...rest] = line.map(({ x, y }) => `${inUnits(x)} ${inUnits(y)}`)
      return `M${first}${rest.map((spot) => `L${spot}`).join('')}${closed ? 'Z' : ''}`
    })
    .join('')

/**
 * A drawing as a CSS mask that stretches with its box while its lines keep their width: crisp at every size, coloured
 * by the background behind it, the same in WeChat as in a browser.
 */
export const maskOf = (lines: readonly (readonly Spot[])[], { width, dash }: Pen): string => {
  const path = pathOf(lines, width === 0)
  const ink =
    width === 0
      ? ''
      : ` fill='none' stroke='%23000' stroke-width='${width}' stroke-linejoin='round' vector-effect='non-scaling-stroke'`
  const dashes = dash ? ` stroke-dasharray='${dash.join(' ')}'` : ''
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${SIDE} ${SIDE}' preserveAspectRatio='none'%3E%3Cpath d='${path}'${ink}${dashes}/%3E%3C/svg%3E`
  return `url("data:image/svg+xml,${svg}")`
}
