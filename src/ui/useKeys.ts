import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Keys of a desk (H5): `{ j: next, k: previous }`. Quiet while somebody writes or another page is on top. */
export const useKeys = (actions: Record<string, () => void>) => {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined
    const listen = (event: Event) => {
      // Taro's text fields send an event of this name that knows no key.
      if (!(event instanceof KeyboardEvent)) return
      if (!shown.current || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
