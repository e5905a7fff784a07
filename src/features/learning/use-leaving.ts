import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

interface LeavingOptions {
  onLeave: () => void
  onReturn: () => void
}

/** Tells when the page is left, for another page, another app or a dark screen, and when somebody is back: each once. */
export const useLeaving = (options: LeavingOptions) => {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const isAway = useRef(false)
  const leave = useRef(() => {
    if (isAway.current) return
    isAway.current = true
    latest.current.onLeave()
  })
  const comeBack = useRef(() => {
    if (!isAway.current) return
    isAway.current = false
    latest.current.onReturn()
  })
  useDidHide(() => leave.current())
  useDidShow(() => comeBack.current())
  useEffect(() => {
    const { current: left } = leave
    if (process.env.TARO_ENV === 'weapp') return left
    const look = () => {
      if (document.visibilityState === 'hidden') left()
      else comeBack.current()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pagehide', left)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pagehide', left)
      left()
    }
  }, [])
}
