import { View } from '@tarojs/components'
import { ElderSwitch } from './Bar'
import { Mark } from './Motif'
import { semantics } from './semantics'
import { TabLinks, type TabLinksProps } from './TabLinks'
import './Rail.css'

interface RailProps extends TabLinksProps {
  /** Who works here: 「沈 · 医患办」. */
  person?: string
}

/** The tabs of a desk, down its left edge. */
export const Rail = ({ person, ...links }: RailProps) => (
  <View className="rail" {...semantics({ role: 'navigation', label: '工作台' })}>
    <Mark fine className="rail-mark" />
    <TabLinks {...links} />
    <View className="rail-end">
      <ElderSwitch />
      {person ? <View className="rail-person">{person}</View> : null}
    </View>
  </View>
)
