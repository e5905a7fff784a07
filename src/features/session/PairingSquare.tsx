import type { PairingCode } from '#domain/hospital/session.model'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Picture } from '../../ui/Picture'

// The mini-program is what scans: its download goes without the drawing.
const loadDrawing = () => (process.env.TARO_ENV === 'h5' ? import('qrcode') : Promise.reject(new Error('not here')))

/** The code as a square to scan, as the address of a picture. */
const drawn = async (code: PairingCode): Promise<string> => {
  const { toString } = await loadDrawing()
  return `data:image/svg+xml;utf8,${encodeURIComponent(await toString(code, { type: 'svg', margin: 2 }))}`
}

export const PairingSquare = ({ code }: { code: PairingCode }) => {
  const [picture, setPicture] = useState<{ code: PairingCode; src: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    // Without the square the code can still be typed.
    drawn(code).then(
      (src) => isCurrent && setPicture({ code, src }),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [code])
  if (picture?.code !== code) return <View className="sign-in-square" />
  return <Picture className="sign-in-square" src={picture.src} label="登录码的二维码，用小程序扫" />
}
