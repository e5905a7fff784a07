import type { ArticleView, Tombstone } from '#domain/culture/reader.contract'
import type { ErrorCode } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { useCallback, useEffect, useState } from 'react'
import { cultureApi } from './culture.api'
import { forgetRead, keepRead, readAgain } from './read.store'

/** What there is of an article: `again` is the copy that this phone kept of what was read here before. */
export type Reading =
  | { readonly status: 'pending' }
  | { readonly status: 'read'; readonly article: ArticleView; readonly again: boolean }
  | { readonly status: 'withdrawn'; readonly tombstone: Tombstone }
  | { readonly status: 'unknown' }
  | { readonly status: 'failed'; readonly code: ErrorCode }

const find = async (id: ArticleId | null): Promise<Reading> => {
  if (!id) return { status: 'unknown' }
  const answer = await cultureApi.article({ id })
  if (answer.ok) {
    const { article, tombstone } = answer.value
    if (article) {
      keepRead(article)
      return { status: 'read', article, again: false }
    }
    forgetRead(id)
    return tombstone ? { status: 'withdrawn', tombstone } : { status: 'unknown' }
  }
  if (answer.code === 'article.unknown') {
    forgetRead(id)
    return { status: 'unknown' }
  }
  const kept = readAgain(id)
  return kept ? { status: 'read', article: kept, again: true } : { status: 'failed', code: answer.code }
}

export const useArticle = (id: ArticleId | null) => {
  const [reading, setReading] = useState<Reading>({ status: 'pending' })
  const load = useCallback(() => {
    let isWanted = true
    setReading((before) => (before.status === 'read' ? before : { status: 'pending' }))
    const settle = async () => {
      const found = await find(id)
      if (isWanted) setReading(found)
    }
    void settle()
    return () => {
      isWanted = false
    }
  }, [id])
  useEffect(load, [load])
  return { reading, reload: () => void load() }
}
