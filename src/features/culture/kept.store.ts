import { Column } from '#domain/culture/article.model'
import { ArticleId } from '#domain/ids'
import * as v from 'valibot'
import { phoneList } from './phone.list'

/** As many as one question about them may name. */
const MOST = 50

/** Kept by a reader, on this phone alone: the hospital does not know who keeps what. */
const KeptArticle = v.object({ id: ArticleId, title: v.string(), column: Column })
export type KeptArticle = v.InferOutput<typeof KeptArticle>

const list = phoneList('culture.kept', KeptArticle, MOST)

/** The newest first. */
export const keptArticles = (): KeptArticle[] => list.read()

export const isKept = (id: ArticleId): boolean => list.read().some((kept) => kept.id === id)

/** False when the phone had no room. */
export const keepArticle = ({ id, title, column }: KeptArticle): boolean =>
  list.write([{ id, title, column }, ...list.read().filter((kept) => kept.id !== id)])

export const letGo = (id: ArticleId): boolean => list.write(list.read().filter((kept) => kept.id !== id))
