import { View } from '@tarojs/components'
import { semantics } from '../../ui/semantics'
import './ShareBar.css'

interface ShareBarProps {
  part: number
  whole: number
  /** Between the two: met, though not right. */
  middle?: number
  /** The same in words. */
  label: string
}

const widthOf = (part: number, whole: number): string => `${whole === 0 ? 0 : (100 * part) / whole}%`

/** So much of it, as a line; the words stand beside it. */
export const ShareBar = ({ part, whole, middle = 0, label }: ShareBarProps) => (
  <View className="share-bar" {...semantics({ role: 'img', label })}>
    <View className="share-bar-part" style={{ width: widthOf(part, whole) }} />
    <View className="share-bar-middle" style={{ width: widthOf(middle, whole) }} />
  </View>
)
