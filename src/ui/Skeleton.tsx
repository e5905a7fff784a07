import { View } from '@tarojs/components'
import { semantics } from './semantics'
import './Skeleton.css'

const WIDTHS = ['55%', '100%', '82%', '94%', '70%']

/** Where the words will be. */
export const Skeleton = ({ lines = 3, label = '正在取' }: { lines?: number; label?: string }) => (
  <View className="skeleton" {...semantics({ role: 'status', busy: true })}>
    <View className="spoken">{label}</View>
    {Array.from({ length: lines }, (_, index) => (
      <View
        key={index}
        className={index === 0 ? 'skeleton-line is-title' : 'skeleton-line'}
        style={{ width: WIDTHS[index % WIDTHS.length] }}
      />
    ))}
  </View>
)
