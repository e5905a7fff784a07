import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Tells when this phone is back on the network. */
export const useOnline = (onOnline: () => void) => {
  const latest = useRef(onOnline)
  useEffect(() => {
    latest.current = onOnline
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp') {
      const tell = () => latest.current()
      window.addEventListener('online', tell)
      return () => window.removeEventListener('online', tell)
    }
    const tell: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => {
      if (isConnected) latest.current()
    }
    Taro.onNetworkStatusChange(tell)
    return () => Taro.offNetworkStatusChange(tell)
  }, [])
}
