import { hospitalRecords } from '#runtime/read/hospital.read'
import type { Place } from '#domain/hospital/place.model'
import type { DepartmentId, HospitalId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { err, ok } from '#domain/result'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import { type Rater, SHOWN_FROM } from '#domain/survey/survey.model'
import { latestChange } from '#runtime/read/improvement.read'
import { askedOn } from '#runtime/read/survey.read'
import type * as v from 'valibot'

interface About {
  readonly hospitalId: HospitalId
  readonly rater: Rater
  readonly place: Place | null
  readonly departmentId: DepartmentId | null
}

/** What these raters are asked on this day, as their page shows it. */
export const openedSurvey = async ({ hospitalId, rater, place, departmentId }: About, day: Day) => {
  const [asked, hospital, changed] = await Promise.all([
    askedOn(hospitalId, rater, day),
    hospitalRecords().find(hospitalId),
    latestChange(hospitalId, departmentId),
  ])
  if (!asked || !hospital) return err('survey.not_open')
  const { survey, version, period } = asked
  return ok<v.InferOutput<typeof OpenSurvey>>({
    surveyId: survey.id,
    version: version.version,
    rater,
    form: version.form,
    hospitalName: hospital.name,
    place,
    shownFrom: SHOWN_FROM,
    until: period.to,
    changed,
  })
}
