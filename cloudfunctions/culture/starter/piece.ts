import type { ArticleContent, Column } from '#domain/culture/article.model'
import type { Block, Span } from '#domain/culture/block.model'
import type { PlateName } from '#domain/culture/plate.names'

/** A piece of the starter set (开篇稿件): written for any hospital, put on its desk when somebody takes it. */
export interface StarterPiece {
  /** Stays the same in every edition, so that a piece is taken once. */
  readonly key: string
  readonly content: ArticleContent
}

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })

const spans = (parts: readonly (string | Span)[]): Span[] =>
  parts.map((part) => (typeof part === 'string' ? { text: part } : part))

export const strong = (text: string): Span => ({ text, strong: true })
export const away = (text: string, href: string): Span => ({ text, href })

export const paragraph = (...parts: (string | Span)[]): Block => ({ kind: 'paragraph', spans: spans(parts) })

/** One block a line of the story. */
export const told = (story: string): Block[] =>
  story
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => paragraph(line))

export const quote = (text: string, from: string): Block => ({ kind: 'quote', text, from })

const listOf = (ordered: boolean, items: readonly string[]): Block => ({
  kind: 'list',
  ordered,
  items: items.map((text) => [{ text }]),
})

export const points = (...items: string[]): Block => listOf(false, items)
export const steps = (...items: string[]): Block => listOf(true, items)

interface Words {
  readonly key: string
  readonly column: Column
  readonly title: string
  readonly summary: string
  readonly plate: PlateName
  readonly fiveClean?: ArticleContent['fiveClean']
  readonly series?: string
  readonly blocks: readonly Block[]
}

export const piece = ({ key, plate, fiveClean = [], series, blocks, ...words }: Words): StarterPiece => ({
  key,
  content: {
    ...words,
    blocks: [...blocks],
    cover: { kind: 'plate', name: plate },
    fiveClean,
    departmentId: null,
    series: series ?? null,
    // Nobody of the hospital wrote it: whoever takes it over changes this with the words.
    byline: '',
    source: { kind: 'reprint', name: '清廉医院小程序的开篇稿件', licence: '可以照用、改写' },
    realCase: false,
    wrongdoersNamedBy: null,
  },
})
