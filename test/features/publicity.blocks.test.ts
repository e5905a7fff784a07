import { Blocks, blocksText, type Block, BLOCKS_MAX, type Span } from '#domain/culture/block.model'
import { isStrong, markSpans, plainText, retypeSpans, sliceSpans } from '#domain/culture/span.rules'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  breakAt,
  type Edited,
  insertAfter,
  joinBack,
  joinNext,
  markWords,
  moveBlock,
  pasteAt,
  removeBlock,
  turnInto,
  type,
} from '../../src/features/publicity/block.edit'
import {
  BLANK,
  blockOf,
  contentOf,
  type SheetBlock,
  sheetOf,
  WRITTEN_KINDS,
} from '../../src/features/publicity/sheet.model'
import { begin, edit, redo, undo } from '../../src/ui/edit.history'

const words = (...texts: string[]): Span[] => texts.map((text) => ({ text }))
const p = (key: string, ...spans: Span[]): SheetBlock => ({ key, kind: 'paragraph', spans })
const list = (key: string, ...items: string[]): SheetBlock => ({
  key,
  kind: 'list',
  ordered: false,
  items: items.map((text) => (text === '' ? [] : [{ text }])),
})
const IMAGE: SheetBlock = {
  key: 'i',
  kind: 'image',
  mediaId: 'a'.repeat(32) as never,
  alt: '信封',
  width: 3,
  height: 2,
}
const keys = (from = 0) => {
  let made = from
  return () => {
    made += 1
    return `n${made}`
  }
}
const bare = (blocks: readonly SheetBlock[]) => blocks.map(({ key: _key, ...block }) => block)
const said = (blocks: readonly SheetBlock[]): string =>
  contentOf({ ...BLANK, blocks })
    .blocks.map((block) => blocksText([block]))
    .join('|')

describe('words that are typed into', () => {
  const spans: Span[] = [{ text: '她没有' }, { text: '数', strong: true }, { text: '第二遍' }]

  it.each([
    ['她从没有数第二遍', [{ text: '她从没有' }, { text: '数', strong: true }, { text: '第二遍' }]],
    ['她没有数数第二遍', [{ text: '她没有' }, { text: '数数', strong: true }, { text: '第二遍' }]],
    ['她没有第二遍', [{ text: '她没有第二遍' }]],
    ['', []],
  ])('keep what is strong: %s', (text, after) => {
    expect(retypeSpans(spans, text)).toEqual(after)
  })

  it('do not grow a link at its end', () => {
    const linked: Span[] = [{ text: '规定', href: 'https://www.gov.cn/' }]
    expect(retypeSpans(linked, '规定里')).toEqual([...linked, { text: '里' }])
  })

  const span = fc.record({
    text: fc.string({ minLength: 1, maxLength: 6 }),
    strong: fc.constantFrom(true as const, undefined),
  })
  it('say what was typed, and a mark changes no word', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.string(), fc.nat(30), fc.nat(30), (some, text, one, other) => {
        expect(plainText(retypeSpans(some, text))).toBe(text)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const marked = markSpans(some, from, to, { strong: true })
        expect(plainText(marked)).toBe(plainText(some))
        expect(sliceSpans(marked, from, to).length === 0 || isStrong(marked, from, to)).toBe(true)
      }),
    )
  })
})

describe('a block under the keys', () => {
  it('is parted by Return, and Backspace joins it again where it was parted', () => {
    const start = [p('a', ...words('早上六点半'))]
    const parted = breakAt(start, 'a', 2, 2, keys())
    expect(bare(parted.blocks)).toEqual([
      { kind: 'paragraph', spans: words('早上') },
      { kind: 'paragraph', spans: words('六点半') },
    ])
    expect(parted.caret).toEqual({ key: 'n1', at: 0 })
    expect(joinBack(parted.blocks, 'n1', keys(1))).toEqual({ blocks: start, caret: { key: 'a', at: 2 } })
    expect(joinNext(parted.blocks, 'a')).toEqual({ blocks: start, caret: { key: 'a', at: 2 } })
  })

  it('gets a new item inside a list, and leaves the list on an empty one', () => {
    const start = [list('l', '谢谢', '')]
    expect(breakAt([list('l', '谢谢')], 'l', 2, 2, keys()).blocks).toEqual(start)
    expect(bare(breakAt(start, 'l', 3, 3, keys()).blocks)).toEqual([
      { kind: 'list', ordered: false, items: [words('谢谢')] },
      { kind: 'paragraph', spans: [] },
    ])
  })

  it('becomes paragraphs where a line end was typed on a phone, each with a field of its own', () => {
    const { blocks, caret } = type([p('a', ...words('一'))], 'a', '一\n二', keys())
    expect(blocks.map(({ key }) => key)).toEqual(['n1', 'n2'])
    expect(bare(blocks)).toEqual([
      { kind: 'paragraph', spans: words('一') },
      { kind: 'paragraph', spans: words('二') },
    ])
    expect(caret).toEqual({ key: 'n2', at: 0 })
  })

  it('is first made a paragraph by Backspace, and a picture before it stays', () => {
    const heading = blockOf('heading', 'h', words('后来'))
    expect(joinBack([p('a'), heading], 'h', keys()).blocks[1]).toEqual(p('h', ...words('后来')))
    expect(joinBack([IMAGE, p('a', ...words('字'))], 'a', keys()).caret).toBeNull()
    expect(joinBack([IMAGE, p('a')], 'a', keys()).blocks).toEqual([IMAGE])
  })

  it('moves a place at a time and not past the edge', () => {
    const three = [p('a'), p('b'), p('c')]
    expect(moveBlock(three, 'c', -1).map(({ key }) => key)).toEqual(['a', 'c', 'b'])
    expect(moveBlock(three, 'a', -1)).toBe(three)
  })

  it('leaves a paragraph to write in when the last is removed', () => {
    expect(removeBlock([IMAGE], 'i', keys()).blocks).toEqual([p('n1')])
  })

  it('takes the place of an empty paragraph, and finds none on a full sheet', () => {
    expect(insertAfter([p('a'), p('b', ...words('字'))], 'a', IMAGE).map(({ key }) => key)).toEqual(['i', 'b'])
    const full = Array.from({ length: BLOCKS_MAX }, (_, at) => p(`k${at}`, ...words('字')))
    expect(insertAfter(full, 'k1', IMAGE)).toBe(full)
    expect(breakAt(full, 'k1', 1, 1, keys()).blocks).toBe(full)
  })

  it('holds no strong words in a heading', () => {
    const start = [p('a', { text: '后' }, { text: '来', strong: true })]
    const made = turnInto(start, 'a', 'heading', keys())
    expect(bare(made)).toEqual([{ kind: 'heading', level: 2, text: '后来' }])
    expect(markWords(made, 'a', 0, 1, { strong: true })).toBe(made)
  })
})

