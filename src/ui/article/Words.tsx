import type { Span } from '#domain/culture/block.model'
import { Text } from '@tarojs/components'
import { Tappable } from '../Tappable'
import { OUTSIDE, openOutside } from './open-outside'

const inPlaces = (spans: readonly Span[]) => spans.map((span, index) => ({ ...span, place: String(index) }))

/** Words in their manners, as they flow in a line. */
export const Words = ({ spans }: { spans: readonly Span[] }) => (
  <>
    {inPlaces(spans).map(({ text, strong, href, place }) =>
      href ? (
        <Tappable
          key={place}
          role="link"
          className={strong ? 'article-link strong' : 'article-link'}
          label={`${text}，${OUTSIDE}`}
          onTap={() => void openOutside(href)}
        >
          {text}
        </Tappable>
      ) : strong ? (
        <Text key={place} className="strong">
          {text}
        </Text>
      ) : (
        text
      ),
    )}
  </>
)
