import { type Block, BLOCKS_MAX } from '#domain/culture/block.model'
import { markSpans, type Manner, plainText, replaceSpans, retypeSpans, sliceSpans } from '#domain/culture/span.rules'
import {
  blockOf,
  hasWords,
  isWritten,
  linesOf,
  type SheetBlock,
  spansOfBlock,
  withSpans,
  type WrittenBlock,
  type WrittenKind,
} from './sheet.model'

type Blocks = readonly SheetBlock[]

/** Where the writer goes on: in which block, before which character. */
export interface Caret {
  readonly key: string
  readonly at: number
}

export interface Edited {
  readonly blocks: Blocks
  /** Null: the caret stays. */
  readonly caret: Caret | null
}

const END = Number.POSITIVE_INFINITY

const placeOf = (blocks: Blocks, key: string): number => blocks.findIndex((block) => block.key === key)

const writtenAt = (blocks: Blocks, key: string): WrittenBlock | null => {
  const block = blocks[placeOf(blocks, key)]
  return block && isWritten(block) ? block : null
}

const replaced = (blocks: Blocks, key: string, by: readonly SheetBlock[]): Blocks =>
  blocks.flatMap((block) => (block.key === key ? by : [block]))

/** Never an empty sheet: there is a paragraph to write in. */
const atLeastOne = (blocks: Blocks, key: string): Blocks => (blocks.length > 0 ? blocks : [blockOf('paragraph', key)])

/** What was typed into a block; a line end in a paragraph or a heading begins a new paragraph. */
export const type = (blocks: Blocks, key: string, text: string, newKey: () => string): Edited => {
  const block = writtenAt(blocks, key)
  if (!block) return { blocks, caret: null }
  const spans = retypeSpans(spansOfBlock(block), text)
  const breaks = block.kind === 'paragraph' || block.kind === 'heading'
  if (!breaks || !text.includes('\n')) return { blocks: replaced(blocks, key, [withSpans(block, spans)]), caret: null }
  const [first = [], ...further] = linesOf(spans)
  const parts: SheetBlock[] = [
    // A field of its own: the one that was typed in has the line end in it.
    { ...withSpans(block, first), key: newKey() },
    ...further.map((line) => blockOf('paragraph', newKey(), line)),
  ].slice(0, 1 + Math.max(1, BLOCKS_MAX - blocks.length))
  const next = parts.at(-1)
  return { blocks: replaced(blocks, key, parts), caret: next ? { key: next.key, at: 0 } : null }
}

/** Return: what stands after the caret goes on as a new paragraph; an empty item ends its list. */
export const breakAt = (blocks: Blocks, key: string, from: number, to: number, newKey: () => string): Edited => {
  const block = writtenAt(blocks, key)
  if (!block || blocks.length >= BLOCKS_MAX) return { blocks, caret: null }
  const spans = spansOfBlock(block)
  const before = sliceSpans(spans, 0, from)
  const after = sliceSpans(spans, to, END)
  if (block.kind === 'list') {
    const isAtEmptyEnd = plainText(after) === '' && (plainText(before) === '' || plainText(before).endsWith('\n'))
    if (!isAtEmptyEnd) {
      return {
        blocks: replaced(blocks, key, [withSpans(block, [...before, { text: '\n' }, ...after])]),
        caret: { key, at: from + 1 },
      }
    }
    const kept = sliceSpans(before, 0, Math.max(0, from - 1))
    const paragraph = blockOf('paragraph', newKey())
    const by = hasWords(kept) ? [withSpans(block, kept), paragraph] : [paragraph]
    return { blocks: replaced(blocks, key, by), caret: { key: paragraph.key, at: 0 } }
  }
  const next = blockOf('paragraph', newKey(), after)
  return { blocks: replaced(blocks, key, [withSpans(block, before), next]), caret: { key: next.key, at: 0 } }
}

/**
 * Backspace at the beginning: a heading, a quotation or a list becomes a paragraph first; a paragraph joins the block
 * before it. Something that is not words stays, and the caret with it, unless the paragraph was empty.
 */
export const joinBack = (blocks: Blocks, key: string, newKey: () => string): Edited => {
  const place = placeOf(blocks, key)
  const block = writtenAt(blocks, key)
  const before = blocks[place - 1]
  if (!block) return { blocks, caret: null }
  if (block.kind !== 'paragraph') return { blocks: turnInto(blocks, key, 'paragraph', newKey), caret: { key, at: 0 } }
  if (!before) return { blocks, caret: null }
  const without = blocks.filter((each) => each.key !== key)
  if (!isWritten(before)) {
    return block.spans.length === 0 ? { blocks: without, caret: { key: before.key, at: 0 } } : { blocks, caret: null }
  }
  const spans = spansOfBlock(before)
  const joined = withSpans(before, [...spans, ...block.spans])
  return { blocks: replaced(without, before.key, [joined]), caret: { key: before.key, at: plainText(spans).length } }
}

