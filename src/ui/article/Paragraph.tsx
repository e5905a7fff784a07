import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { LinkText } from '../LinkText'
import { OUTSIDE, openOutside } from './open-outside'
import { Words } from './Words'

export const Paragraph = ({ block: { spans } }: { block: Extract<Block, { kind: 'paragraph' }> }) => {
  const [first] = spans
  // A link that is no part of a sentence has room for a finger around it.
  if (spans.length === 1 && first?.href) {
    const { text, href } = first
    return (
      <View className="article-paragraph">
        <LinkText label={`${text}，${OUTSIDE}`} onTap={() => void openOutside(href)}>
          {text}
        </LinkText>
      </View>
    )
  }
  return (
    <View className="article-paragraph">
      <Words spans={spans} />
    </View>
  )
}
