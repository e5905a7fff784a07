import type { Rates } from '#domain/metrics/metrics.contract'
import { View } from '@tarojs/components'
import { Facts } from '../../ui/Facts'
import { SidePanel } from '../../ui/SidePanel'
import { methodOf } from './method.words'
import './Method.css'

/** How every number of the page comes about. */
export const MethodPanel = ({ rates, onClose }: { rates: Rates; onClose: () => void }) => (
  <SidePanel title="怎么算的" onClose={onClose}>
    <Facts facts={methodOf(rates)} />
  </SidePanel>
)

/** The same at the end of what is printed. */
export const PrintedMethod = ({ rates }: { rates: Rates }) => (
  <View className="printed-method">
    {methodOf(rates).map(({ term, text }) => (
      <View key={term}>{`${term}：${text}`}</View>
    ))}
  </View>
)
