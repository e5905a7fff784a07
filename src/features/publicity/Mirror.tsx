import type { Span } from '#domain/culture/block.model'
import { recognisableIn } from '#domain/culture/recognisable'
import { plainText, sliceSpans } from '#domain/culture/span.rules'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { linesOf } from './sheet.model'

interface MirrorProps {
  spans: readonly Span[]
  /** Of a list: whether it is numbered; null: no list. */
  list: boolean | null
}

interface Part {
  /** Where it begins. */
  readonly key: string
  readonly span: Span
  /** By these words somebody might be recognised. */
  readonly isDoubted: boolean
}

const partsOf = (spans: readonly Span[]): Part[] => {
  const parts: Part[] = []
  let at = 0
  const take = (to: number, isDoubted: boolean) => {
    for (const span of sliceSpans(spans, at, to)) parts.push({ key: `${at}.${parts.length}`, span, isDoubted })
    at = to
  }
  for (const { from, words } of recognisableIn(plainText(spans))) {
    if (from < at) continue
    take(from, false)
    take(from + words.length, true)
  }
  take(Number.POSITIVE_INFINITY, false)
  return parts
}

const numbered = (lines: readonly Span[][]) => lines.map((line, at) => ({ line, number: at + 1 }))

/** The words of a field as they stand behind it: of the same breadth, so that each lies under its own. */
export const Mirror = ({ spans, list }: MirrorProps) => (
  <View className="written-mirror" {...semantics({ hidden: true })}>
    {numbered(linesOf(spans)).map(({ line, number }) => (
      <View key={number} className={classNames('written-line', list !== null && 'is-item')}>
        {list === null ? null : <View className="written-sign">{list ? `${number}.` : '•'}</View>}
        {line.length === 0 ? '\u200b' : null}
        {partsOf(line).map(({ key, span, isDoubted }) => (
          <Text
            key={key}
            className={classNames(
              span.strong && 'written-strong',
              span.href !== undefined && 'written-link',
              isDoubted && 'written-doubted',
            )}
          >
            {span.text}
          </Text>
        ))}
      </View>
    ))}
  </View>
)
