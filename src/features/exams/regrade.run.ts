import type { ErrorCode } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import type { QuestionCorrection, RegradeId } from '#domain/integrity/exam.model'
import type { ExamView } from '#domain/integrity/office.contract'
import { ok, type Result } from '#domain/result'
import { examsApi } from './exams.api'

export interface WantedRegrade {
  readonly id: ExamId
  readonly rev: number
  readonly regradeId: RegradeId
  readonly reason: string
  readonly corrections: readonly QuestionCorrection[]
}

/** How many papers still wait for a regrade. */
export const leftOf = ({ regrades }: Pick<ExamView, 'regrades'>, regradeId: RegradeId): number =>
  regrades.find(({ id }) => id === regradeId)?.left ?? 0

export const regradedInWords = (left: number): string =>
  left > 0 ? `还有 ${left} 份没算上，请再点一次接着算` : '都重新记过分了'

type Ask = typeof examsApi.regradeExam

/** Marks every paper again, a part with each request; stops where one changes nothing. `onPart` hears what is left. */
export const regradeAll = async (
  { id, regradeId, reason, corrections, rev: first }: WantedRegrade,
  onPart: (left: number) => void,
  ask: Ask = examsApi.regradeExam,
): Promise<Result<ExamView, ErrorCode>> => {
  let rev = first
  let before = Number.POSITIVE_INFINITY
  for (;;) {
    const answer = await ask({ id, rev, regradeId, reason, corrections: [...corrections] })
    if (!answer.ok) return answer
    const left = leftOf(answer.value, regradeId)
    onPart(left)
    if (left === 0 || left >= before) return ok(answer.value)
    before = left
    rev = answer.value.rev
  }
}
