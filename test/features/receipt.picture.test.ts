import { makeReceipt, RECEIPT_RANDOM_BYTES, receiptIn } from '#domain/complaint/receipt'
import { ComplaintId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import jsQR from 'jsqr'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { receiptPicture } from '../../src/features/complaint/receipt.picture'
import type { KeptReceipt } from '../../src/features/complaint/receipt.store'
import { type Brush, linesOf, paint, type Picture } from '../../src/ui/picture/picture.strokes'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const NOW = Date.UTC(2026, 10, 18, 2) as Instant

const aReceipt = (about: Partial<KeptReceipt> = {}): KeptReceipt => ({
  complaintId: v.parse(ComplaintId, 'a'.repeat(32)),
  ...makeReceipt(Uint8Array.from({ length: RECEIPT_RANDOM_BYTES }, (_, index) => (index * 37 + 11) % 250)),
  hospitalName: '青衿市人民医院',
  receivedAt: NOW,
  replyWithinWorkingDays: 5,
  dueAt: Date.UTC(2026, 10, 25, 15, 59) as Instant,
  whenLate: '0000-555-0112',
  named: false,
  reminderTemplateId: null,
  ...about,
})

const SCALE = 2

const nothing = () => undefined
const noLines = {
  beginPath: nothing,
  moveTo: nothing,
  lineTo: nothing,
  arc: nothing,
  setLineDash: nothing,
  fill: nothing,
  stroke: nothing,
}

/** Boxes become pixels; letters are not drawn. */
const photographed = (picture: Picture) => {
  const [width, height] = [picture.width * SCALE, picture.height * SCALE]
  const data = new Uint8ClampedArray(width * height * 4)
  const brush: Brush = {
    fillStyle: '',
    font: '',
    textBaseline: '',
    strokeStyle: '',
    lineWidth: 0,
    fillText: () => undefined,
    ...noLines,
    fillRect: (left, top, wide, high) => {
      const colour = Number.parseInt(String(brush.fillStyle).slice(1), 16)
      const pixel = [colour >> 16, (colour >> 8) & 255, colour & 255, 255]
      for (let y = Math.round(top); y < Math.round(top + high); y += 1) {
        for (let x = Math.round(left); x < Math.round(left + wide); x += 1) data.set(pixel, (y * width + x) * 4)
      }
    },
  }
  paint(brush, picture, SCALE)
  return jsQR(data, width, height)?.data ?? ''
}

const wordsOf = ({ strokes }: Picture) =>
  strokes.flatMap((stroke) => (stroke.kind === 'words' ? [stroke.text] : [])).join('\n')

const versions = [
  ['ordinary', false],
  ['elder', true],
] as const

describe.each(versions)('the %s picture of a receipt', (_, elder) => {
  it('carries number and query code as a square that a scanner reads back', () => {
    const receipt = aReceipt()
    const { selector, secret } = receipt
    const scanned = photographed(receiptPicture(receipt, NOW, elder))
    expect(receiptIn(scanned)).toEqual({ selector, secret })
    expect(scanned).not.toMatch(/:\/\//)
  })

  it('says both in groups of four, and the promised day', () => {
    const receipt = aReceipt()
    const words = wordsOf(receiptPicture(receipt, NOW, elder))
    for (const group of receipt.secret.match(/\d{1,4}/g) ?? []) expect(words).toContain(group)
    expect(words).toContain('11 月 25 日 周三')
    expect(words.replace(/\n/g, '')).toContain('请打 0000-555-0112')
  })

  it('says so while the date is not known and where there is no number to ring', () => {
    const words = wordsOf(receiptPicture(aReceipt({ dueAt: null, whenLate: null }), NOW, elder)).replace(/\n/g, '')
    expect(words).toContain('5 个工作日内（具体日期待 2027 年放假安排公布）')
    expect(words).toContain('到医院医患办问')
  })

  it('stays inside its frame with the longest name of a hospital', () => {
    const picture = receiptPicture(aReceipt({ hospitalName: '长'.repeat(40) }), NOW, elder)
    for (const stroke of picture.strokes) {
      if (stroke.kind === 'line') continue
      expect(stroke.y).toBeLessThan(picture.height)
      if (stroke.kind === 'box') expect(stroke.x + stroke.width).toBeLessThanOrEqual(picture.width)
    }
  })
})

describe('a line of the picture', () => {
  it('breaks Chinese anywhere but before a comma, and keeps a number whole', () => {
    expect(linesOf('到期没有答复，请打', 10, 60)).toEqual(['到期没有答复，', '请打'])
    expect(linesOf('请打 0000-555-0112', 10, 60)).toEqual(['请打 ', '0000-555-0112'])
    expect(linesOf('短', 10, 60)).toEqual(['短'])
  })
})
