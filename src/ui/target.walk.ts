const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Where a key leads in a row of so many targets, stopping at its ends; null: it is no such key. */
export const stepIn = ({ key }: Pick<KeyboardEvent, 'key'>, from: number, count: number): number | null => {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = STEPS[key]
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step))
}

/** Moves the keyboard to another target of the row an event came from. H5 only. */
export const focusTarget = (event: KeyboardEvent, index: number) => {
  const row = (event.currentTarget as HTMLElement).parentElement
  row?.querySelectorAll<HTMLElement>('[role=option],[role=tab]')[index]?.focus()
}
