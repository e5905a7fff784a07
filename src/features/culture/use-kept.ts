import type { ArticleCard } from '#domain/culture/reader.contract'
import type { ErrorCode } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { toast } from '../../ui/toast'
import { cultureApi } from './culture.api'
import { isKept, keepArticle, type KeptArticle, keptArticles, letGo } from './kept.store'

/** Whether this article is kept on this phone, and changing it. */
export const useKeeping = (article: KeptArticle) => {
  const [kept, setKept] = useState(() => isKept(article.id))
  const toggle = () => {
    const done = kept ? letGo(article.id) : keepArticle(article)
    if (!done) return toast('手机里放不下了，没有收藏上', 'wait')
    setKept(!kept)
    toast(kept ? '不再收藏' : '收藏好了，在“我的”里能找到')
  }
  return { kept, toggle }
}

export interface KeptRow {
  readonly kept: KeptArticle
  /** Null: it was withdrawn, or it is not known yet whether it is still there. */
  readonly card: ArticleCard | null
}

/** What this phone keeps, with what has become of it. */
export const useKeptList = () => {
  const [list, setList] = useState(keptArticles)
  const [cards, setCards] = useState<ReadonlyMap<ArticleId, ArticleCard> | null>(null)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const load = async () => {
    const kept = keptArticles()
    setList(kept)
    if (kept.length === 0) return
    const answer = await cultureApi.articlesOf({ ids: kept.map(({ id }) => id) })
    setFailed(answer.ok ? null : answer.code)
    if (answer.ok) setCards(new Map(answer.value.rows.map((card) => [card.id, card])))
  }
  useDidShow(() => void load())
  const remove = (id: ArticleId) => {
    letGo(id)
    setList(keptArticles())
  }
  return {
    rows: list.map((kept): KeptRow => ({ kept, card: cards?.get(kept.id) ?? null })),
    /** It is known which of them are still there. */
    known: cards !== null,
    failed,
    reload: () => void load(),
    remove,
  }
}

export type KeptInHand = ReturnType<typeof useKeptList>
