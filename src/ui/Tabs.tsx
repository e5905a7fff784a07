import { View } from '@tarojs/components'
import { semantics } from './semantics'
import { TabLinks, type TabLinksProps } from './TabLinks'
import './Tabs.css'

/** Where else one can go, always within reach of the thumb. */
export const Tabs = ({ label = '主要页面', ...links }: TabLinksProps & { label?: string }) => (
  <View className="tabs" {...semantics({ role: 'navigation', label })}>
    <TabLinks {...links} />
  </View>
)
