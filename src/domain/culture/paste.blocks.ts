import * as v from 'valibot'
import { lengthOf } from '../text'
import { Block, type Span, WebAddress } from './block.model'
import { cutSpans, type Manner, PLAIN, plainText, spanOf, tidySpans } from './span.rules'

/** What is left of something pasted: names of tags, words, and the little that is asked of them. Nothing of it is HTML. */
export type PastedNode = string | PastedElement

export interface PastedElement {
  /** In small letters. */
  readonly tag: string
  readonly href?: string
  readonly style?: string
  readonly className?: string
  readonly children: readonly PastedNode[]
}

export interface Pasted {
  readonly blocks: Block[]
  /** How many pictures were in it: they are chosen again, so that they are made small and their place is taken off. */
  readonly images: number
}

const HEADINGS: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }
const HEADING_MOST = 60
const QUOTE_MOST = 600
const LIST_MOST = 50

const OWN_LINE = new Set(
  `address article aside body caption center dd details div dl dt fieldset figcaption figure footer form header hr main
  nav p pre section summary`.split(/\s+/),
)
const PICTURES = new Set(['img', 'picture', 'svg', 'video', 'canvas', 'image'])
const NOT_WORDS = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'math',
])

/** Deeper than anybody writes: what lies below is left out rather than followed. */
const DEEPEST = 400

const BETWEEN_CELLS = '　'

/** Word writes the sign of an item into the text, inside a span that says so. */
const WORD_SIGN = /mso-list:\s*ignore/i
const WORD_ITEM = /mso-list:\s*l\d/i
const WORD_ITEM_CLASS = /MsoListParagraph/
const NUMBERED = /^\s*[（(]?([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,4})[.、．)）]/i

const isBold = ({ tag, style = '' }: PastedElement): boolean | null => {
  const weight = /font-weight:\s*([a-z]+|\d{3})/i.exec(style)?.[1]?.toLowerCase()
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return tag === 'b' || tag === 'strong' ? true : null
}

const textOf = (node: PastedNode, depth = 0): string =>
  typeof node === 'string'
    ? node
    : depth > DEEPEST
      ? ''
      : node.children.map((child) => textOf(child, depth + 1)).join('')

type LineKind =
  | { kind: 'words' }
  | { kind: 'heading'; level: 2 | 3 }
  | { kind: 'quote' }
  | { kind: 'item'; ordered: boolean; list: number }

type Line = LineKind & { spans: Span[] }

