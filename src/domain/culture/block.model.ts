import * as v from 'valibot'
import { ArticleId, DisclosureId, MediaId } from '../ids'
import { Line, lengthOf, Text } from '../text'

/** An address that an article may lead to: https alone, nothing that runs. */
export const WebAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500),
  v.regex(/^https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9](:\d{2,5})?(\/[^\s"'<>\\`]*)?$/),
)

/** Words in one manner. A paragraph is made of them; there is no HTML anywhere. */
export const Span = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
  strong: v.optional(v.literal(true)),
  href: v.optional(WebAddress),
})
export type Span = v.InferOutput<typeof Span>

const BLOCK_TEXT_MAX = 4000

const Spans = v.pipe(
  v.array(Span),
  v.minLength(1),
  v.maxLength(200),
  v.check((spans) => lengthOf(spans.map(({ text }) => text).join('')) <= BLOCK_TEXT_MAX),
)

export const ImageBlock = v.strictObject({
  kind: v.literal('image'),
  mediaId: MediaId,
  /** What a person who cannot see it should know of it (替代文字). */
  alt: Line(1, 120),
  caption: v.optional(Line(1, 120)),
  /** Pixels, so that its place is kept while it loads. */
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000)),
})
export type ImageBlock = v.InferOutput<typeof ImageBlock>

/** One typed part of an article; pages draw each kind with a component of their own. */
export const Block = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), level: v.picklist([2, 3]), text: Line(1, 60) }),
  v.strictObject({ kind: v.literal('paragraph'), spans: Spans }),
  v.strictObject({ kind: v.literal('quote'), text: Text(1, 600), from: v.optional(Line(1, 60)) }),
  v.strictObject({
    kind: v.literal('list'),
    ordered: v.boolean(),
    items: v.pipe(v.array(Spans), v.minLength(1), v.maxLength(50)),
  }),
  ImageBlock,
  v.strictObject({
    kind: v.literal('audio'),
    mediaId: MediaId,
    title: Line(1, 60),
    /** Whole seconds. */
    seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7200)),
  }),
  /** To a quiz topic, a disclosed item, or another article. */
  v.strictObject({
    kind: v.literal('link'),
    to: v.variant('page', [
      v.strictObject({ page: v.literal('article'), articleId: ArticleId }),
      v.strictObject({ page: v.literal('disclosure'), disclosureId: DisclosureId }),
      v.strictObject({ page: v.literal('quiz'), topic: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)) }),
    ]),
    label: Line(1, 60),
  }),
])
export type Block = v.InferOutput<typeof Block>
export type BlockKind = Block['kind']

export const BLOCKS_MAX = 200

export const Blocks = v.pipe(v.array(Block), v.maxLength(BLOCKS_MAX))

const spansText = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')

/** What a block says, as plain words: for search, reading aloud and the length of an article. */
export const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return spansText(block.spans)
    case 'quote':
      return [block.text, block.from].filter(Boolean).join('\n')
    case 'list':
      return block.items.map(spansText).join('\n')
    case 'image':
      return [block.caption].filter(Boolean).join('')
    case 'audio':
      return block.title
    case 'link':
      return block.label
  }
}

export const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).filter(Boolean).join('\n')
