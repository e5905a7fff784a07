import type { ErrorCode } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { PledgePerson } from '#domain/integrity/pledge.contract'
import { ok, type Result } from '#domain/result'
import { integrityApi } from './integrity.api'

/** Everybody of a department, of none (null), or whom one may see at all (undefined), page after page. */
export const allPeople = async (
  departmentId: DepartmentId | null | undefined,
): Promise<Result<PledgePerson[], ErrorCode>> => {
  const people: PledgePerson[] = []
  let after: PledgePerson['number'] | null = null
  do {
    const answer: Awaited<ReturnType<typeof integrityApi.pledgePeople>> = await integrityApi.pledgePeople({
      ...(departmentId === undefined ? {} : { departmentId }),
      after,
    })
    if (!answer.ok) return answer
    people.push(...answer.value.rows)
    after = answer.value.next
  } while (after !== null)
  return ok(people)
}
