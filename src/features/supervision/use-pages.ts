import { useAction } from '#cloud/use-action'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useState } from 'react'

export interface Pages<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

type Load<I, Row> = (input: I & { skip: number }) => Promise<Result<Pages<Row>>>

/** A list page after page; from its beginning when `input` (compared by its JSON) changes. */
export const usePages = <I extends object, Row>(load: Load<I, Row>, input: I) => {
  const { remote, latest } = useAction(load)
  const [pages, setPages] = useState<Pages<Row> | null>(null)
  const key = JSON.stringify(input)
  const ask = useCallback(
    async (before: readonly Row[]) => {
      const page = await latest({ ...(JSON.parse(key) as I), skip: before.length })
      if (page) setPages({ rows: [...before, ...page.rows], total: page.total })
    },
    [latest, key],
  )
  useEffect(() => {
    setPages(null)
    void ask([])
  }, [ask])
  return { pages, remote, more: () => void ask(pages?.rows ?? []) }
}
