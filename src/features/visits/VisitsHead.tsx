import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Lead } from '../../ui/Lead'

interface VisitsHeadProps {
  children: string
  hint: string
  acts?: ReactNode
}

/** The one sentence of this sheet, its support, and what can be done. */
export const VisitsHead = ({ children, hint, acts }: VisitsHeadProps) => (
  <View className="visit-head">
    <View className="visit-head-words">
      <Lead hint={hint}>{children}</Lead>
    </View>
    {acts ? <View className="visit-acts">{acts}</View> : null}
  </View>
)
