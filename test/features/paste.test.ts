// @vitest-environment jsdom
import { Block, Blocks, blocksText, type Span } from '#domain/culture/block.model'
import { blocksOfPaste, blocksOfText, type PastedNode } from '#domain/culture/paste.blocks'
import { plainText } from '#domain/culture/span.rules'
import fc from 'fast-check'
import * as v from 'valibot'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { FROM_WECHAT, FROM_WORD, HOSTILE } from './paste.samples'

let pastedNodes: (html: string) => Promise<PastedNode[]>
beforeAll(async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  ;({ pastedNodes } = await import('../../src/files/pasted.html'))
})

const pasted = async (html: string) => blocksOfPaste(await pastedNodes(html))

const spansIn = (block: Block): Span[] =>
  block.kind === 'paragraph' ? block.spans : block.kind === 'list' ? block.items.flat() : []

describe('something copied', () => {
  it('from Word becomes headings, paragraphs, lists and links without its styling', async () => {
    expect(await pasted(FROM_WORD)).toEqual({
      images: 1,
      blocks: [
        { kind: 'heading', level: 2, text: '枕头下的信封' },
        {
          kind: 'paragraph',
          spans: [
            { text: '早上六点半，夜班快交的时候，护士在枕头底下摸到' },
            { text: '一个信封', strong: true },
            { text: '。' },
          ],
        },
        { kind: 'heading', level: 2, text: '后来怎么办' },
        {
          kind: 'list',
          ordered: true,
          items: [[{ text: '两个人当面' }, { text: '封好', strong: true }], [{ text: '交给护士长' }]],
        },
        { kind: 'list', ordered: false, items: [[{ text: '写下时间' }]] },
        {
          kind: 'paragraph',
          spans: [
            { text: '规定在' },
            { text: '这里', href: 'https://www.gov.cn/zhengce/1.htm' },
            { text: '，不在这里。' },
          ],
        },
        { kind: 'paragraph', spans: [{ text: '科室　退回' }] },
        { kind: 'paragraph', spans: [{ text: '呼吸科　3 次' }] },
      ],
    })
  })

  it('from a WeChat article keeps its words, its quotation and its lists', async () => {
    expect(await pasted(FROM_WECHAT)).toEqual({
      images: 1,
      blocks: [
        { kind: 'heading', level: 3, text: '一碗热粥' },
        {
          kind: 'paragraph',
          spans: [{ text: '夜里两点，' }, { text: '小卢', strong: true }, { text: '又去了一趟。' }],
        },
        { kind: 'paragraph', spans: [{ text: '粥还热着。' }] },
        { kind: 'quote', text: '不是不领情。\n领了，下一床怎么想？' },
        { kind: 'list', ordered: false, items: [[{ text: '谢谢收下' }], [{ text: '红包退回' }], [{ text: '当面退' }]] },
        {
          kind: 'paragraph',
          spans: [{ text: '上一篇', href: 'https://mp.weixin.qq.com/s?__biz=MzA&mid=1' }],
        },
        { kind: 'paragraph', spans: [{ text: '关注我们' }] },
      ],
    })
  })

  it('as plain words makes a paragraph of each line', () => {
    expect(blocksOfText('　一\r\n\r\n二\u200b \n')).toEqual([
      { kind: 'paragraph', spans: [{ text: '一' }] },
      { kind: 'paragraph', spans: [{ text: '二' }] },
    ])
  })

  it('parts a text that is too long for one block after a sentence, and loses nothing', () => {
    const words = `${'一二三四。'.repeat(500)}${'长'.repeat(3000)}`
    const blocks = blocksOfText(words)
    expect(v.is(Blocks, blocks)).toBe(true)
    expect(blocksText(blocks).replaceAll('\n', '')).toBe(words)
    expect(blocksText(blocks.slice(0, 1))).toMatch(/。$/)
  })
})

describe('what tries to run', () => {
  it.each(HOSTILE.map((html) => [html.slice(0, 70), html]))('%s leaves typed words alone', async (_, html) => {
    const attack = vi.fn()
    vi.stubGlobal('attack', attack)
    const { blocks } = await pasted(html)
    expect(attack).not.toHaveBeenCalled()
    expect(v.is(v.array(v.strictObject({ kind: v.literal('paragraph'), spans: v.array(v.any()) })), blocks)).toBe(true)
    expect(blocks.every((block) => v.is(Block, block))).toBe(true)
    expect(blocks.flatMap(spansIn).filter(({ href }) => href !== undefined)).toEqual([])
    expect(blocksText(blocks)).not.toMatch(/[\u0000-\u0008\u200b\u202e]/)
  })

  const word = fc.oneof(fc.string(), fc.constantFrom('字', '\n', '\ud83d', '1. ', '·'))
  const { node } = fc.letrec<{ node: PastedNode; element: PastedNode }>((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, word, tie('element')),
    element: fc.record({
      tag: fc.constantFrom(...'p div span b a br li ul ol h1 h4 blockquote table tr td img script x-y'.split(' ')),
      href: fc.oneof(fc.webUrl(), fc.string(), fc.constant('javascript:attack()'), fc.constant(undefined)),
      style: fc.constantFrom(undefined, 'font-weight:700', 'mso-list:l0 level1', 'mso-list:Ignore'),
      className: fc.constantFrom(undefined, 'MsoListParagraph'),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  }))

  it('is never more than blocks that an article may hold, whatever the tree', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (nodes) => {
        const { blocks } = blocksOfPaste(nodes)
        for (const block of blocks) {
          expect(v.is(Block, block)).toBe(true)
          for (const span of spansIn(block)) expect(span.href ?? 'https://').toMatch(/^https:\/\//)
          expect(plainText(spansIn(block))).not.toMatch(/[\u0000-\u0008\u202e]/)
        }
      }),
    )
  })
})
