import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface BoxProps {
  className: string
  children: ReactNode
}

/**
 * Around a field that is given the caret as soon as it is there: in a browser a plain element, for Taro's own moves what
 * is inside it once after mounting, and a field that is moved loses the caret.
 */
export const Box = ({ className, children }: BoxProps) =>
  process.env.TARO_ENV === 'h5' ? (
    <div className={className}>{children}</div>
  ) : (
    <View className={className}>{children}</View>
  )
