export interface Option<Value extends string> {
  value: Value
  title: string
  detail?: string
  tag?: string
  disabled?: boolean
}

/** The option an arrow key leads to, round the end and past what is disabled; null when there is none. */
export const optionAfter = <Value extends string>(
  options: readonly Option<Value>[],
  from: number,
  step: 1 | -1,
): number | null => {
  for (let moved = 1; moved < options.length; moved += 1) {
    const index = (from + step * moved + options.length * moved) % options.length
    if (!options[index]?.disabled) return index
  }
  return null
}
