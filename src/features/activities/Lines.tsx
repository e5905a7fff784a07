import { View } from '@tarojs/components'
import './Lines.css'

interface LinesProps {
  /** A line without text is left out. */
  lines: readonly { readonly term: string; readonly text: string | null }[]
}

/** When, where, who: a word and what it says, line by line under one rule. */
export const Lines = ({ lines }: LinesProps) => (
  <View className="lines">
    {lines.map(({ term, text }) =>
      text ? (
        <View key={term} className="lines-line">
          <View className="lines-term">{term}</View>
          <View className="lines-text">{text}</View>
        </View>
      ) : null,
    )}
  </View>
)
