import { useAction } from '#cloud/use-action'
import type { ActionOutput } from '#domain/contract'
import type { complaintContract } from '#domain/complaint/complaint.contract'
import type { Stage } from '#domain/complaint/complaint.model'
import type { ErrorCode } from '#domain/errors'
import { useCallback, useEffect, useRef, useState } from 'react'
import { complaintApi } from './complaint.api'

export interface InboxView {
  readonly stage: Stage
  readonly mine: boolean
  readonly skip: number
}

export type InboxPage = ActionOutput<typeof complaintContract, 'inbox'>

export interface Inbox {
  /** The list as it was last answered for this view; null before the first answer. */
  readonly page: InboxPage | null
  /** Why it could not be asked for again; what was there stays there. */
  readonly problem: ErrorCode | null
  readonly loading: boolean
  readonly reload: () => Promise<void>
}

/** One page of the list. It keeps its place: asking again replaces the rows and nothing else. */
export const useInbox = (view: InboxView): Inbox => {
  const { remote, run } = useAction(complaintApi.inbox)
  const [kept, setKept] = useState<{ key: string; page: InboxPage } | null>(null)
  const key = JSON.stringify(view)
  const wanted = useRef(key)
  const reload = useCallback(async () => {
    wanted.current = key
    const answer = await run(JSON.parse(key) as InboxView)
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
