import { View } from '@tarojs/components'
import { Skeleton } from '../../ui/Skeleton'

/** Where the sentence, the figures and the chart will be. */
export const RatesSkeleton = () => (
  <>
    <Skeleton lines={3} label="正在取投诉率" />
    <View className="gap-6">
      <Skeleton lines={4} />
    </View>
    <View className="gap-6">
      <Skeleton lines={5} />
    </View>
  </>
)
