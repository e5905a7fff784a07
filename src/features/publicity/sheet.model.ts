import type { ArticleContent } from '#domain/culture/article.model'
import type { Block, Span } from '#domain/culture/block.model'
import { joinSpans, plainText, seenText, spanOf, PLAIN } from '#domain/culture/span.rules'

/** A block in hand; it may be unfinished. The key is its own for as long as the sheet is open. */
export type SheetBlock = Block & { readonly key: string }

/** An article while it is written (稿纸). */
export interface Sheet extends Omit<ArticleContent, 'blocks'> {
  readonly blocks: readonly SheetBlock[]
}

/** Kinds that are written by typing; the others are chosen. */
export const WRITTEN_KINDS = ['paragraph', 'heading', 'quote', 'list'] as const
export type WrittenKind = (typeof WRITTEN_KINDS)[number]
export type WrittenBlock = Extract<SheetBlock, { kind: WrittenKind }>

export const isWritten = (block: SheetBlock): block is WrittenBlock =>
  (WRITTEN_KINDS as readonly string[]).includes(block.kind)

let made = 0

/** Names a block within this page. */
export const freshKey = (): string => {
  made += 1
  return `b${made}`
}

const LINE_END: Span = { text: '\n' }

/** The words of a written block as one run; the items of a list stand on lines of their own. */
export const spansOfBlock = (block: WrittenBlock): Span[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.spans
    case 'list':
      return joinSpans(block.items.flatMap((item, at) => (at > 0 ? [LINE_END, ...item] : item)))
    case 'heading':
    case 'quote':
      return joinSpans([spanOf(block.text, PLAIN)])
  }
}

/** Runs between line ends. */
export const linesOf = (spans: readonly Span[]): Span[][] => {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    span.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...span, text })
    })
  }
  return lines.map(joinSpans)
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ')

/** The block with other words; what its kind cannot hold (bold words in a heading) is left as words. */
export const withSpans = (block: WrittenBlock, spans: readonly Span[]): WrittenBlock => {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, spans: joinSpans(spans.map((span) => ({ ...span, text: oneLine(span.text) }))) }
    case 'list':
      return { ...block, items: linesOf(spans) }
    case 'heading':
      return { ...block, text: oneLine(plainText(spans)) }
    case 'quote':
      return { ...block, text: plainText(spans) }
  }
}

export const blockOf = (kind: WrittenKind, key: string, spans: readonly Span[] = []): WrittenBlock => {
  switch (kind) {
    case 'paragraph':
      return { key, kind, spans: joinSpans(spans) }
    case 'list':
      return { key, kind, ordered: false, items: linesOf(spans) }
    case 'heading':
      return { key, kind, level: 2, text: oneLine(plainText(spans)) }
    case 'quote':
      return { key, kind, text: plainText(spans) }
  }
}

export const hasWords = (spans: readonly Span[]): boolean => seenText(plainText(spans)).trim() !== ''

/** A block without words is nothing yet; pictures and links always are something. */
export const isSomething = (block: SheetBlock): boolean => !isWritten(block) || hasWords(spansOfBlock(block))

const storedBlock = ({ key: _key, ...block }: SheetBlock): Block =>
  block.kind === 'list' ? { ...block, items: block.items.filter(hasWords) } : block

/** What is handed in: without empty blocks and without what only this page needs. */
export const contentOf = ({ blocks, ...fields }: Sheet): ArticleContent => ({
  ...fields,
  blocks: blocks.filter(isSomething).map(storedBlock),
})

/** There is always a paragraph to write in. */
export const sheetOf = ({ blocks, ...fields }: ArticleContent): Sheet => {
  const keyed = blocks.map((block) => ({ ...block, key: freshKey() }))
  return { ...fields, blocks: keyed.length > 0 ? keyed : [blockOf('paragraph', freshKey())] }
}

export const BLANK: ArticleContent = {
  column: 'story',
  title: '',
  summary: '',
  blocks: [],
  cover: null,
  fiveClean: [],
  departmentId: null,
  series: null,
  byline: '',
  source: { kind: 'own' },
  realCase: false,
  wrongdoersNamedBy: null,
}
