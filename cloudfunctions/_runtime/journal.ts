/**
 * What a function may write to the platform's logs: an allow-list. Paths of fields, never their values;
 * the class and frames of a failure, never its message, which may quote a person's words.
 */
export interface JournalEntry {
  readonly function: string
  readonly action: string
  readonly code: string
  readonly ms: number
  readonly fields?: readonly string[]
  readonly failure?: Failure
}

interface Failure {
  readonly name: string
  readonly errCode: number | null
  readonly frames: readonly string[]
}

const FRAMES = 6

const FRAME = /^at [\w$.<>[\] ]*\(?[\w.-]+:\d+:\d+\)?$/

/** The frames of a stack behind its message, which may quote what somebody wrote, also in the shape of a frame. */
const framesOf = ({ name, message, stack = '' }: Error): string[] => {
  const head = message ? `${name}: ${message}` : name
  if (!stack.startsWith(head)) return []
  return stack
    .slice(head.length)
    .split('\n')
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^\s(]*\/([^/\s]+:\d+:\d+\)?)$/, '$1'))
    .filter((line) => FRAME.test(line))
    .slice(0, FRAMES)
}

export const failureOf = (cause: unknown): Failure => ({
  name: cause instanceof Error ? cause.name.slice(0, 40) : typeof cause,
  errCode:
    typeof cause === 'object' && cause !== null && 'errCode' in cause && typeof cause.errCode === 'number'
      ? cause.errCode
      : null,
  frames: cause instanceof Error ? framesOf(cause) : [],
})

export const writeJournal = (entry: JournalEntry): void => {
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}
