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

const STEP: Record<string, 1 | -1> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

export const stepOfKey = ({ key }: Pick<KeyboardEvent, 'key'>): 1 | -1 | undefined => STEP[key]

/** Moves the keyboard to another answer of the group an event came from. H5 only. */
export const focusRadio = (event: KeyboardEvent, index: number) => {
  const group = (event.currentTarget as HTMLElement).closest('[role=radiogroup]')
  group?.querySelectorAll<HTMLElement>('[role=radio]')[index]?.focus()
}
