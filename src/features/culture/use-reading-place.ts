import type { ArticleView } from '#domain/culture/reader.contract'
import Taro, { usePageScroll } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { beginningOf, isWorthReturning, partBeingRead, type Standing } from './place.rules'
import { forgetPlace, keepPlace, placeIn, type ReadingPlace } from './place.store'

/** Scrolling that rests this long is reading. */
const REST_MS = 400
/** Under the bar, px. */
const AIR_PX = 80

/** The class of an article's parts, and the beginning of their ids: pages below this one have parts of their own. */
export const anchorOf = ({ id }: ArticleView): string => `part-${id.slice(0, 12)}`

const standingsOf = (article: ArticleView) =>
  new Promise<Standing[]>((resolve) => {
    Taro.createSelectorQuery()
      .selectAll(`.${anchorOf(article)}`)
      .boundingClientRect()
      .exec((found: (Standing[] | null)[]) => resolve(found[0] ?? []))
  })

/** Keeps on this phone how far somebody read, and offers to go on there when the article is opened again. */
export const useReadingPlace = (article: ArticleView) => {
  const [offered, setOffered] = useState<ReadingPlace | null>(() => {
    const place = placeIn(article.id)
    return place && isWorthReturning(place.block, article.content.blocks) ? place : null
  })
  const scrolled = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const note = async () => {
    const { blocks } = article.content
    const part = partBeingRead(await standingsOf(article), Taro.getWindowInfo().windowHeight)
    if (part === 'end') forgetPlace(article.id)
    else if (part !== null && isWorthReturning(part, blocks)) {
      keepPlace({ id: article.id, block: part, words: beginningOf(blocks[part]) })
    }
  }
  usePageScroll(({ scrollTop }) => {
    scrolled.current = scrollTop
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => void note(), REST_MS)
  })
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
    },
    [],
  )

  const goOn = async () => {
    const part = offered ? (await standingsOf(article))[offered.block] : undefined
    setOffered(null)
    if (part) void Taro.pageScrollTo({ scrollTop: Math.max(0, scrolled.current + part.top - AIR_PX), duration: 0 })
  }
  return { offered, goOn, decline: () => setOffered(null) }
}