/** Delete at the end takes the next block's words in. */
export const joinNext = (blocks: Blocks, key: string): Edited => {
  const block = writtenAt(blocks, key)
  const next = blocks[placeOf(blocks, key) + 1]
  if (!block || !next || !isWritten(next)) return { blocks, caret: null }
  const spans = spansOfBlock(block)
  const joined = withSpans(block, [...spans, ...spansOfBlock(next)])
  return {
    blocks: replaced(blocks, key, [joined]).filter((each) => each.key !== next.key),
    caret: { key, at: plainText(spans).length },
  }
}

export const turnInto = (blocks: Blocks, key: string, kind: WrittenKind, newKey: () => string): Blocks => {
  const block = writtenAt(blocks, key)
  if (!block || block.kind === kind) return blocks
  const spans = spansOfBlock(block)
  // Items become paragraphs of their own: words of several lines are no paragraph.
  if (kind === 'paragraph') {
    const [first = [], ...further] = linesOf(spans)
    const rest = further.map((line) => blockOf('paragraph', newKey(), line))
    return replaced(blocks, key, [blockOf('paragraph', key, first), ...rest])
  }
  return replaced(blocks, key, [blockOf(kind, key, spans)])
}

/** One place up (-1) or down (1); at the edge it stays. */
export const moveBlock = (blocks: Blocks, key: string, by: 1 | -1): Blocks => {
  const place = placeOf(blocks, key)
  const [block, other] = [blocks[place], blocks[place + by]]
  if (!block || !other) return blocks
  return blocks.map((each, at) => (at === place ? other : at === place + by ? block : each))
}

export const removeBlock = (blocks: Blocks, key: string, newKey: () => string): Edited => {
  const place = placeOf(blocks, key)
  const left = atLeastOne(
    blocks.filter((block) => block.key !== key),
    newKey(),
  )
  const beside = left[Math.max(0, place - 1)]
  return { blocks: left, caret: beside ? { key: beside.key, at: 0 } : null }
}

/** After the block with this key, or at the end; an empty paragraph gives its place. */
export const insertAfter = (blocks: Blocks, key: string | null, block: SheetBlock): Blocks => {
  if (blocks.length >= BLOCKS_MAX) return blocks
  const place = key === null ? blocks.length - 1 : placeOf(blocks, key)
  const at = blocks[place]
  const isEmpty = at?.kind === 'paragraph' && at.spans.length === 0
  return [...blocks.slice(0, isEmpty ? place : place + 1), block, ...blocks.slice(place + 1)]
}

/** The block with this key, changed. */
export const changeBlock = <B extends SheetBlock>(
  blocks: Blocks,
  key: string,
  change: (block: B) => SheetBlock,
): Blocks => blocks.map((block) => (block.key === key ? change(block as B) : block))

export const markWords = (blocks: Blocks, key: string, from: number, to: number, mark: Partial<Manner>): Blocks => {
  const block = writtenAt(blocks, key)
  if (!block || (block.kind !== 'paragraph' && block.kind !== 'list')) return blocks
  return replaced(blocks, key, [withSpans(block, markSpans(spansOfBlock(block), from, to, mark))])
}

export interface PastedIn extends Edited {
  /** How many blocks found no room. */
  readonly left: number
}

/** Puts blocks where something is selected. One paragraph goes into the words around it, more part them. */
export const pasteAt = (
  blocks: Blocks,
  { key, from, to }: { key: string; from: number; to: number },
  pasted: readonly Block[],
  newKey: () => string,
): PastedIn => {
  const block = writtenAt(blocks, key)
  if (!block || pasted.length === 0) return { blocks, caret: null, left: 0 }
  const spans = spansOfBlock(block)
  const [only, ...further] = pasted
  if (only?.kind === 'paragraph' && further.length === 0) {
    const words = withSpans(block, replaceSpans(spans, from, to, only.spans))
    return {
      blocks: replaced(blocks, key, [words]),
      caret: { key, at: from + plainText(only.spans).length },
      left: 0,
    }
  }
  const before = sliceSpans(spans, 0, from)
  const after = sliceSpans(spans, to, END)
  const head = hasWords(before) ? [withSpans(block, before)] : []
  const tail = hasWords(after) ? [blockOf('paragraph', newKey(), after)] : []
  const room = Math.max(0, BLOCKS_MAX - (blocks.length - 1) - head.length - tail.length)
  const taken = pasted.slice(0, room).map((each): SheetBlock => ({ ...each, key: newKey() }))
  const last = taken.at(-1)
  return {
    blocks: replaced(blocks, key, [...head, ...taken, ...tail]),
    caret: last ? { key: last.key, at: isWritten(last) ? plainText(spansOfBlock(last)).length : 0 } : null,
    left: pasted.length - taken.length,
  }
}
