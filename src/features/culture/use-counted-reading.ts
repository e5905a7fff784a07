import type { ArticleId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { cultureApi } from './culture.api'
import { readerOfToday } from './reader.number'

/** Whoever leaves sooner has opened it, not read it. */
const READ_AFTER_MS = 6_000

/** Counts one reading for an opening, some seconds after the words are there. Nobody waits for it. */
export const useCountedReading = (id: ArticleId | null) => {
  const counted = useRef<ArticleId | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
  }, [])
  const begin = useCallback(() => {
    stop()
    if (!id || counted.current === id) return
    timer.current = setTimeout(() => {
      counted.current = id
      void readerOfToday(Date.now() as Instant).then((reader) => cultureApi.readArticle({ id, reader }))
    }, READ_AFTER_MS)
  }, [id, stop])
  useEffect(() => {
    begin()
    return stop
  }, [begin, stop])
  useDidShow(begin)
  useDidHide(stop)
}
