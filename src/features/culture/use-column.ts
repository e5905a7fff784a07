import { useAction } from '#cloud/use-action'
import type { ArticleCard, ArticleFilter } from '#domain/culture/reader.contract'
import type { ErrorCode } from '#domain/errors'
import { useCallback, useEffect, useRef, useState } from 'react'
import { cultureApi } from './culture.api'

type Answer = Extract<Awaited<ReturnType<typeof cultureApi.articles>>, { ok: true }>['value']

interface Listed extends Answer {
  /** Of what they are the list. */
  readonly filter: string
}

const onlyNew = (before: readonly ArticleCard[], rows: readonly ArticleCard[]) => {
  const known = new Set(before.map(({ id }) => id))
  return rows.filter(({ id }) => !known.has(id))
}

/** Articles of a column, a department or a series, a page after the other. */
export const useColumn = (filter: ArticleFilter) => {
  const key = JSON.stringify(filter)
  const [list, setList] = useState<Listed | null>(null)
  const { remote, run } = useAction(cultureApi.articles)
  const busy = useRef(false)

  const load = useCallback(async () => {
    busy.current = true
    const answer = await run({ filter: JSON.parse(key) as ArticleFilter, after: null })
    busy.current = false
    if (answer.ok) setList({ ...answer.value, filter: key })
  }, [run, key])
  useEffect(() => {
    void load()
  }, [load])

  // The end of the page and the button may ask at once: the list goes on once.
  const more = async () => {
    if (!list?.next || list.filter !== key || busy.current) return
    busy.current = true
    const answer = await run({ filter, after: list.next })
    busy.current = false
    if (!answer.ok) return
    setList((before) =>
      before?.filter === key
        ? { ...before, rows: [...before.rows, ...onlyNew(before.rows, answer.value.rows)], next: answer.value.next }
        : before,
    )
  }
  const failed: ErrorCode | null = remote.status === 'failed' ? remote.code : null
  return {
    /** What it can be narrowed by stays while another list is fetched. */
    departments: list?.departments ?? [],
    series: list?.series ?? [],
    rows: list?.filter === key ? list.rows : null,
    next: list?.filter === key ? list.next : null,
    busy: remote.status === 'pending',
    failed,
    more,
    reload: load,
  }
}

export type ColumnInHand = ReturnType<typeof useColumn>
