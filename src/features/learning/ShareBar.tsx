import { View } from '@tarojs/components'
import { semantics } from '../../ui/semantics'
import './ShareBar.css'

interface ShareBarProps {
  part: number
  whole: number
  /** Between the two: met, though not right. */
  middle?: number
}

const widthOf = (part: number, whole: number): string => `${whole === 0 ? 0 : (100 * part) / whole}%`

/** So much of it, as a line: for the eye alone, the words stand beside it. */
export const ShareBar = ({ part, whole, middle = 0 }: ShareBarProps) => (
  <View className="share-bar" {...semantics({ hidden: true })}>
    <View className="share-bar-part" style={{ width: widthOf(part, whole) }} />
    <View className="share-bar-middle" style={{ width: widthOf(middle, whole) }} />
  </View>
)
