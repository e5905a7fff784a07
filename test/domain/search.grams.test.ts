import { summaryOf, readingMinutes } from '#domain/culture/article.reading'
import { countReader, READERS_PER_DAY, READERS_PER_MINUTE, readersOn } from '#domain/culture/reading.rules'
import type { ReadingMonth } from '#domain/culture/reading.model'
import { excerptOf, gramsAsked, gramsOf, holdsAll, marked, phrasesOf, type Stretch } from '#domain/culture/search.grams'
import { emptyShelf, shelfAt, type Shelved } from '#domain/culture/shelf.count'
import type { HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aContent } from '../builders/article.builder'

const said = (stretches: readonly Stretch[]) =>
  stretches.map(({ text, found }) => (found ? `【${text}】` : text)).join('')

describe('what somebody looks for', () => {
  it.each([
    ['红包', ['红包']],
    ['红包 退回', ['红包', '退回']],
    ['《九项准则》，第8条', ['九项准则', '第8条']],
    ['ＣＴ　检查', ['ct', '检查']],
    ['。，！', []],
    ['廉', ['廉']],
  ])('%s is these phrases: %j', (words, phrases) => {
    expect(phrasesOf(words)).toEqual(phrases)
  })

  it.each([
    ['她把红 包退了回去', '红包', true],
    ['她说红，包里有灯', '红包', false],
    ['「不收红包」是承诺', '不收红包', true],
    ['做了 CT 检查', 'ct', true],
    ['做了ＣＴ检查', 'CT检查', true],
    ['退回了红包', '红包 退回', true],
    ['退回了礼物', '红包 退回', false],
    ['一盏灯', '灯', true],
  ])('is in 「%s」: %s, %s', (text, words, is) => {
    expect(holdsAll(text, phrasesOf(words))).toBe(is)
  })

  it('is marked where it stands, as it was written', () => {
    expect(said(marked('不收「红 包」，ＣＴ不多做', phrasesOf('红包 ct')))).toBe('不收「【红 包】」，【ＣＴ】不多做')
    expect(said(marked('没有', phrasesOf('红包')))).toBe('没有')
    expect(said(marked('灯灯灯', phrasesOf('灯灯')))).toBe('【灯灯】灯')
  })

  it('is shown with what stands around it, cut between characters', () => {
    const text = `${'前'.repeat(40)}红包${'后'.repeat(100)}`
    expect(said(excerptOf(text, ['红包']))).toBe(`…${'前'.repeat(16)}【红包】${'后'.repeat(54)}…`)
    expect(said(excerptOf('开头就是红包', ['红包']))).toBe('开头就是【红包】')
    expect(said(excerptOf('没有那个词', ['红包']))).toBe('没有那个词')
    expect(said(excerptOf(`${'😀'.repeat(30)}红包`, ['红包']))).toBe(`…${'😀'.repeat(16)}【红包】`)
  })

  const aText = fc
    .array(fc.constantFrom('红', '包', '退', '灯', 'A', 'ｂ', '，', ' ', '\n', '😀'), { maxLength: 40 })
    .map((signs) => signs.join(''))

  it('is found by its grams wherever it stands: postings never miss what the text holds', () => {
    fc.assert(
      fc.property(aText, aText, (text, words) => {
        const phrases = phrasesOf(words)
        if (!holdsAll(text, phrases)) return
        const grams = new Set(gramsOf(text))
        expect(gramsAsked(phrases).filter((gram) => !grams.has(gram))).toEqual([])
      }),
    )
    fc.assert(
      fc.property(aText, fc.nat(39), fc.integer({ min: 1, max: 5 }), (text, from, length) => {
        const words = Array.from(text)
          .slice(from, from + length)
          .join('')
        // What was cut out of one run is held by it.
        if (phrasesOf(words).length !== 1 || /[ ，\n😀]/u.test(words)) return
        expect(holdsAll(text, phrasesOf(words))).toBe(true)
      }),
    )
  })

  it('changes no sign of what was written when it is marked', () => {
    fc.assert(
      fc.property(aText, aText, (text, words) => {
        expect(
          marked(text, phrasesOf(words))
            .map((one) => one.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('asks for few grams however long it is', () => {
    expect(gramsAsked(['红包'])).toEqual(['红包'])
    expect(gramsAsked(['灯'])).toEqual(['灯'])
    const long = gramsAsked([Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')])
    expect(long).toHaveLength(6)
    expect(new Set(long).size).toBe(6)
  })
})

describe('an article in a list', () => {
  it('says its summary, or how it begins', () => {
    expect(summaryOf(aContent())).toMatch(/^夜里两点，护士长/)
    const spans = [{ text: '长'.repeat(80) }]
    expect(summaryOf(aContent({ summary: '', blocks: [{ kind: 'paragraph', spans }] }))).toBe(`${'长'.repeat(60)}…`)
  })

  it.each([
    [1, 1],
    [400, 1],
    [401, 2],
  ])('of %i characters takes %i minutes', (length, minutes) => {
    const spans = [{ text: '字'.repeat(length) }]
    expect(readingMinutes(aContent({ blocks: [{ kind: 'paragraph', spans }] }))).toBe(minutes)
  })

  it('that is listened to takes as long as its recordings', () => {
    const recording = { kind: 'audio', mediaId: 'a'.repeat(32), title: '听这篇', seconds: 230 }
    const short = { kind: 'paragraph', spans: [{ text: '短' }] }
    expect(readingMinutes(aContent({ blocks: [recording, short] }))).toBe(4)
  })
})

describe('readers', () => {
  const empty: ReadingMonth = {
    id: 'm',
    rev: 0,
    hospitalId: 'h1' as HospitalId,
    month: '2026-11',
    articleId: null,
    column: 'story',
    days: {},
    minute: 0 as Instant,
    inMinute: 0,
  }
  const count = (times: number, everyMs: number) => {
    let so = empty
    for (let time = 0; time < times; time += 1) {
      so = countReader(so, '2026-11-22', (1_795_000_020_000 + time * everyMs) as Instant) ?? so
    }
    return readersOn(so, '2026-11-22')
  }

  it('are counted by day, and no more than can be true in a minute and a day', () => {
    expect(count(3, 1000)).toBe(3)
    expect(count(1000, 1)).toBe(READERS_PER_MINUTE)
    expect(count(READERS_PER_DAY + 50, 1200)).toBe(READERS_PER_DAY)
  })
})

describe('the shelf', () => {
  it('counted at one moment and corrected since is what a count now would say', () => {
    const time = fc.integer({ min: 1, max: 40 })
    const aCopy = fc.record({
      column: fc.constantFrom('story' as const, 'news' as const),
      series: fc.constantFrom(null, '本草说廉'),
      from: time,
      lasts: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(aCopy, { maxLength: 30 }), time, time, (made, one, other) => {
        const copies = made.map(
          ({ lasts, from, ...copy }, at): Shelved => ({
            ...copy,
            id: String(at),
            departmentId: null,
            from: from as Instant,
            until: (from + lasts) as Instant,
          }),
        )
        const [then, now] = [Math.min(one, other) as Instant, Math.max(one, other) as Instant]
        const nothing = emptyShelf('h1' as HospitalId)
        const counted = shelfAt(nothing, copies, then)
        const changed = copies.filter(
          ({ from, until }) => (from > then && from <= now) || (until > then && until <= now),
        )
        const sorted = (shelf: typeof counted) => [...shelf.columns].sort((a, b) => (a.column < b.column ? -1 : 1))
        expect(sorted(shelfAt(counted, changed, now))).toEqual(sorted(shelfAt(nothing, copies, now)))
      }),
    )
  })
})
