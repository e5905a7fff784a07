import type { DepartmentId, HospitalId } from '#domain/ids'
import { Improvement } from '#domain/survey/improvement.model'
import { documents } from '../documents'
import { departmentNames } from './hospital.read'

export const improvementRecords = () => documents('improvements', Improvement)

interface Change {
  readonly said: string
  readonly done: string
  readonly departmentName: string | null
}

/** What was changed last and may be told to anybody: the department's own, else the hospital's; null: nothing yet. */
export const latestChange = async (
  hospitalId: HospitalId,
  departmentId: DepartmentId | null,
): Promise<Change | null> => {
  const changed = { hospitalId, isPublic: true, state: 'changed' as const }
  const newestOf = async (where: object): Promise<Improvement | undefined> => {
    const [newest] = await improvementRecords().list({
      where: { ...changed, ...where },
      orderBy: [
        ['changedOn', 'desc'],
        ['_id', 'asc'],
      ],
      limit: 1,
    })
    return newest
  }
  const own = departmentId === null ? undefined : await newestOf({ departmentId })
  const found = own ?? (await newestOf({}))
  if (!found) return null
  const names = found.departmentId === null ? null : await departmentNames(hospitalId)
  return {
    said: found.said,
    done: found.result,
    departmentName: (found.departmentId && names?.get(found.departmentId)) ?? null,
  }
}
