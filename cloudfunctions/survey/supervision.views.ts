import type { DepartmentId, HospitalId, StaffId } from '#domain/ids'
import type { Day } from '#domain/instant'
import type { Answers, Form } from '#domain/survey/question.model'
import type { DutyRow, RatedItem, RatingRow, TermRow } from '#domain/survey/supervision.contract'
import type { Duty, SupervisorRating, SupervisorTerm } from '#domain/survey/supervision.model'
import { type EvidenceByQuestion, isInForce, ratedItems } from '#domain/survey/supervision.rules'
import { versionKey } from '#domain/survey/survey.model'
import { departmentNames } from '#runtime/read/hospital.read'
import { versionOf } from '#runtime/read/survey.read'
import type * as v from 'valibot'

export const termRow = (term: SupervisorTerm, day: Day): v.InferOutput<typeof TermRow> => ({
  ...term,
  isInForce: isInForce(term, day),
})

type Names = ReadonlyMap<DepartmentId, string>

/** A department that was taken off the list keeps its code. */
const nameIn = (names: Names, id: DepartmentId): string => names.get(id) ?? id

export const dutyRow = (duty: Duty, names: Names): v.InferOutput<typeof DutyRow> => ({
  ...duty,
  departmentName: duty.departmentId === null ? null : nameIn(names, duty.departmentId),
})

/** Answers and evidence beside the questions they were given to. */
export const itemsOf = (rating: SupervisorRating, form: Form): v.InferOutput<typeof RatedItem>[] =>
  ratedItems(form, JSON.parse(rating.answers) as Answers, JSON.parse(rating.evidence) as EvidenceByQuestion)

/** Each version is read once. A rating whose version is gone is left out: nobody could say what was asked. */
export const withItems = async (ratings: readonly SupervisorRating[]) => {
  const keys = new Map(ratings.map((one) => [versionKey(one.surveyId, one.version), one]))
  const versions = await Promise.all([...keys.values()].map((one) => versionOf(one.surveyId, one.version)))
  const forms = new Map(versions.flatMap((found) => (found ? [[found.id, found.form] as const] : [])))
  return ratings.flatMap((rating) => {
    const form = forms.get(versionKey(rating.surveyId, rating.version))
    return form ? [{ rating, items: itemsOf(rating, form) }] : []
  })
}

/** `names` of the staff only where the reader may know who it was. */
export const ratingRows = async (
  hospitalId: HospitalId,
  ratings: readonly SupervisorRating[],
  names: ReadonlyMap<StaffId, string> | null,
): Promise<v.InferOutput<typeof RatingRow>[]> => {
  const departments = await departmentNames(hospitalId)
  return (await withItems(ratings)).map(({ rating: { id, month, departmentId, staffId }, items }) => ({
    id,
    month,
    departmentId,
    departmentName: nameIn(departments, departmentId),
    byName: names?.get(staffId) ?? null,
    items,
  }))
}
