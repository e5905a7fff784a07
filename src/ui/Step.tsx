import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { semantics } from './semantics'
import './Step.css'

/** More parts than this cannot be told apart on a phone: then it is one line. */
const PARTS_MOST = 15

interface StepProps {
  now: number
  of: number
  /** What is counted: 步, 题. */
  unit?: string
}

/** Where one is, in words first: 「第 2 步，共 4 步」. Read out when it changes. */
export const Step = ({ now, of, unit = '步' }: StepProps) => (
  <View className="step">
    <View className="step-words" {...semantics({ live: 'polite' })}>
      <Text>{`第 ${now} ${unit}，共 ${of} ${unit}`}</Text>
    </View>
    <View className="step-track">
      {of > PARTS_MOST ? (
        <View className="step-part is-on" style={{ flex: 'none', width: `${(100 * now) / of}%` }} />
      ) : (
        Array.from({ length: of }, (_, index) => (
          <View key={index} className={classNames('step-part', index < now && 'is-on')} />
        ))
      )}
    </View>
  </View>
)
