import type { Excerpt } from '#domain/culture/reader.contract'
import { Text } from '@tarojs/components'

/** A stretch of text with what was looked for marked in it, by a tone and a line: not by colour alone. */
export const Marked = ({ excerpt }: { excerpt: Excerpt }) => (
  <>
    {inPlaces(excerpt).map(({ text, found, place }) =>
      found ? (
        <Text key={place} className="found-words">
          {text}
        </Text>
      ) : (
        text
      ),
    )}
  </>
)

const inPlaces = (excerpt: Excerpt) => excerpt.map((part, index) => ({ ...part, place: String(index) }))

export const plainWords = (excerpt: Excerpt): string => excerpt.map(({ text }) => text).join('')
