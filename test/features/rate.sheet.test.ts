import { describe, expect, it } from 'vitest'
import { rateSheets } from '../../src/features/metrics/rate.sheet'
import { someRates } from '../builders/rates.builder'

const sheets = rateSheets(someRates())
const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? []

describe('the workbook', () => {
  it('has a sheet for the rates, the months, the departments and the parts', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['指标', '按月', '科室', '分类'])
  })

  it('carries every rate with what it was divided from, unrounded', () => {
    const row = rowsOf('指标').find(([first]) => first === '综合投诉率')
    expect(row?.slice(0, 8)).toEqual(['综合投诉率', 60, 68_940, 10_000, (60 / 68_940) * 10_000, 6.64, 11.2, 9])
    expect(row?.slice(8)).toEqual([56, 67_900, 1.055, 0.72, 1.55, 52, 67_200, 1.125, 0.76, 1.66])
  })

  it('leaves empty what is not known', () => {
    const inpatient = rowsOf('指标').find(([first]) => first === '住院投诉率')
    expect(inpatient?.slice(-5)).toEqual([null, null, null, null, null])
  })

  it('says how it was counted and when', () => {
    const text = rowsOf('指标').flat().join('\n')
    expect(text).toContain('青衿市人民医院投诉率，2026 年 10 月')
    expect(text).toContain('什么算投诉')
    expect(text).toContain('泊松')
    expect(text).toContain('2026-11-18 10:00')
  })

  it('has a line for each month, with its note', () => {
    const [heading, ...months] = rowsOf('按月')
    expect(heading?.slice(0, 3)).toEqual(['月份', '件数', '人次'])
    expect(months).toHaveLength(24)
    expect(months[15]?.[0]).toBe('2026-02')
    expect(months[15]?.slice(-2)).toEqual(['超出上限', '新收费系统上线；3 月加开 4 个窗口'])
  })

  it('lists the departments without ranking them, and those without visits apart', () => {
    const names = rowsOf('科室').map(([name]) => name)
    expect(names.slice(1, 3)).toEqual(['急诊医学科', '心血管内科'])
    expect(names.slice(-3)).toEqual(['各科合计', '没有科室', '收费处'])
  })

  it('is as wide as its rows', () => {
    for (const { rows, widths } of sheets) {
      expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(widths.length)
    }
  })
})
