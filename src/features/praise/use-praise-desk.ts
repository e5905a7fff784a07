import { useAction } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { PraiseId } from '#domain/ids'
import type { Result } from '#domain/result'
import type { PraiseRow } from '#domain/survey/praise.contract'
import type { PraiseState } from '#domain/survey/praise.model'
import { useCallback, useEffect, useState } from 'react'
import { surveyApi } from './survey.api'

export type PraisePage = Extract<Awaited<ReturnType<typeof surveyApi.praises>>, { ok: true }>['value']

/** Thanks that came in, by what became of them, and the one that is worked on. */
export const usePraiseDesk = (asked: PraiseId | null) => {
  const [state, setState] = useState<PraiseState>('received')
  const [page, setPage] = useState<PraisePage | null>(null)
  const [open, setOpen] = useState<PraiseRow | null>(null)
  const [acting, setActing] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { remote, latest } = useAction(surveyApi.praises)

  const reload = useCallback(async () => {
    const first = await latest({ state, skip: 0 })
    if (first) setPage(first)
  }, [latest, state])
  useEffect(() => {
    void reload()
  }, [reload])
  useEffect(() => {
    const openAsked = async (id: PraiseId) => {
      const answer = await surveyApi.praiseOne({ id })
      if (answer.ok) setOpen(answer.value)
    }
    if (asked) void openAsked(asked)
  }, [asked])

  const more = async () => {
    if (!page) return
    const next = await latest({ state, skip: page.rows.length })
    if (next) setPage({ ...next, rows: [...page.rows, ...next.rows] })
  }

  const show = (row: PraiseRow | null) => {
    setFailed(null)
    setOpen(row)
  }

  /** True when it was done. Whoever was slower sees what a colleague made of it. */
  const act = async (work: () => Promise<Result<PraiseRow>>): Promise<boolean> => {
    if (acting) return false
    setActing(true)
    setFailed(null)
    const answer = await work()
    setActing(false)
    if (answer.ok) {
      setOpen(answer.value)
      void reload()
      return true
    }
    setFailed(answer.code)
    if (answer.code === 'data.changed' && open) {
      const now = await surveyApi.praiseOne({ id: open.id })
      if (now.ok) setOpen(now.value)
      void reload()
    }
    return false
  }

  return {
    state,
    setState,
    page,
    problem: remote.status === 'failed' ? remote.code : null,
    busy: remote.status === 'pending',
    reload,
    more,
    open,
    show,
    act,
    acting,
    failed,
  }
}
