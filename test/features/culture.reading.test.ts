import type { Block } from '#domain/culture/block.model'
import { articleIn, sceneOfArticle } from '#domain/culture/article.scene'
import { PlateName } from '#domain/culture/plate.names'
import { ArticleView } from '#domain/culture/reader.contract'
import { ArticleId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isKept, keepArticle, keptArticles, letGo } from '../../src/features/culture/kept.store'
import {
  factsAbout,
  headMeta,
  leadMeta,
  otherColumns,
  posterHint,
  rowMeta,
} from '../../src/features/culture/culture.words'
import { beginningOf, isWorthReturning, partBeingRead } from '../../src/features/culture/place.rules'
import { forgetPlace, keepPlace, placeIn } from '../../src/features/culture/place.store'
import { posterPicture } from '../../src/features/culture/poster.picture'
import { forgetRead, keepRead, readAgain, readArticles } from '../../src/features/culture/read.store'
import { readerOfToday } from '../../src/features/culture/reader.number'
import { forgetSearches, recentSearches, rememberSearch } from '../../src/features/culture/searches.store'
import { lengthInWords, onTheClock, PACES, paceAfter } from '../../src/ui/article/audio.words'
import { outlinesOf } from '../../src/ui/picture/path.outline'
import { plateStrokes } from '../../src/ui/picture/plate.strokes'

const phone = vi.hoisted(() => ({ storage: new Map<string, string>(), room: Number.POSITIVE_INFINITY }))

vi.mock('@tarojs/taro', () => ({
  default: {
    getStorageSync: (key: string) => JSON.parse(phone.storage.get(key) ?? '""') as unknown,
    setStorageSync: (key: string, value: unknown) => {
      const text = JSON.stringify(value)
      if (text.length > phone.room) throw new Error('QuotaExceededError')
      phone.storage.set(key, text)
    },
    removeStorageSync: (key: string) => void phone.storage.delete(key),
  },
}))

beforeEach(() => {
  phone.storage.clear()
  phone.room = Number.POSITIVE_INFINITY
})

const NOW = Date.UTC(2026, 10, 18, 2) as Instant

const idOf = (number: number): ArticleId => v.parse(ArticleId, number.toString(16).padStart(32, '0'))

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] })

const anArticle = (about: Record<string, unknown> = {}, content: Record<string, unknown> = {}): ArticleView => {
  const shared = {
    column: 'story',
    title: '枕头下的信封',
    summary: '家属留下的钱，第二天出现在他自己的住院账户里。',
    fiveClean: [],
    departmentId: null,
    series: null,
  }
  return v.parse(ArticleView, {
    ...shared,
    id: idOf(1),
    cover: { kind: 'plate', name: 'story-night-lamp' },
    departmentName: null,
    publishedOn: '2026-11-12',
    minutes: 4,
    audio: false,
    pinned: false,
    hospitalId: 'qj',
    hospitalName: '青衿市人民医院',
    media: [],
    publishedAt: Date.UTC(2026, 10, 12),
    changedOn: null,
    next: null,
    ...about,
    content: {
      ...shared,
      blocks: [paragraph('早上六点半，夜班快交的时候。')],
      cover: { kind: 'plate', name: 'story-night-lamp' },
      byline: '',
      source: { kind: 'own' },
      wrongdoersNamedBy: null,
      ...content,
    },
  })
}

describe('what a reader keeps', () => {
  it('stays on this phone, the newest first, each once, and fifty of them', () => {
    for (let number = 0; number < 60; number += 1) {
      expect(keepArticle({ id: idOf(number), title: `第 ${number} 篇`, column: 'news' })).toBe(true)
    }
    keepArticle({ id: idOf(58), title: '又一次', column: 'news' })
    expect(keptArticles()).toHaveLength(50)
    expect(keptArticles()[0]?.title).toBe('又一次')
    expect(keptArticles().filter(({ id }) => id === idOf(58))).toHaveLength(1)
    letGo(idOf(58))
    expect(isKept(idOf(58))).toBe(false)
  })

  it('is told apart from what is not understood, and from a phone without room', () => {
    phone.storage.set('culture.kept', JSON.stringify([{ id: 'x' }, 7, { id: idOf(3), title: '一篇', column: 'story' }]))
    expect(keptArticles().map(({ id }) => id)).toEqual([idOf(3)])
    phone.room = 10
    expect(keepArticle({ id: idOf(4), title: '二篇', column: 'story' })).toBe(false)
    expect(isKept(idOf(4))).toBe(false)
  })
})

