import { useAction } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { FollowUpPage, FollowUpView } from '#domain/survey/followup.contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { surveyApi } from './survey.api'

export interface WorklistView {
  readonly view: FollowUpView
  readonly departmentId: DepartmentId | null
  readonly skip: number
}

export interface Worklist {
  /** The list as it was last answered for this view; null before the first answer. */
  readonly page: FollowUpPage | null
  /** Why it could not be asked for again; what was there stays there. */
  readonly problem: ErrorCode | null
  readonly loading: boolean
  readonly reload: () => Promise<void>
}

/** One page of those to ring. Asking again replaces the rows and nothing else. */
export const useWorklist = (view: WorklistView): Worklist => {
  const { remote, run } = useAction(surveyApi.followUps)
  const [kept, setKept] = useState<{ key: string; page: FollowUpPage } | null>(null)
  const key = JSON.stringify(view)
  const wanted = useRef(key)
  const reload = useCallback(async () => {
    wanted.current = key
    const answer = await run(JSON.parse(key) as WorklistView)
    if (answer.ok && wanted.current === key) setKept({ key, page: answer.value })
  }, [run, key])
  useEffect(() => {
    void reload()
  }, [reload])
  return {
    page: kept?.key === key ? kept.page : null,
    problem: remote.status === 'failed' ? remote.code : null,
    loading: remote.status === 'pending',
    reload,
  }
}
