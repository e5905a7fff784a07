/** The value below which a share (0 to 1) of the values lies; null when there are none. */
export const quantile = (values: number[], share: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}

export const median = (values: number[]): number | null => quantile(values, 0.5)

/** Three significant digits, or the word for no data. */
export const show = (value: number | null, unit = ''): string =>
  value === null ? 'no data' : `${Number(value.toPrecision(3))}${unit}`

export const ratio = (value: number | null, base: number | null): string =>
  value === null || base === null || base === 0 ? 'no data' : `${Number((value / base).toPrecision(2))}×`

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
