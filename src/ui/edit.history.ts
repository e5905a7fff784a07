/** What was done to a form, and undone. `run` names a run of edits that is undone as one: typing in one field. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  readonly run: string | null
}

export const UNDO_STEPS = 100

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], run: null })

/** The same as before is no step; a step of the run that is under way is part of it. */
export const edit = <T>(history: History<T>, present: T, run: string | null = null): History<T> => {
  if (present === history.present) return history
  if (run !== null && run === history.run) return { ...history, present, future: [] }
  return { past: [...history.past, history.present].slice(-UNDO_STEPS), present, future: [], run }
}

export const undo = <T>(history: History<T>): History<T> => {
  const before = history.past.at(-1)
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], run: null }
}

export const redo = <T>(history: History<T>): History<T> => {
  const [after, ...future] = history.future
  return after === undefined ? history : { past: [...history.past, history.present], present: after, future, run: null }
}
