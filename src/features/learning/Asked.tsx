import type { Explained } from '#domain/integrity/result.view'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { semantics } from '../../ui/semantics'
import { ruleWords } from './learning.words'
import './Asked.css'

interface StemProps {
  /** A line above it: which question, which kind. */
  above?: ReactNode
  children: string
}

/** A question, read slowly. */
export const Stem = ({ above, children }: StemProps) => (
  <View>
    {above ? <View className="asked-above">{above}</View> : null}
    <View className="asked-stem" {...semantics({ role: 'heading', level: 2 })}>
      {children}
    </View>
  </View>
)

/** The story of a case, over each of its questions. */
export const Story = ({ children }: { children: string }) => (
  <View className="asked-story" {...semantics({ role: 'region', label: '案例' })}>
    {children}
  </View>
)

interface ExplanationProps {
  explained: Pick<Explained, 'point' | 'explanation' | 'practice' | 'rule'>
  /** Read out when it appears. */
  announced?: boolean
}

/** Why it is so: what to keep in mind, what to do about it tomorrow, and the rule it rests on. */
export const Explanation = ({ explained, announced = false }: ExplanationProps) => {
  const { point, explanation, practice, rule } = explained
  return (
    <View className="asked-why" {...semantics(announced ? { role: 'status', live: 'polite' } : {})}>
      {point ? (
        <View className="asked-point" {...semantics({ role: 'heading', level: 3 })}>
          {point}
        </View>
      ) : null}
      {explanation ? <View className="asked-because">{explanation}</View> : null}
      {practice ? (
        <View className="asked-practice">
          <Text className="asked-practice-head">在科里：</Text>
          <Text>{practice}</Text>
        </View>
      ) : null}
      <View className="asked-rule">{`依据：${ruleWords(rule)}`}</View>
    </View>
  )
}
