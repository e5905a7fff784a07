import { type Kept, useKept } from '#cloud/use-action'
import type { DepartmentId } from '#domain/ids'
import type { FollowUpPage, FollowUpView } from '#domain/survey/followup.contract'
import { surveyApi } from './survey.api'

export interface WorklistView {
  readonly view: FollowUpView
  readonly departmentId: DepartmentId | null
  readonly skip: number
}

export type Worklist = Kept<FollowUpPage>

/** One page of those to ring. */
export const useWorklist = (view: WorklistView): Worklist => useKept(surveyApi.followUps, view)
