import type { ArticleContent } from '#domain/culture/article.model'
import type { ArticleId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

/** What was written here and has not reached the server, and upon which revision; null: upon none, it is new. */
export interface KeptSheet {
  readonly rev: number | null
  readonly content: ArticleContent
}

const keyOf = (id: ArticleId) => `article.draft.${id}`

// Written by this page alone, and not always such as the server would keep.
const Kept = v.object({
  rev: v.nullable(v.number()),
  content: v.looseObject({
    title: v.string(),
    summary: v.string(),
    byline: v.string(),
    blocks: v.array(v.looseObject({ kind: v.string() })),
    fiveClean: v.array(v.string()),
    source: v.looseObject({ kind: v.string() }),
  }),
})

export const loadSheet = (id: ArticleId): KeptSheet | null => {
  const kept = v.safeParse(Kept, Taro.getStorageSync(keyOf(id)))
  return kept.success ? (kept.output as unknown as KeptSheet) : null
}

/** False when the device had no room: then the page must not be closed before it is saved. */
export const keepSheet = (id: ArticleId, kept: KeptSheet): boolean => {
  try {
    Taro.setStorageSync(keyOf(id), kept)
    return true
  } catch {
    return false
  }
}

export const dropSheet = (id: ArticleId): void => Taro.removeStorageSync(keyOf(id))
