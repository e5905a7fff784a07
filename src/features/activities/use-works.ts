import { useAction } from '#cloud/use-action'
import type { WorkKind } from '#domain/culture/activity.model'
import { useCallback, useEffect, useState } from 'react'
import { cultureApi } from './culture.api'

type Page = Extract<Awaited<ReturnType<typeof cultureApi.works>>, { ok: true }>['value']

/** What hangs in the gallery, of all kinds or of one, a page after the other. */
export const useWorks = () => {
  const [kind, setKind] = useState<WorkKind | null>(null)
  const [page, setPage] = useState<Page | null>(null)
  const { remote, run } = useAction(cultureApi.works)

  const load = useCallback(async () => {
    const answer = await run({ kind, after: null })
    if (answer.ok) setPage(answer.value)
  }, [run, kind])
  useEffect(() => {
    void load()
  }, [load])

  const more = async () => {
    if (!page?.next || remote.status === 'pending') return
    const answer = await run({ kind, after: page.next })
    if (answer.ok) setPage({ ...page, rows: [...page.rows, ...answer.value.rows], next: answer.value.next })
  }
  return {
    kind,
    narrow: (next: WorkKind | null) => {
      setPage((before) => before && { ...before, rows: [], next: null })
      setKind(next)
    },
    page,
    more,
    reload: load,
    busy: remote.status === 'pending',
    failed: remote.status === 'failed' ? remote.code : null,
  }
}

export type WorksInHand = ReturnType<typeof useWorks>
