import { useAction } from '#cloud/use-action'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useState } from 'react'

interface Pages<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

type Load<I, Row> = (input: I & { skip: number }) => Promise<Result<Pages<Row>>>

/** A list page after page; from its beginning when `input` (compared by its JSON) changes. */
export const usePages = <I extends object, Row>(load: Load<I, Row>, input: I) => {
  const { remote, run } = useAction(load)
  const [pages, setPages] = useState<Pages<Row> | null>(null)
  const key = JSON.stringify(input)
  const ask = useCallback(
    async (before: readonly Row[]) => {
      const answer = await run({ ...(JSON.parse(key) as I), skip: before.length })
      if (answer.ok) setPages({ rows: [...before, ...answer.value.rows], total: answer.value.total })
    },
    [run, key],
  )
  useEffect(() => {
    setPages(null)
    void ask([])
  }, [ask])
  return { pages, remote, more: () => void ask(pages?.rows ?? []) }
}
