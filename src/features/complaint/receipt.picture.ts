import { byWhenInWords, undatedInWords } from '#domain/complaint/promise.words'
import { inGroups } from '#domain/complaint/receipt'
import { dayInWords, type Instant, weekdayInWords } from '#domain/instant'
import type { KeptReceipt } from './receipt.store'
import {
  GREY,
  HAIRLINE,
  INK,
  JADE,
  linesOf,
  type Picture,
  PLAIN,
  SONG,
  type Stroke,
} from '../../ui/picture/picture.strokes'
import { frameStrokes, type Square, squareStrokes, squareWidth } from '../../ui/picture/slip.strokes'
import { squareOf } from './receipt.square'

const WIDTH = 375
const FRAME = 12
const MARGIN = 30
const ROOM = WIDTH - 2 * MARGIN

interface Letters {
  readonly small: number
  readonly body: number
  readonly title: number
  readonly code: number
  readonly date: number
  /** Groups of the query code in a line. */
  readonly groups: number
}

const PHONE: Letters = { small: 13, body: 15, title: 22, code: 26, date: 30, groups: 3 }
const ELDER: Letters = { small: 22, body: 24, title: 30, code: 36, date: 34, groups: 3 }

const MODULE = 6

/** Puts strokes under one another. */
const sheet = () => {
  const strokes: Stroke[] = []
  let y = MARGIN + FRAME
  return {
    strokes,
    bottom: () => y,
    space: (height: number) => {
      y += height
    },
    rule: () => {
      strokes.push({ kind: 'box', x: MARGIN, y, width: ROOM, height: 1, colour: HAIRLINE })
    },
    write: (text: string, size: number, { colour = INK, face = PLAIN, strong = false, whole = false } = {}) => {
      for (const line of whole ? [text] : linesOf(text, size, ROOM)) {
        const font = `${strong ? 'bold ' : ''}${size}px ${face}`
        strokes.push({ kind: 'words', x: MARGIN, y: y + size * 0.25, text: line, font, colour })
        y += size * 1.5
      }
    },
    square: (square: Square) => {
      strokes.push(...squareStrokes(square, { x: (WIDTH - squareWidth(square, MODULE)) / 2, y }, MODULE))
      y += squareWidth(square, MODULE)
    },
  }
}

const inLines = (digits: string, groups: number): string[] => {
  const all = inGroups(digits).split(' ')
  return Array.from({ length: Math.ceil(all.length / groups) }, (_, line) =>
    all.slice(line * groups, (line + 1) * groups).join('  '),
  )
}

/** The receipt as it is kept in an album: number, query code in groups and as a square, and the promised day. */
export const receiptPicture = (receipt: KeptReceipt, now: Instant, elder: boolean): Picture => {
  const size = elder ? ELDER : PHONE
  const { dueAt, whenLate, hospitalName, selector, secret } = receipt
  const page = sheet()
  const caption = (text: string) => page.write(text, size.small, { colour: elder ? INK : GREY })
  caption(`${hospitalName} · 投诉回执`)
  page.write('收到了，谢谢您说出来', size.title, { face: SONG, strong: true })
  page.space(size.small)
  caption('编号（打电话时报给我们）')
  for (const line of inLines(selector, size.groups)) page.write(line, size.code, { strong: true, whole: true })
  page.space(size.small)
  caption('查询码（看进度只认它，别给别人看）')
  for (const line of inLines(secret, size.groups)) page.write(line, size.code, { strong: true, whole: true })
  page.space(size.small)
  caption('最晚答复日')
  if (dueAt === null) {
    const undated = undatedInWords(receipt, receipt.receivedAt)
    page.write(undated, size.title, { face: SONG, strong: true, colour: JADE })
  } else {
    page.write(`${dayInWords(dueAt, now)} ${weekdayInWords(dueAt)}`, size.date, {
      face: SONG,
      strong: true,
      colour: JADE,
    })
  }
  page.write(
    whenLate ? `${byWhenInWords(receipt, now)}没有答复，请打 ${whenLate}` : '到期没有答复，请到医院医患办问',
    size.body,
  )
  page.space(size.small)
  page.rule()
  page.space(size.small)
  caption('在小程序“查进度”里扫这个方块，不用一个个输')
  page.space(size.small)
  page.square(squareOf(receipt))
  page.space(size.small)
  caption('只有医患办的投诉管理专员和查这件事的人能看到。')
  const height = Math.ceil(page.bottom() + MARGIN + FRAME)
  return { width: WIDTH, height, strokes: [...frameStrokes(WIDTH, height, FRAME), ...page.strokes] }
}
