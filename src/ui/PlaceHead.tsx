import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Mark } from './Motif'
import { semantics } from './semantics'
import './PlaceHead.css'

interface PlaceHeadProps {
  hospital: string
  /** Department, or the hospital again when the code names none. */
  title: string
  /** Where exactly: 「住院部 12 层东病区」. */
  detail?: string
  /** 「不是这里？」 */
  action?: ReactNode
}

/** Where the reader stands, as the code on the wall says. */
export const PlaceHead = ({ hospital, title, detail, action }: PlaceHeadProps) => (
  <View className="place" {...semantics({ role: 'region', label: '所在' })}>
    <View className="place-hospital">
      <Mark className="place-mark" />
      {hospital}
    </View>
    <View className="place-title" {...semantics({ role: 'heading', level: 2 })}>
      {title}
    </View>
    {detail || action ? (
      <View className="place-detail">
        <View className="place-detail-words">{detail}</View>
        {action}
      </View>
    ) : null}
  </View>
)
