import { useAction } from '#cloud/use-action'
import type { DraftQueue, DraftView } from '#domain/culture/desk.contract'
import type { ErrorCode } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useState } from 'react'
import { publicityApi } from './publicity.api'

export type DeskPage = Extract<Awaited<ReturnType<typeof publicityApi.drafts>>, { ok: true }>['value']

/** Articles by where they stand, and the one that is looked at. */
export const useDesk = (first: DraftQueue, asked: ArticleId | null) => {
  const [queue, setQueue] = useState<DraftQueue>(first)
  const [page, setPage] = useState<DeskPage | null>(null)
  const [openId, setOpenId] = useState<ArticleId | null>(asked)
  const [open, setOpen] = useState<DraftView | null>(null)
  const [acting, setActing] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { remote, run } = useAction(publicityApi.drafts)

  const reload = useCallback(async () => {
    const answer = await run({ queue, skip: 0 })
    if (answer.ok) setPage(answer.value)
  }, [run, queue])
  useEffect(() => {
    void reload()
  }, [reload])

  const look = useCallback(async (id: ArticleId) => {
    const answer = await publicityApi.draft({ id })
    if (answer.ok) setOpen(answer.value)
    setFailed(answer.ok ? null : answer.code)
  }, [])
  useEffect(() => {
    if (openId) void look(openId)
  }, [openId, look])

  const more = async () => {
    if (!page) return
    const answer = await run({ queue, skip: page.rows.length })
    if (answer.ok) setPage({ ...answer.value, rows: [...page.rows, ...answer.value.rows] })
  }

  const show = (id: ArticleId | null) => {
    setFailed(null)
    if (id !== openId) setOpen(null)
    setOpenId(id)
  }

  /** True when it was done. Whoever was slower sees what a colleague made of it. */
  const act = async (work: () => Promise<Result<DraftView>>): Promise<boolean> => {
    if (acting) return false
    setActing(true)
    setFailed(null)
    const answer = await work()
    setActing(false)
    void reload()
    if (answer.ok) {
      setOpen(answer.value)
      return true
    }
    if (answer.code === 'data.changed' && openId) await look(openId)
    setFailed(answer.code)
    return false
  }

  const remove = async (draft: DraftView): Promise<boolean> => {
    setActing(true)
    const answer = await publicityApi.removeDraft({ id: draft.id, rev: draft.rev })
    setActing(false)
    if (answer.ok) show(null)
    else setFailed(answer.code)
    void reload()
    return answer.ok
  }

  return {
    queue,
    setQueue,
    page,
    problem: remote.status === 'failed' ? remote.code : null,
    busy: remote.status === 'pending',
    reload: () => {
      void reload()
      if (openId) void look(openId)
    },
    more,
    openId,
    open,
    show,
    act,
    acting,
    failed,
    remove,
  }
}

export type DeskInHand = ReturnType<typeof useDesk>
