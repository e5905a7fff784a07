import { ArticleView } from '#domain/culture/reader.contract'
import { Column } from '#domain/culture/article.model'
import { ArticleId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { phoneList } from './phone.list'

const MOST = 20
/** Letters of an article as it is stored: twenty of them stay far below what a phone gives a program. */
const LONGEST = 60_000

const Entry = v.object({ id: ArticleId, title: v.string(), column: Column })
export type ReadArticle = v.InferOutput<typeof Entry>

// One more than are kept, so that the one that leaves is still known by name.
const list = phoneList('culture.read', Entry, MOST + 1)

const keyOf = (id: ArticleId) => `culture.read.${id}`

const remove = (id: ArticleId) => {
  try {
    Taro.removeStorageSync(keyOf(id))
  } catch {
    // A phone that forbids storage has kept nothing either.
  }
}

/** Articles that lie on this phone, the one read last first. */
export const readArticles = (): ReadArticle[] => list.read()

/** So that it can be read again without a network. Pictures and recordings stay where they are. */
export const keepRead = (article: ArticleView): void => {
  if (JSON.stringify(article).length > LONGEST) return
  const { id, title, column } = article
  const entries = [{ id, title, column }, ...list.read().filter((entry) => entry.id !== id)]
  for (const { id: gone } of entries.slice(MOST)) remove(gone)
  try {
    Taro.setStorageSync(keyOf(id), article)
  } catch {
    return
  }
  list.write(entries.slice(0, MOST))
}

export const readAgain = (id: ArticleId): ArticleView | null => {
  const stored = v.safeParse(ArticleView, Taro.getStorageSync(keyOf(id)))
  return stored.success ? stored.output : null
}

/** It was withdrawn, or is not there any more. */
export const forgetRead = (gone: ArticleId): void => {
  remove(gone)
  list.write(list.read().filter(({ id }) => id !== gone))
}