describe('what is pasted', () => {
  const three: Block[] = [
    { kind: 'heading', level: 2, text: '题' },
    { kind: 'paragraph', spans: words('一') },
    { kind: 'paragraph', spans: words('二') },
  ]

  it('goes into the words as one paragraph, or parts them', () => {
    const start = [p('a', ...words('前后'))]
    expect(pasteAt(start, { key: 'a', from: 1, to: 1 }, three.slice(1, 2), keys())).toEqual({
      blocks: [p('a', ...words('前一后'))],
      caret: { key: 'a', at: 2 },
      left: 0,
    })
    const parted = pasteAt(start, { key: 'a', from: 1, to: 1 }, three, keys())
    expect(said(parted.blocks)).toBe('前|题|一|二|后')
  })

  it('takes the place of what is selected and of an empty paragraph', () => {
    expect(said(pasteAt([p('a')], { key: 'a', from: 0, to: 0 }, three, keys()).blocks)).toBe('题|一|二')
    expect(said(pasteAt([p('a', ...words('旧'))], { key: 'a', from: 0, to: 1 }, three, keys()).blocks)).toBe('题|一|二')
  })

  it('says how much found no room', () => {
    const many = Array.from({ length: BLOCKS_MAX + 5 }, (): Block => ({ kind: 'paragraph', spans: words('字') }))
    const { blocks, left } = pasteAt([p('a', ...words('前'))], { key: 'a', from: 1, to: 1 }, many, keys())
    expect([blocks.length, left]).toEqual([BLOCKS_MAX, 6])
  })
})

type Step = (blocks: readonly SheetBlock[], next: () => string) => Edited
const steps: fc.Arbitrary<Step> = fc
  .record({
    what: fc.constantFrom('break', 'back', 'next', 'turn', 'up', 'down'),
    at: fc.nat(9),
    from: fc.nat(8),
    kind: fc.constantFrom(...WRITTEN_KINDS),
  })
  .map(({ what, at, from, kind }) => (blocks, next) => {
    const key = blocks[at % blocks.length]?.key ?? ''
    const plain = (after: readonly SheetBlock[]): Edited => ({ blocks: after, caret: null })
    switch (what) {
      case 'break':
        return breakAt(blocks, key, from, from, next)
      case 'back':
        return joinBack(blocks, key, next)
      case 'next':
        return joinNext(blocks, key)
      case 'turn':
        return plain(turnInto(blocks, key, kind, next))
      default:
        return plain(moveBlock(blocks, key, what === 'up' ? -1 : 1))
    }
  })

describe('any run of keys', () => {
  const start = sheetOf({
    ...BLANK,
    blocks: [
      { kind: 'heading', level: 2, text: '枕头下' },
      { kind: 'paragraph', spans: [{ text: '早上' }, { text: '六点', strong: true }] },
      { kind: 'list', ordered: true, items: [words('封好'), words('交给')] },
      { kind: 'quote', text: '不是\n不领情' },
    ],
  }).blocks
  const letters = (blocks: readonly SheetBlock[]): string[] => Array.from(said(blocks).replace(/[|\s]/g, '')).sort()

  it('loses no word, names every block once and can be handed in', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), (run) => {
        const next = keys()
        const end = run.reduce((blocks, step) => step(blocks, next).blocks, start)
        expect(letters(end)).toEqual(letters(start))
        expect(new Set(end.map(({ key }) => key)).size).toBe(end.length)
        expect(v.is(Blocks, contentOf({ ...BLANK, blocks: end }).blocks)).toBe(true)
      }),
    )
  })

  it('is undone and done again step by step', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 8 }), (run) => {
        const next = keys()
        const done = run.reduce((history, step) => edit(history, step(history.present, next).blocks), begin(start))
        const back = done.past.reduce((history) => undo(history), done)
        expect(back.present).toBe(start)
        expect(back.future.reduce((history) => redo(history), back).present).toBe(done.present)
      }),
    )
  })
})
