import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const watch = (tell: (online: boolean) => void): (() => void) => {
  if (process.env.TARO_ENV === 'weapp') {
    const listener = ({ isConnected }: { isConnected: boolean }) => tell(isConnected)
    Taro.onNetworkStatusChange(listener)
    void Taro.getNetworkType({ success: ({ networkType }) => tell(networkType !== 'none') })
    return () => Taro.offNetworkStatusChange(listener)
  }
  const listener = () => tell(navigator.onLine)
  listener()
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** False while the phone knows that it has no network. */
export const useOnline = (): boolean => {
  const [online, setOnline] = useState(true)
  useEffect(() => watch(setOnline), [])
  return online
}
