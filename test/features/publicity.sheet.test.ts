import type { ArticleContent } from '#domain/culture/article.model'
import { changesBetween } from '#domain/culture/article.changes'
import { MEDIA_PART_BYTES } from '#domain/culture/desk.contract'
import { recognisableIn } from '#domain/culture/recognisable'
import type { MediaId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { ok } from '#domain/result'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullCrop, moveCrop, zoomCrop } from '../../src/features/publicity/crop.rules'
import { lengthInWords, rowStanding, savingInWords } from '../../src/features/publicity/publicity.words'
import { instantOf } from '../../src/ui/minute'
import { readingSheets, totalsByDay } from '../../src/features/publicity/reading.sheet'
import { gapsToSave, gapsToSend } from '../../src/features/publicity/sheet.gaps'
import { BLANK, sheetOf } from '../../src/features/publicity/sheet.model'
import { type MediaPartToSend, type SendMediaPart, uploadMedia } from '../../src/files/media.upload'
import { sizeOfJpeg } from '../../src/files/jpeg.size'
import { aJpeg } from '../builders/photo.builder'

const WRITTEN: ArticleContent = {
  ...BLANK,
  title: '枕头下的信封',
  summary: '一个信封怎样回到主人手里。',
  blocks: [{ kind: 'paragraph', spans: [{ text: '早上六点半。' }] }],
}
const texts = (gaps: { text: string }[]): string[] => gaps.map(({ text }) => text)

describe('what is still missing', () => {
  it('is nothing where a short article is written', () => {
    expect(gapsToSend(sheetOf(WRITTEN))).toEqual([])
  })

  it('does not keep a half-written article from being saved', () => {
    expect(gapsToSave(sheetOf(BLANK))).toEqual([])
    expect(texts(gapsToSend(sheetOf(BLANK)))).toEqual(['还没有题目', '写一两句摘要，列表和分享卡上用', '正文还没有写'])
  })

  it('is told with how much it is over', () => {
    expect(texts(gapsToSave(sheetOf({ ...WRITTEN, title: '一'.repeat(43) })))).toEqual(['题目多了 3 字，最多 40 字'])
    const book = Array.from({ length: 34 }, () => ({ kind: 'quote' as const, text: '一'.repeat(600) }))
    expect(texts(gapsToSave(sheetOf({ ...WRITTEN, blocks: book })))).toEqual(['正文多了 400 字，最多 20000 字'])
  })

  it('is told at the block it is in, past empty ones that are left out', () => {
    const sheet = sheetOf({
      ...WRITTEN,
      blocks: [
        { kind: 'paragraph', spans: [] },
        ...WRITTEN.blocks,
        { kind: 'image', mediaId: 'a'.repeat(32) as never, alt: '', width: 3, height: 2 },
      ],
    })
    expect(gapsToSend(sheet)).toEqual([
      { block: sheet.blocks[2]?.key, text: '图片还没写替代文字：看不见的人靠它知道图里是什么' },
    ])
  })

  it('is an official page where somebody is named', () => {
    const named = { ...WRITTEN, wrongdoersNamedBy: 'https://news.example.com/a' }
    expect(texts(gapsToSend(sheetOf(named)))).toEqual(['点了名的，只能凭政府网站（gov.cn）的通报，请换成那一页的网址'])
    expect(texts(gapsToSave(sheetOf({ ...WRITTEN, wrongdoersNamedBy: 'http://a.gov.cn' })))).toEqual([
      '官方通报的网址要以 https:// 开头',
    ])
  })
})

describe('words by which somebody may be recognised', () => {
  it.each([
    ['护士在 23 床的枕头底下', ['23 床']],
    ['住院号：ZY30211，电话 13800001111', ['住院号：ZY30211', '13800001111']],
    ['2026 年 3 月 5 日，王某说', ['2026 年 3 月 5 日', '王某']],
    ['三张床位，一张床，下一床怎么想', []],
    ['十二床和三床', ['十二床', '三床']],
  ])('%s', (text, found) => {
    expect(recognisableIn(text).map(({ words }) => words)).toEqual(found)
  })
})

describe('what was changed', () => {
  it('is the blocks that came and went, in their order, and the fields', () => {
    const [one, two, three] = ['一', '二', '三'].map((text) => ({ kind: 'heading' as const, level: 2 as const, text }))
    if (!one || !two || !three) throw new Error('three blocks are given')
    const changes = changesBetween(
      { ...WRITTEN, blocks: [one, two] },
      { ...WRITTEN, column: 'news', blocks: [two, three] },
    )
    expect(changes.fields).toEqual(['column'])
    expect(changes.blocks.map(({ change, block }) => [change, block])).toEqual([
      ['removed', one],
      ['kept', two],
      ['added', three],
    ])
  })

  const block = fc
    .constantFrom('一', '二', '三', '四')
    .map((text) => ({ kind: 'heading' as const, level: 2 as const, text }))
  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.array(block, { maxLength: 8 }), (before, after) => {
        const { blocks } = changesBetween({ ...WRITTEN, blocks: before }, { ...WRITTEN, blocks: after })
        const of = (...changes: string[]) =>
          blocks.filter(({ change }) => changes.includes(change)).map((each) => each.block)
        expect(of('kept', 'removed')).toEqual(before)
        expect(of('kept', 'added')).toEqual(after)
      }),
    )
  })
})

