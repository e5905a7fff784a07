import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Picture } from './Picture'

interface ScanSquareProps {
  text: string
  /** What it is and who scans it. */
  label: string
  className: string
  /** The text as the address of a picture. */
  draw: (text: string) => Promise<string>
}

/** A text as a square for a phone to scan. Where it cannot be drawn its place stays empty: the words beside it do too. */
export const ScanSquare = ({ text, label, className, draw }: ScanSquareProps) => {
  const [picture, setPicture] = useState<{ text: string; src: string } | null>(null)
  useEffect(() => {
    let isCurrent = true
    draw(text).then(
      (src) => isCurrent && setPicture({ text, src }),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [text, draw])
  if (picture?.text !== text) return <View className={className} />
  return <Picture className={className} src={picture.src} label={label} />
}
