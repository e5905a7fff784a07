import type { ErrorCode } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import type { CandidateRow, GroupRow } from '#domain/integrity/office.contract'
import type { StaffGroup } from '#domain/integrity/exam.model'
import type { EthicsRow } from '#domain/integrity/record.contract'
import type { Year } from '#domain/survey/quarter'
import { ok, type Result } from '#domain/result'
import { examsApi } from './exams.api'

/** Everybody who is invited, with where they stand, page after page. */
export const allCandidates = async (id: ExamId): Promise<Result<CandidateRow[], ErrorCode>> => {
  const rows: CandidateRow[] = []
  let after: CandidateRow['number'] | null = null
  do {
    const answer: Awaited<ReturnType<typeof examsApi.examCandidates>> = await examsApi.examCandidates({ id, after })
    if (!answer.ok) return answer
    rows.push(...answer.value.rows)
    after = answer.value.next
  } while (after !== null)
  return ok(rows)
}

/** Everybody of a group, or of the roster (null), page after page. */
export const allMembers = async (group: StaffGroup | null): Promise<Result<GroupRow[], ErrorCode>> => {
  const rows: GroupRow[] = []
  let after: GroupRow['number'] | null = null
  do {
    const answer: Awaited<ReturnType<typeof examsApi.groupMembers>> = await examsApi.groupMembers({ group, after })
    if (!answer.ok) return answer
    rows.push(...answer.value.rows)
    after = answer.value.next
  } while (after !== null)
  return ok(rows)
}

/** Everybody's line of the annual ethics file, page after page. */
export const allEthicsRows = async (year: Year): Promise<Result<EthicsRow[], ErrorCode>> => {
  const rows: EthicsRow[] = []
  let after: EthicsRow['number'] | null = null
  do {
    const answer: Awaited<ReturnType<typeof examsApi.ethicsFile>> = await examsApi.ethicsFile({ year, after })
    if (!answer.ok) return answer
    rows.push(...answer.value.rows)
    after = answer.value.next
  } while (after !== null)
  return ok(rows)
}
