import { describe, expect, it } from 'vitest'
import { resultSheets } from '../../src/features/results/results.sheet'
import { textSheets } from '../../src/features/results/texts.sheet'
import { aText, aTrendPoint, someResults } from '../builders/results.builder'

const sheetOf = (name: string, results = someResults()) => resultSheets(results).find((sheet) => sheet.name === name)
const rowOf = (sheet: string, first: string, results = someResults()) =>
  sheetOf(sheet, results)?.rows.find(([cell]) => cell === first)

describe('the workbook', () => {
  it('has a sheet for everything on the page', () => {
    expect(resultSheets(someResults()).map(({ name }) => name)).toEqual([
      '概要',
      '方面',
      '题目',
      '科室',
      '走势',
      '口径',
    ])
  })

  it('carries numerators, denominators and intervals as numbers', () => {
    expect(rowOf('概要', '自己填的')?.slice(1, 8)).toEqual([
      788,
      83.4,
      expect.closeTo(81.83, 2),
      expect.closeTo(84.97, 2),
      561,
      788,
      expect.closeTo(71.19, 2),
    ])
    expect(rowOf('科室', '骨科')?.[1]).toBe(148)
    expect(rowOf('科室', '神经内科')?.slice(-1)).toEqual(['不满 100 份，不与别科比'])
  })

  it('writes why a cell is hidden into every column of it, and no 0', () => {
    for (const [name, why] of [
      ['疼痛科', '不足 10 份，不显示'],
      ['康复医学科', '一并不显示，免得倒推'],
      ['消化内科', '没有人答'],
    ]) {
      const cells = rowOf('科室', name ?? '')?.slice(1) ?? []
      expect(cells).toHaveLength(10)
      expect(new Set(cells)).toEqual(new Set([why]))
    }
  })

  it('counts options one row each, hidden ones as words', () => {
    const rows = sheetOf('题目')?.rows ?? []
    expect(rows).toContainEqual(['按铃以后，很快有人来', '有时如此', 87])
    expect(rows).toContainEqual(['有没有人向您或家里人要红包、礼品', '有', '不足 5 份，或一并不显示'])
    expect(rows.some(([text]) => text === '还有什么想说的')).toBe(false)
    expect(rowOf('题目', '饭菜合口、是热的')?.slice(-3)).toEqual([180, 75, '是'])
  })

  it('keeps a month that is not shown apart from one with nothing', () => {
    const { trend } = someResults()
    const points = [aTrendPoint(0, { value: null, numerator: null, denominator: null }), aTrendPoint(1)]
    const results = someResults({ trend: { ...trend, points } })
    expect(rowOf('走势', '2024 年 10 月', results)?.slice(1, 4)).toEqual(['不显示', '不显示', '不显示'])
    expect(rowOf('走势', '本月到 11 月 18 日', results)?.slice(1, 3)).toEqual([24, 34])
  })

  it('says what is not known', () => {
    expect(rowOf('概要', '全院扫码次数', someResults({ scans: null }))).toEqual(['全院扫码次数', '暂无数据'])
    expect(rowOf('科室', '这一段没完，先不分科室', someResults({ isOver: false, departments: [] }))).toBeDefined()
  })

  it('is as wide as its rows', () => {
    for (const { rows, widths } of resultSheets(someResults())) {
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(widths.length)
    }
  })
})

describe('the file of what people wrote', () => {
  it('has month, department, question, words and themes, and says what is missing', () => {
    const [sheet] = textSheets([aText(1), aText(2, { departmentName: null, themes: ['热水', '夜间'] })])
    expect(sheet?.rows.slice(1)).toEqual([
      ['2026 年 9 月', '骨科', '还有什么想说的', '晚上八点以后没有热水，打水要跑到楼下。', '还没归类'],
      ['2026 年 9 月', '不写科室', '还有什么想说的', '晚上八点以后没有热水，打水要跑到楼下。', '热水、夜间'],
    ])
  })
})
