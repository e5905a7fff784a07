import type { AskedPart } from '#domain/integrity/question.parts'
import { Text, View } from '@tarojs/components'
import { ruleInWords } from './bank.words'

/** What is read after answering: the point, why, what to do about it in the ward, and the rule behind it. */
export const Explanation = ({ part: { point, explanation, practice, rule } }: { part: AskedPart }) => (
  <View className="explanation">
    {point ? <View className="explanation-point">{point}</View> : null}
    <View className="explanation-words">{explanation || '还没有写解析'}</View>
    {practice ? (
      <View className="explanation-practice">
        <Text className="strong">在科里：</Text>
        <Text>{practice}</Text>
      </View>
    ) : null}
    <View className="explanation-rule">{`依据：${ruleInWords(rule)}`}</View>
  </View>
)
