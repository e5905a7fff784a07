import { View } from '@tarojs/components'
import { Skeleton } from '../../ui/Skeleton'

/** Where the sentence, the figures and the tables will be. */
export const ResultsSkeleton = () => (
  <>
    <Skeleton lines={3} label="正在取满意度结果" />
    <View className="gap-6">
      <Skeleton lines={4} />
    </View>
    <View className="gap-6">
      <Skeleton lines={5} />
    </View>
  </>
)
