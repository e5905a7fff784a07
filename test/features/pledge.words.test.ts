import { boardWords, rateWords } from '../../src/features/pledges/pledge.words'
import { pledgeSheets } from '../../src/features/pledges/pledge.sheet'
import { describe, expect, it } from 'vitest'

const aBoard = (current: { number: number; title: string; effectiveOn: string } | null, signed: number) => ({
  hospitalName: '青衿市人民医院',
  current,
  tally: { signed, total: 3 },
  rows: [
    { id: null, name: '没有登记科室', signed, total: 3 },
    { id: null, name: '儿科', signed: 0, total: 0 },
  ],
  keeps: true,
})
const CURRENT = { number: 1, title: '廉洁从业承诺', effectiveOn: '2026-11-02' }

const ratesIn = (board: ReturnType<typeof aBoard>) => pledgeSheets(board, [])[0]?.rows.map((row) => row[3])

describe('亮诺率 in words and cells', () => {
  it('is a share with both its numbers', () => {
    expect(boardWords(aBoard(CURRENT, 2))).toBe('3 人里 2 人签了，亮诺率 66.7%')
    expect(ratesIn(aBoard(CURRENT, 2))).toEqual(['亮诺率（%）', 66.7, null, 66.7])
  })
  it('is nothing where nobody is on the roster, and while there is nothing to sign', () => {
    expect(rateWords({ signed: 0, total: 0 })).toBe('—')
    expect(boardWords(aBoard(null, 0))).toBe('还没有发布承诺书')
    expect(ratesIn(aBoard(null, 0))).toEqual(['亮诺率（%）', null, null, null])
  })
})
