import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { Picture } from './Picture'

// The mini-program is what scans: its download goes without the drawing.
const loadDrawing = () => (process.env.TARO_ENV === 'h5' ? import('qrcode') : Promise.reject(new Error('not here')))

/** The text as a square to scan, as the address of a picture. */
const drawn = async (text: string): Promise<string> => {
  const { toString } = await loadDrawing()
  return `data:image/svg+xml;utf8,${encodeURIComponent(await toString(text, { type: 'svg', margin: 2 }))}`
}

interface ScanSquareProps {
  text: string
  /** What it is and who scans it. */
  label: string
  className: string
}

/** A text as a square for a phone to scan. Where it cannot be drawn its place stays empty: the words beside it do too. */
export const ScanSquare = ({ text, label, className }: ScanSquareProps) => {
  const [picture, setPicture] = useState<{ text: string; src: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    drawn(text).then(
      (src) => isCurrent && setPicture({ text, src }),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [text])
  if (picture?.text !== text) return <View className={className} />
  return <Picture className={className} src={picture.src} label={label} />
}
