import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { starterSet } from '../../cloudfunctions/culture/starter/starter.set'
import { unfinishedIn } from '../../src/domain/culture/article.finished'
import { ArticleContent, Column, FiveClean } from '../../src/domain/culture/article.model'
import { blocksText } from '../../src/domain/culture/block.model'

const texts = starterSet.map(({ key, content }) => ({
  key,
  text: [content.title, content.summary, blocksText(content.blocks)].join('\n'),
}))

const LONG_SENTENCE = 12
const sentencesOf = (text: string) =>
  text.split(/[。！？；\n]/).map((sentence) => sentence.replace(/[“”‘’（）《》\s]/g, ''))

/** Public lines and the year and number of the rules: the only figures that no hospital decides. */
const figuresLeft = (text: string) => text.replace(/12388|12345|2021|37号/g, '')

describe('the starter set', () => {
  it.each(starterSet.map((piece) => [piece.key, piece] as const))('%s is a finished article', (_, { content }) => {
    expect(v.parse(ArticleContent, content)).toEqual(content)
    expect(unfinishedIn(content)).toEqual([])
    expect(content.title.length).toBeGreaterThan(1)
    // The hospital that takes it did not write it.
    expect(content.source).toMatchObject({ kind: 'reprint', licence: '可以照用、改写' })
    expect(content.fiveClean.length).toBeGreaterThan(0)
    // An ending that somebody can see: a paragraph, not a list of advice.
    expect(content.blocks.at(-1)?.kind).toBe('paragraph')
  })

  it('fills the four columns and all five of the programme', () => {
    const count = Object.fromEntries(
      Column.options.map((column) => [column, starterSet.filter(({ content }) => content.column === column).length]),
    )
    expect(count).toEqual({ story: 4, education: 15, culture: 7, news: 4 })
    expect(new Set(starterSet.flatMap(({ content }) => content.fiveClean))).toEqual(new Set(FiveClean.options))
  })

  it('has a key, a title and a drawing of its own for every piece', () => {
    const distinct = (of: (piece: (typeof starterSet)[number]) => unknown) => new Set(starterSet.map(of)).size
    expect(distinct(({ key }) => key)).toBe(starterSet.length)
    expect(distinct(({ content }) => content.title)).toBe(starterSet.length)
    expect(distinct(({ content }) => (content.cover?.kind === 'plate' ? content.cover.name : null))).toBe(
      starterSet.length,
    )
  })

  it('says nothing twice in a long sentence', () => {
    const first = new Map<string, string>()
    const twice: string[] = []
    for (const { key, text } of texts) {
      for (const sentence of new Set(sentencesOf(text))) {
        if (sentence.length < LONG_SENTENCE) continue
        const before = first.get(sentence)
        if (before) twice.push(`${before}, ${key}: ${sentence}`)
        first.set(sentence, key)
      }
    }
    expect(twice).toEqual([])
  })

  it.each(texts)('$key promises no number that a hospital sets for itself', ({ text }) => {
    expect(figuresLeft(text).match(/\d/g)).toBeNull()
    expect(text.match(/[一二两三四五六七八九十百]+个?(工作日|小时内|天内|日内)/g)).toBeNull()
  })

  it('leads to https alone', () => {
    const links = starterSet.flatMap(({ content }) =>
      content.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.spans.flatMap(({ href }) => (href ? [href] : [])) : [],
      ),
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !link.startsWith('https://'))).toEqual([])
  })

  it('tells each of the nine rules under its own heading', () => {
    const headings = starterSet.flatMap(({ key, content }) => {
      const [first] = content.blocks
      return key.startsWith('rule-') && first?.kind === 'quote' ? [first.from?.slice(-3)] : []
    })
    expect(headings).toEqual(['第一条', '第二条', '第三条', '第四条', '第五条', '第六条', '第七条', '第八条', '第九条'])
  })
})
