import type { ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { PaperView } from '#domain/integrity/paper.view'
import type { Result } from '#domain/result'
import { aheadBy } from './exam.clock'
import type { AnswerSheet } from './sheet.store'

export interface OpenedPaper {
  readonly paper: PaperView
  /** By how much the hospital's clock is ahead of this phone's, in ms. */
  readonly ahead: number
  /** What this device had of it already, and under which name. */
  readonly sheet: AnswerSheet
  readonly name: string
}

/** An answer of the hospital, with by how much its clock is ahead of this phone's. */
export const timed = async <T extends { now: Instant }, C extends ErrorCode>(ask: () => Promise<Result<T, C>>) => {
  const asked = Date.now()
  const answer = await ask()
  return { answer, ahead: answer.ok ? aheadBy(answer.value.now, asked, Date.now()) : 0 }
}
