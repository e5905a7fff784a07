import type { Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { Facts } from '../../ui/Facts'
import { SidePanel } from '../../ui/SidePanel'
import { methodOf } from './method.words'
import './Method.css'

/** How every number of the page comes about. */
export const MethodPanel = ({ results, onClose }: { results: Results; onClose: () => void }) => (
  <SidePanel title="怎么算的" onClose={onClose}>
    <Facts facts={methodOf(results)} />
  </SidePanel>
)

/** The same at the end of what is printed. */
export const PrintedMethod = ({ results }: { results: Results }) => (
  <View className="results-method">
    {methodOf(results).map(({ term, text }) => (
      <View key={term}>{`${term}：${text}`}</View>
    ))}
  </View>
)
