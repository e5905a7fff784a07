import type { ErrorCode } from '#domain/errors'
import type { DepartmentId, SurveyId } from '#domain/ids'
import type { Result } from '#domain/result'
import type { OpenSurvey, Submission, Thanks, VisitLink } from '#domain/survey/answering.contract'
import type * as v from 'valibot'
import { surveyApi } from './survey.api'

/** What opens a questionnaire: a code on a wall, the link of one discharge, or being on the staff. */
export type Door =
  | { readonly kind: 'code'; readonly rater: 'outpatient' | 'inpatient'; readonly scene: string | undefined }
  | { readonly kind: 'visit'; readonly link: VisitLink }
  | {
      readonly kind: 'staff'
      readonly surveyId: SurveyId
      /** The department that is rated (科室互评); null: the hospital. */
      readonly departmentId: DepartmentId | null
      /** Whose draft it is, on a computer that others use too: the number on the roster (工号). */
      readonly by: string
    }

type Sent = v.InferInput<typeof Submission>

export const openAt = (door: Door): Promise<Result<OpenSurvey, ErrorCode>> => {
  switch (door.kind) {
    case 'code':
      return surveyApi.open({ rater: door.rater, scene: door.scene })
    case 'visit':
      return surveyApi.openLink({ link: door.link })
    case 'staff':
      return surveyApi.openAsStaff({ surveyId: door.surveyId })
  }
}

/** An ordinary browser: nobody vouches that it answers once. */
const NOBODY_HERE = new Set<ErrorCode>(['auth.required', 'session.expired', 'session.wechat_only'])

export const answerAt = async (door: Door, sent: Sent): Promise<Result<Thanks, ErrorCode>> => {
  switch (door.kind) {
    case 'code': {
      const answer = await surveyApi.answer({ ...sent, scene: door.scene })
      return !answer.ok && NOBODY_HERE.has(answer.code)
        ? surveyApi.answerUnverified({ ...sent, scene: door.scene })
        : answer
    }
    case 'visit':
      return surveyApi.answerLink({ ...sent, link: door.link })
    case 'staff':
      return surveyApi.answerAsStaff({ ...sent, departmentId: door.departmentId })
  }
}

/** Names the draft that lies behind a door. */
export const draftAt = (door: Door, surveyId: SurveyId): string => {
  switch (door.kind) {
    case 'code':
      return `${surveyId}.${door.rater}.${door.scene ?? ''}`
    case 'visit':
      return `${surveyId}.${door.link}`
    case 'staff':
      return `${surveyId}.${door.by}.${door.departmentId ?? ''}`
  }
}