describe('what was looked for', () => {
  it('is remembered eight times, without what was typed on the way, and can be cleared', () => {
    for (const words of ['红', '红包', '红包退', ' 红包退还 ']) rememberSearch(words)
    expect(recentSearches()).toEqual(['红包退还'])
    for (let number = 0; number < 12; number += 1) rememberSearch(`第${number}样`)
    expect(recentSearches()).toHaveLength(8)
    forgetSearches()
    expect(recentSearches()).toEqual([])
  })
})

describe('how far somebody read', () => {
  const parts = [0, 400, 800, 1200].map((top) => ({ top: top - 600, bottom: top - 200 }))

  it.each([
    [[], null],
    [[{ top: 0, bottom: 3000 }], 0],
    [parts, 1],
    [parts.map(({ top, bottom }) => ({ top: top - 400, bottom: bottom - 400 })), 'end'],
    [
      [
        { top: -900, bottom: -500 },
        { top: -500, bottom: 60 },
      ],
      'end',
    ],
  ])('%j is %s', (standing, part) => {
    expect(partBeingRead(standing, 700)).toBe(part)
  })

  it('is worth going back to behind the first two parts and inside what is there now', () => {
    const blocks = ['一', '二', '三'].map(paragraph)
    expect([0, 1, 2, 3].filter((block) => isWorthReturning(block, blocks))).toEqual([2])
  })

  it('is known again by how that part begins', () => {
    expect(beginningOf(paragraph('护士长先打电话。电话那头是病人的儿子，连说几遍。'))).toBe(
      '护士长先打电话。电话那头是病…',
    )
    expect(beginningOf(paragraph('短'))).toBe('短')
    expect(beginningOf(undefined)).toBe('')
  })

  it('is kept for an article and forgotten at its end', () => {
    keepPlace({ id: idOf(1), block: 3, words: '护士长' })
    keepPlace({ id: idOf(1), block: 5, words: '上午' })
    expect(placeIn(idOf(1))).toMatchObject({ block: 5 })
    forgetPlace(idOf(1))
    expect(placeIn(idOf(1))).toBeNull()
  })
})

describe('an article that was read', () => {
  it('is read again without a network; twenty of them lie on the phone', () => {
    for (let number = 0; number < 25; number += 1) keepRead(anArticle({ id: idOf(number), title: `第 ${number} 篇` }))
    expect(readArticles()).toHaveLength(20)
    expect(readArticles()[0]?.title).toBe('第 24 篇')
    expect(readAgain(idOf(24))?.title).toBe('第 24 篇')
    expect(readAgain(idOf(4))).toBeNull()
    expect([...phone.storage.keys()].filter((key) => key.startsWith('culture.read.'))).toHaveLength(20)
  })

  it('leaves when it was withdrawn, and one too long is not kept', () => {
    keepRead(anArticle())
    forgetRead(idOf(1))
    expect(readAgain(idOf(1))).toBeNull()
    expect(readArticles()).toEqual([])
    const link = { text: '原文', href: `https://example.com/${'a'.repeat(400)}` }
    const spans = Array.from({ length: 10 }, () => link)
    keepRead(anArticle({}, { blocks: Array.from({ length: 20 }, () => ({ kind: 'paragraph', spans })) }))
    expect(readArticles()).toEqual([])
  })
})

describe('the number of a reader', () => {
  it('is one for a day in Beijing and another on the next, and nothing else is kept of it', async () => {
    const evening = Date.UTC(2026, 10, 18, 15, 59) as Instant
    const midnight = Date.UTC(2026, 10, 18, 16) as Instant
    const first = await readerOfToday(NOW)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(await readerOfToday(evening)).toBe(first)
    const second = await readerOfToday(midnight)
    expect(second).not.toBe(first)
    expect([...phone.storage.values()].join()).not.toContain(first)
  })
})

describe('the code of an article', () => {
  it('carries its id, and is read however a scanner hands it over', () => {
    const id = v.parse(ArticleId, 'abcdef0123456789abcdef0123456789')
    expect(sceneOfArticle(id).length).toBeLessThanOrEqual(32)
    expect(articleIn(undefined, sceneOfArticle(id))).toBe(id)
    expect(articleIn(id.toUpperCase())).toBe(id)
    expect(articleIn('t=W-1', ['x'], '0'.repeat(300))).toBeNull()
  })
})

