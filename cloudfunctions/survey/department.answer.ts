import type { DepartmentId, HospitalId, SurveyId } from '#domain/ids'
import type { Month } from '#domain/instant'
import type { Improvement } from '#domain/survey/improvement.model'
import type { QuestionId } from '#domain/survey/question.model'
import { quarterOf } from '#domain/survey/quarter'
import { improvementRecords } from '#runtime/read/improvement.read'
import { atLeast } from '#runtime/documents'

/** More than one department takes on at a time. */
const MOST = 500

export interface Asked {
  readonly surveyId: SurveyId
  readonly questionId: QuestionId
}

/** What a department, or the hospital for it, took on since this month: by the question that led to it. */
export const departmentsAnswer = async (hospitalId: HospitalId, departmentId: DepartmentId, since: Month) => {
  const improvements = await improvementRecords().list({
    where: { hospitalId, proposedOn: atLeast(`${since}-01`) },
    orderBy: [
      ['proposedOn', 'desc'],
      ['_id', 'asc'],
    ],
    limit: MOST,
  })
  return ({ surveyId, questionId }: Asked): Improvement | null => {
    const led = improvements.filter(
      ({ source }) =>
        source?.surveyId === surveyId && source.questionId === questionId && source.quarter >= quarterOf(since),
    )
    return led.find((one) => one.departmentId === departmentId) ?? led.find((one) => one.departmentId === null) ?? null
  }
}