describe('the part of a photo on a cover', () => {
  const size = fc.record({ width: fc.integer({ min: 800, max: 4000 }), height: fc.integer({ min: 800, max: 4000 }) })
  it('is three wide and two high and lies inside the photo, however it is moved', () => {
    fc.assert(
      fc.property(
        size,
        fc.array(
          fc.record({
            x: fc.double({ min: -1, max: 1, noNaN: true }),
            y: fc.double({ min: -1, max: 1, noNaN: true }),
            zoom: fc.constantFrom(1, 0.5, 2),
          }),
        ),
        (photo, moves) => {
          const crop = moves.reduce(
            (now, { x, y, zoom }) => moveCrop(zoomCrop(photo, now, zoom), { x, y }),
            fullCrop(photo),
          )
          expect((crop.width * photo.width) / (crop.height * photo.height)).toBeCloseTo(1.5, 1)
          expect(Math.min(crop.width, crop.height)).toBeGreaterThanOrEqual(0.05)
          expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0)
          expect(Math.max(crop.x + crop.width, crop.y + crop.height)).toBeLessThanOrEqual(1.0002)
        },
      ),
    )
  })
})

describe('a recording on its way', () => {
  it('goes in parts under its name, on from where it stopped, and is told where it lies', async () => {
    const mediaId = 'a'.repeat(32) as MediaId
    const received = [0]
    const sent: MediaPartToSend[] = []
    const send: SendMediaPart = (part) => {
      sent.push(part)
      if (!received.includes(part.part)) received.push(part.part)
      const whole = received.length === 3
      return Promise.resolve(ok({ received, whole, url: whole ? 'https://media.example/1' : null }))
    }
    const base64 = Buffer.alloc(2 * MEDIA_PART_BYTES + 1, 'recording').toString('base64')
    const ports = { send, wait: () => Promise.resolve(), onProgress: () => undefined, isWanted: () => true }
    const arrived = await uploadMedia({ mediaId, kind: 'audio', name: '夜班.mp3', base64 }, ports)
    expect(arrived).toEqual({ outcome: 'whole', url: 'https://media.example/1' })
    expect(sent.map(({ part, name, bytes }) => [part, name, bytes])).toEqual([
      [0, '夜班.mp3', 98_305],
      [1, '夜班.mp3', 98_305],
      [2, '夜班.mp3', 98_305],
    ])
  })
})

describe('a picture', () => {
  it('says its size', () => {
    expect(sizeOfJpeg(aJpeg({ width: 640, height: 480 }).toString('base64'))).toEqual({ width: 640, height: 480 })
    expect(sizeOfJpeg(Buffer.from('no picture at all').toString('base64'))).toBeNull()
    expect(sizeOfJpeg('')).toBeNull()
  })
})

describe('the minute something appears', () => {
  it('is a minute in Beijing', () => {
    expect(instantOf({ day: '2026-11-23', time: '08:30' })).toBe(Date.UTC(2026, 10, 23, 0, 30))
    expect(instantOf({ day: '2026-11-23', time: null })).toBeNull()
  })
})

const NOW = Date.UTC(2026, 10, 22, 4) as Instant
const later = (NOW + 1) as Instant
const row = { step: null, publishAt: null, goneAt: null, changedAt: NOW }

describe('where an article stands', () => {
  it.each([
    [{ ...row, state: 'review', step: 'publicity' } as const, '等宣传审'],
    [{ ...row, state: 'approved' } as const, '等发布'],
    [{ ...row, state: 'published', publishAt: later } as const, '11 月 22 日 12:00 发布'],
    [{ ...row, state: 'published', publishAt: NOW } as const, '已发布'],
    [{ ...row, state: 'published', publishAt: later, changedAt: later } as const, '已发布'],
    [{ ...row, state: 'published', publishAt: NOW, goneAt: NOW } as const, '到时间下线了'],
    [{ ...row, state: 'withdrawn' } as const, '已撤下'],
  ])('%o: %s', (of, text) => {
    expect(rowStanding(of, NOW).text).toBe(text)
  })

  it('is said of its saving too', () => {
    expect(savingInWords({ status: 'saved' }, { changedAt: NOW, version: 6 } as never)).toBe('已存 12:00，记过 6 稿')
    expect(savingInWords({ status: 'offline' }, null)).toBe('没连上网，先存在这台手机')
    expect(lengthInWords('一 二\n三')).toBe('3 字，读 1 分钟')
  })
})

describe('readers of a day', () => {
  const figures = {
    days: ['2026-11-21', '2026-11-22'],
    columns: [
      { column: 'story' as const, readers: [null, 3] },
      { column: 'news' as const, readers: [null, 2] },
    ],
    articles: [{ id: 'a'.repeat(32) as never, title: '枕头下的信封', column: 'story' as const, readers: 3 }],
  }

  it('are unknown before they were counted', () => {
    expect(totalsByDay(figures)).toEqual([null, 5])
  })

  it('go into a table as numbers', () => {
    expect(readingSheets(figures).map(({ rows }) => rows)).toEqual([
      [
        ['日期', '清廉故事', '清廉资讯'],
        ['2026-11-21', null, null],
        ['2026-11-22', 3, 2],
      ],
      [
        ['题目', '栏目', '读者（人日）'],
        ['枕头下的信封', '清廉故事', 3],
      ],
    ])
  })
})