describe('what is said about an article', () => {
  it('names when, whose, how long, and where it comes from', () => {
    const article = anArticle(
      { audio: true, departmentName: '呼吸科', changedOn: '2026-11-14' },
      {
        byline: '文 / 宣传科',
        source: { kind: 'reprint', name: '某报', address: 'https://a.cn/1', licence: '已获授权' },
      },
    )
    expect(leadMeta(article)).toBe('可以听 · 4 分钟 · 呼吸科')
    expect(rowMeta(article, NOW)).toBe('11 月 12 日 · 呼吸科 · 可以听，4\u00a0分钟')
    expect(headMeta(article, NOW)).toBe('11 月 12 日 · 文 / 宣传科 · 4 分钟')
    expect(posterHint(article)).toBe('扫码看全文，能听，4 分钟')
    expect(otherColumns('story')).toBe('教育、文化、资讯')
    expect(factsAbout(article, NOW)).toEqual([
      { term: '来源', text: '转自某报，已获授权', href: 'https://a.cn/1' },
      { term: '审过', text: '科室、宣传、纪检' },
      { term: '改过', text: '11 月 14 日改过，改完又审了一遍' },
    ])
  })
})

describe('a recording', () => {
  it('says how long it is and where it stands', () => {
    expect([5, 60, 230, 0].map(lengthInWords)).toEqual(['5 秒', '1 分', '3 分 50 秒', '0 秒'])
    expect([0, 62.9, 600].map(onTheClock)).toEqual(['0:00', '1:02', '10:00'])
    expect(PACES.map(paceAfter)).toEqual([1, 1.25, 1.5, 0.75])
  })
})

describe('a drawing as lines', () => {
  it('follows each command of a path, wherever it stands', () => {
    expect(outlinesOf('M0 0H10V10h-5v-5Z')).toEqual([
      [
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 10, y: 10 },
        { x: 5, y: 10 },
        { x: 5, y: 5 },
        { x: 0, y: 0 },
      ],
    ])
    expect(outlinesOf('M1 1 2 2 3 1M5 5l1 1').map((line) => line.length)).toEqual([3, 2])
  })

  it('goes round a circle at the distance of its radius, whatever its radius', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 500, noNaN: true }), (radius) => {
        const [line = []] = outlinesOf(
          `M${-radius} 0A${radius} ${radius} 0 0 1 ${radius} 0A${radius} ${radius} 0 0 1 ${-radius} 0`,
        )
        const far = line.map(({ x, y }) => Math.hypot(x, y) / radius)
        expect(Math.min(...far)).toBeCloseTo(1, 6)
        expect(Math.max(...far)).toBeCloseTo(1, 6)
      }),
    )
  })

  it('is whole and stays inside the picture, of every plate', () => {
    for (const name of PlateName.options) {
      const lines = plateStrokes(name, { x: 0, y: 0 }, 375).flatMap((stroke) =>
        stroke.kind === 'line' ? [stroke] : [],
      )
      expect(lines.length, name).toBeGreaterThan(8)
      expect(new Set(lines.map(({ colour }) => colour.length)), name).toEqual(new Set([7]))
      const far = lines.flatMap(({ spots }) => spots.map(({ x, y }) => Math.max(-x, -y, x - 375, y - 250)))
      expect(Math.max(...far), name).toBeLessThan(20)
    }
  })
})

describe('the picture that is sent on', () => {
  it('says what it is and whose, keeps a long title inside, and nothing of who sends it', () => {
    const quoted = anArticle(
      { title: '很长'.repeat(20) },
      { blocks: [paragraph('一'), { kind: 'quote', text: '领了这份情，\n下一床的人心里会怎么想？'.repeat(6) }] },
    )
    const { picture, inlays } = posterPicture(quoted, 'data:image/png;base64,AAAA')
    const words = picture.strokes.flatMap((stroke) => (stroke.kind === 'words' ? [stroke] : []))
    expect(words.map(({ text }) => text).join('')).toContain('清廉故事')
    expect(words.map(({ text }) => text).join('')).toContain('青衿市人民医院')
    expect(words.some(({ text }) => text.endsWith('…'))).toBe(true)
    for (const { x, y } of words) {
      expect(x).toBeGreaterThanOrEqual(26)
      expect(y).toBeLessThan(picture.height)
    }
    expect(inlays).toHaveLength(1)
    const [code] = inlays
    expect((code?.x ?? 0) + (code?.width ?? 0)).toBeLessThan(picture.width)
    expect((code?.y ?? 0) + (code?.height ?? 0)).toBeLessThan(picture.height)
  })

  it('shows the chosen part of a photo and goes without it where it does not come', () => {
    const crop = { x: 0.1, y: 0.2, width: 0.5, height: 0.5 }
    const cover = { kind: 'photo', url: 'https://x.cn/a.jpg', alt: '病房', crop }
    const { inlays } = posterPicture(anArticle({ cover }), 'data:,')
    expect(inlays[0]).toMatchObject({ src: 'https://x.cn/a.jpg', crop, optional: true })
  })
})
