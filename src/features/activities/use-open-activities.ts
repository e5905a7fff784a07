import { useAction } from '#cloud/use-action'
import type { ActivityKind } from '#domain/culture/activity.model'
import type { Month } from '#domain/instant'
import { useCallback, useEffect, useState } from 'react'
import { cultureApi } from './culture.api'

type Page = Extract<Awaited<ReturnType<typeof cultureApi.activitiesOpen>>, { ok: true }>['value']

export interface OpenFilter {
  readonly kind: ActivityKind | null
  readonly series: string | null
  readonly month: Month | null
}

export const EVERYTHING: OpenFilter = { kind: null, series: null, month: null }

/** What was held, narrowed, a page after the other. */
export const useOpenActivities = (first: OpenFilter) => {
  const [filter, setFilter] = useState(first)
  const [page, setPage] = useState<Page | null>(null)
  const { remote, run } = useAction(cultureApi.activitiesOpen)

  const load = useCallback(async () => {
    const answer = await run({ ...filter, after: null })
    if (answer.ok) setPage(answer.value)
  }, [run, filter])
  useEffect(() => {
    void load()
  }, [load])

  const more = async () => {
    if (!page?.next || remote.status === 'pending') return
    const answer = await run({ ...filter, after: page.next })
    if (answer.ok) setPage({ ...page, rows: [...page.rows, ...answer.value.rows], next: answer.value.next })
  }
  const narrow = (part: Partial<OpenFilter>) => {
    setPage((before) => before && { ...before, rows: [], next: null })
    setFilter({ ...filter, ...part })
  }
  return {
    filter,
    narrow,
    page,
    more,
    reload: load,
    busy: remote.status === 'pending',
    failed: remote.status === 'failed' ? remote.code : null,
  }
}

export type OpenActivitiesInHand = ReturnType<typeof useOpenActivities>
