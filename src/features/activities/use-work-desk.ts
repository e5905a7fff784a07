import { useAction } from '#cloud/use-action'
import type { WorkView } from '#domain/culture/work.contract'
import type { WorkState } from '#domain/culture/work.model'
import type { ErrorCode } from '#domain/errors'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useState } from 'react'
import { cultureApi } from './culture.api'

type Page = Extract<Awaited<ReturnType<typeof cultureApi.worksToReview>>, { ok: true }>['value']

/** Works by what became of them, and the one that is looked at. */
export const useWorkDesk = () => {
  const [state, setState] = useState<WorkState>('submitted')
  const [page, setPage] = useState<Page | null>(null)
  const [open, setOpen] = useState<WorkView | null>(null)
  const [acting, setActing] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { remote, run } = useAction(cultureApi.worksToReview)

  const reload = useCallback(async () => {
    const answer = await run({ state, skip: 0 })
    if (answer.ok) setPage(answer.value)
  }, [run, state])
  useEffect(() => {
    void reload()
  }, [reload])

  const more = async () => {
    if (!page) return
    const answer = await run({ state, skip: page.rows.length })
    if (answer.ok) setPage({ ...answer.value, rows: [...page.rows, ...answer.value.rows] })
  }
  /** True when it was done. */
  const act = async (work: () => Promise<Result<WorkView>>): Promise<boolean> => {
    if (acting) return false
    setActing(true)
    setFailed(null)
    const answer = await work()
    setActing(false)
    if (answer.ok) setOpen(answer.value)
    else setFailed(answer.code)
    if (answer.ok || answer.code === 'data.changed') void reload()
    return answer.ok
  }
  const which = () => ({ id: open?.id ?? ('' as WorkView['id']), rev: open?.rev ?? 0 })

  return {
    state,
    setState: (next: WorkState) => {
      setOpen(null)
      setFailed(null)
      setState(next)
    },
    page,
    more,
    reload,
    busy: remote.status === 'pending',
    problem: remote.status === 'failed' ? remote.code : null,
    open,
    look: (work: WorkView | null) => {
      setFailed(null)
      setOpen(work)
    },
    acting,
    failed,
    show: () => act(() => cultureApi.showWork(which())),
    sendBack: (reason: string) => act(() => cultureApi.sendWorkBack({ ...which(), reason })),
    takeDown: (reason: string) => act(() => cultureApi.takeWorkDown({ ...which(), reason })),
  }
}

export type WorkDeskInHand = ReturnType<typeof useWorkDesk>
