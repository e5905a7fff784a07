import type { Department, Hospital } from '#domain/hospital/hospital.model'
import type { StaffId } from '#domain/ids'
import type { Day } from '#domain/instant'
import type { FollowUpDetail, FollowUpRow } from '#domain/survey/followup.contract'
import type { FollowUp } from '#domain/survey/followup.model'
import { maskedName, mayCloseUnreached, mayUndo } from '#domain/survey/followup.rules'
import { askedOn } from '#runtime/read/survey.read'
import type * as v from 'valibot'
import { visitLinkFor } from './visit.link'

/** What follow-ups are shown beside. */
export interface Beside {
  readonly hospital: Hospital
  readonly departments: readonly Department[]
  readonly staff: ReadonlyMap<StaffId, string>
  readonly today: Day
}

type Row = v.InferInput<typeof FollowUpRow>
type Detail = v.InferInput<typeof FollowUpDetail>

/** As it stands in the list: nobody's name, nobody's phone. */
export const rowOf = (row: FollowUp, departments: Beside['departments']): Row => ({
  ...row,
  maskedName: row.name === null ? null : maskedName(row.name),
  departmentName: departments.find(({ id }) => id === row.departmentId)?.name ?? row.departmentId,
  attempts: row.attempts.length,
})

const askedFor = async (row: FollowUp, { hospital, today }: Beside): Promise<Detail['survey']> => {
  if (row.stage === 'done' || row.answered) return null
  const asked = await askedOn(hospital.id, 'follow_up', today)
  return asked && { surveyId: asked.survey.id, version: asked.version.version, form: asked.version.form }
}

/** With everything that a call needs. */
export const detailOf = async (row: FollowUp, beside: Beside): Promise<Detail> => ({
  ...rowOf(row, beside.departments),
  name: row.name,
  phone: row.phone,
  calls: row.attempts.map(({ id, day, outcome, by }) => ({ id, day, outcome, byName: beside.staff.get(by) ?? '' })),
  answered: row.answered,
  mayUndo: mayUndo(row),
  mayClose: mayCloseUnreached(row),
  link: visitLinkFor(row.id),
  survey: await askedFor(row, beside),
  hospitalName: beside.hospital.name,
  contacts: beside.hospital.contacts,
})
