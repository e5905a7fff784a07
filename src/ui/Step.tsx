import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import './Step.css'

/** Where one is, in words first: 「第 2 步，共 4 步」. */
export const Step = ({ now, of }: { now: number; of: number }) => (
  <View className="step">
    <Text className="step-words">{`第 ${now} 步，共 ${of} 步`}</Text>
    <View className="step-track">
      {Array.from({ length: of }, (_, index) => (
        <View key={index} className={classNames('step-part', index < now && 'is-on')} />
      ))}
    </View>
  </View>
)