/** Reads a tree into lines, each of one kind. */
const linesIn = (nodes: readonly PastedNode[]): { lines: Line[]; images: number } => {
  const lines: Line[] = []
  let spans: Span[] = []
  let images = 0
  let lists = 0
  const end = (as: LineKind) => {
    const tidy = tidySpans(spans)
    spans = []
    if (tidy.length > 0) lines.push({ ...as, spans: tidy })
  }
  const wordItem = (element: PastedElement): LineKind | null => {
    const isItem = WORD_ITEM.test(element.style ?? '') || WORD_ITEM_CLASS.test(element.className ?? '')
    if (!isItem) return null
    const last = lines[lines.length - 1]
    const ordered = NUMBERED.test(textOf(element))
    const goesOn = last?.kind === 'item' && last.ordered === ordered
    if (!goesOn) lists += 1
    return { kind: 'item', ordered, list: goesOn ? last.list : lists }
  }
  const walk = (node: PastedNode, manner: Manner, as: LineKind, depth: number): void => {
    if (depth > DEEPEST) return
    if (typeof node === 'string') {
      spans.push(spanOf(node, manner))
      return
    }
    const { tag, children } = node
    if (NOT_WORDS.has(tag)) return
    if (PICTURES.has(tag)) {
      images += 1
      return
    }
    if (WORD_SIGN.test(node.style ?? '')) return
    const into = (next: Manner, kind: LineKind) => {
      for (const child of children) walk(child, next, kind, depth + 1)
    }
    if (tag === 'br') {
      // A heading and an item stay one line.
      if (as.kind === 'words' || as.kind === 'quote') end(as)
      else spans.push({ text: ' ' })
      return
    }
    const level = HEADINGS[tag]
    if (level !== undefined) {
      end(as)
      into(PLAIN, { kind: 'heading', level })
      return end({ kind: 'heading', level })
    }
    if (tag === 'blockquote') {
      end(as)
      into(PLAIN, { kind: 'quote' })
      return end({ kind: 'quote' })
    }
    if (tag === 'ul' || tag === 'ol') {
      end(as)
      // A list inside an item goes on as items of the outer one.
      if (as.kind === 'item') return into(manner, as)
      lists += 1
      const kind: LineKind = { kind: 'item', ordered: tag === 'ol', list: lists }
      into(PLAIN, kind)
      return end(kind)
    }
    if (tag === 'li') {
      end(as)
      into(PLAIN, as)
      return end(as)
    }
    if (tag === 'tr') {
      end(as)
      const cells: Span[][] = []
      for (const cell of children) {
        if (typeof cell === 'string') continue
        walk({ ...cell, tag: 'span', children: flat(cell.children) }, manner, as, depth + 1)
        cells.push(tidySpans(spans))
        spans = []
      }
      spans = cells.flatMap((cell, at) => (at > 0 ? [{ text: BETWEEN_CELLS }, ...cell] : cell))
      return end(as)
    }
    if (tag === 'table' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
      end(as)
      into(manner, as)
      return end(as)
    }
    const strong = isBold(node) ?? manner.strong
    if (OWN_LINE.has(tag)) {
      const item = wordItem(node)
      if (item || as.kind === 'words' || as.kind === 'quote') end(as)
      else if (spans.length > 0) spans.push({ text: ' ' })
      into({ ...manner, strong }, item ?? as)
      return item || as.kind === 'words' || as.kind === 'quote' ? end(item ?? as) : undefined
    }
    const address = tag === 'a' && node.href !== undefined ? v.safeParse(WebAddress, node.href) : null
    into({ strong, href: address?.success ? address.output : manner.href }, as)
  }
  for (const node of nodes) walk(node, PLAIN, { kind: 'words' }, 0)
  end({ kind: 'words' })
  return { lines, images }
}

/** What stands in one cell of a table, on one line. */
const flat = (nodes: readonly PastedNode[]): PastedNode[] =>
  nodes.map((node) =>
    typeof node === 'string'
      ? node
      : OWN_LINE.has(node.tag) || node.tag === 'br'
        ? { ...node, tag: 'span', children: [...node.children, ' '] }
        : node,
  )

const paragraphs = (spans: Span[]): Block[] => cutSpans(spans).map((part) => ({ kind: 'paragraph', spans: part }))

/** Lines of one list or one quotation stand together. */
const blocksOf = (lines: readonly Line[]): Block[] => {
  const blocks: Block[] = []
  let open = 0
  for (const line of lines) {
    const text = plainText(line.spans)
    const last = blocks[blocks.length - 1]
    if (line.kind === 'item') {
      const [item = [], ...rest] = cutSpans(line.spans)
      if (last?.kind === 'list' && open === line.list && last.items.length < LIST_MOST) last.items.push(item)
      else blocks.push({ kind: 'list', ordered: line.ordered, items: [item] })
      for (const further of rest) blocks.push({ kind: 'paragraph', spans: further })
      open = line.list
      continue
    }
    if (line.kind === 'heading' && lengthOf(text) <= HEADING_MOST) {
      blocks.push({ kind: 'heading', level: line.level, text })
    } else if (line.kind === 'quote' && lengthOf(text) <= QUOTE_MOST) {
      if (last?.kind === 'quote' && lengthOf(`${last.text}\n${text}`) <= QUOTE_MOST) last.text = `${last.text}\n${text}`
      else blocks.push({ kind: 'quote', text })
    } else blocks.push(...paragraphs(line.spans))
  }
  return blocks
}

/** Typed blocks of something pasted: headings, paragraphs, quotations and lists; links to https alone. */
export const blocksOfPaste = (nodes: readonly PastedNode[]): Pasted => {
  const { lines, images } = linesIn(nodes)
  return { blocks: blocksOf(lines).filter((block) => v.is(Block, block)), images }
}

/** Plain words: each line a paragraph, empty ones left out. */
export const blocksOfText = (text: string): Block[] =>
  text.split(/\r\n?|[\n\u000b\u000c\u2028\u2029]/).flatMap((line) => paragraphs(tidySpans([{ text: line }])))
