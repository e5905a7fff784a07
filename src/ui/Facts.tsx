import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Facts.css'

interface FactsProps {
  facts: { term: string; text: ReactNode }[]
}

/** What else is known, term over text. */
export const Facts = ({ facts }: FactsProps) => (
  <View className="facts">
    {facts.map(({ term, text }) => (
      <View key={term} className="fact">
        <View className="fact-term">{term}</View>
        <View className="fact-text">{text}</View>
      </View>
    ))}
  </View>
)
