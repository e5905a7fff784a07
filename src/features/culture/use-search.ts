import type { Column } from '#domain/culture/article.model'
import type { Cursor } from '#domain/culture/reader.contract'
import type { ErrorCode } from '#domain/errors'
import { useCallback, useEffect, useRef, useState } from 'react'
import { cultureApi } from './culture.api'
import { rememberSearch } from './searches.store'

type Answer = Extract<Awaited<ReturnType<typeof cultureApi.searchArticles>>, { ok: true }>['value']
export type Found = Answer['rows'][number]

/** Whoever types on wants something else than what stands there. */
const PAUSE_MS = 400
/** One question looks at a bounded number of articles: so many are asked before the reader is. */
const QUESTIONS_AT_ONCE = 4

export type Search =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'done'; readonly words: string; readonly rows: readonly Found[]; readonly next: Cursor | null }
  | { readonly status: 'failed'; readonly code: ErrorCode }

interface Question {
  readonly words: string
  readonly column: Column | null
}

/** Asks on until something is found, everything was looked at, or enough was asked. */
const look = async ({ words, column }: Question, after: Cursor | null) => {
  let answer = await cultureApi.searchArticles({ words, column, after })
  for (let asked = 1; asked < QUESTIONS_AT_ONCE; asked += 1) {
    if (!answer.ok || answer.value.rows.length > 0 || !answer.value.next) return answer
    answer = await cultureApi.searchArticles({ words, column, after: answer.value.next })
  }
  return answer
}

/** Full-text search (全文检索): as one types, after a pause; an answer that was overtaken is not shown. */
export const useSearch = (written: string, column: Column | null) => {
  const words = written.trim()
  const [search, setSearch] = useState<Search>({ status: 'idle' })
  const [goingOn, setGoingOn] = useState(false)
  const latest = useRef(0)

  const ask = useCallback(async (question: Question) => {
    latest.current += 1
    const call = latest.current
    setSearch({ status: 'pending' })
    const answer = await look(question, null)
    if (call !== latest.current) return
    if (answer.ok) {
      if (answer.value.rows.length > 0) rememberSearch(question.words)
      setSearch({ status: 'done', words: question.words, ...answer.value })
    } else setSearch({ status: 'failed', code: answer.code })
  }, [])

  useEffect(() => {
    latest.current += 1
    if (words === '') {
      setSearch({ status: 'idle' })
      return
    }
    const timer = setTimeout(() => void ask({ words, column }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words, column, ask])

  const goOn = async () => {
    if (search.status !== 'done' || !search.next || goingOn) return
    const call = latest.current
    setGoingOn(true)
    const answer = await look({ words: search.words, column }, search.next)
    setGoingOn(false)
    if (call !== latest.current) return
    if (!answer.ok) return setSearch({ status: 'failed', code: answer.code })
    const known = new Set(search.rows.map(({ card }) => card.id))
    const rows = [...search.rows, ...answer.value.rows.filter(({ card }) => !known.has(card.id))]
    setSearch({ ...search, rows, next: answer.value.next })
  }
  return { search, goingOn, goOn, again: () => void ask({ words, column }) }
}
