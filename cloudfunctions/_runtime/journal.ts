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

/** The frames of a stack without its first lines, which carry the message. */
const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^\s(]*\/([^/\s]+:\d+:\d+)\)?$/, '$1'))

export const failureOf = (cause: unknown): Failure => ({
  name: cause instanceof Error ? cause.name.slice(0, 40) : typeof cause,
  errCode:
    typeof cause === 'object' && cause !== null && 'errCode' in cause && typeof cause.errCode === 'number'
      ? cause.errCode
      : null,
  frames: cause instanceof Error && cause.stack ? framesOf(cause.stack) : [],
})

export const writeJournal = (entry: JournalEntry): void => {
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}
