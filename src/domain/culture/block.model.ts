import * as v from 'valibot'
import { ArticleId, DisclosureId, MediaId } from '../ids'
import { Line, lengthOf, Text, Words } from '../text'

/** An address that an article may lead to: https alone, nothing that runs. */
export const WebAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(500),
  v.regex(
    /^https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9](:\d{2,5})?(\/[^\s"'<>\\`\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff]*)?$/,
  ),
)

const BLOCK_TEXT_MAX = 4000

/** Words in one manner. A paragraph is made of them; there is no HTML anywhere. */
export const Span = v.strictObject({
  text: Words(BLOCK_TEXT_MAX),
  strong: v.optional(v.literal(true)),
  href: v.optional(WebAddress),
})
export type Span = v.InferOutput<typeof Span>

const Spans = v.pipe(
  v.array(Span),
  v.maxLength(200),
  v.check((spans) => lengthOf(spans.map(({ text }) => text).join('')) <= BLOCK_TEXT_MAX),
)

export const ImageBlock = v.strictObject({
  kind: v.literal('image'),
  mediaId: MediaId,
  /** What a person who cannot see it should know of it (替代文字). */
  alt: Line(0, 120),
  caption: v.optional(Line(1, 120)),
  /** Pixels, so that its place is kept while it loads. */
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8000)),
})
export type ImageBlock = v.InferOutput<typeof ImageBlock>

/** One typed part of an article; pages draw each kind with a component of their own. */
export const Block = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), level: v.picklist([2, 3]), text: Line(0, 60) }),
  v.strictObject({ kind: v.literal('paragraph'), spans: Spans }),
  v.strictObject({ kind: v.literal('quote'), text: Text(0, 600), from: v.optional(Line(1, 60)) }),
  v.strictObject({
    kind: v.literal('list'),
    ordered: v.boolean(),
    items: v.pipe(v.array(Spans), v.minLength(1), v.maxLength(50)),
  }),
  ImageBlock,
  v.strictObject({
    kind: v.literal('audio'),
    mediaId: MediaId,
    title: Line(0, 60),
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
    label: Line(0, 60),
  }),
])
export type Block = v.InferOutput<typeof Block>
export type BlockKind = Block['kind']

export const BLOCKS_MAX = 200

/** Characters of a whole article; no more stand in one that WeChat shows (图文消息正文). */
export const ARTICLE_TEXT_MAX = 20_000

export const Blocks = v.pipe(
  v.array(Block),
  v.maxLength(BLOCKS_MAX),
  v.check((blocks) => wordsIn(blocks) <= ARTICLE_TEXT_MAX),
)

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

/** Characters of all blocks together. */
export const wordsIn = (blocks: readonly Block[]): number => lengthOf(blocks.map(blockText).join(''))
