import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOfRows } from '../../src/features/results/figure.axis'
import { resultsPicture } from '../../src/features/results/results.picture'
import { drawTrend, percentAxis } from '../../src/features/results/trend.drawing'
import {
  axisInWords,
  pointInWords,
  pointStanding,
  trendInWords,
  trendLabels,
} from '../../src/features/results/trend.words'
import type { Instant } from '#domain/instant'
import { aFigure, aTrendPoint, shown, someResults } from '../builders/results.builder'

const NOW = Date.UTC(2026, 10, 20, 2) as Instant
const hidden = { value: null, numerator: null, denominator: null }

describe('the axis of the trend', () => {
  it('ends at tens, is at least 40 long, and leaves air where there is room', () => {
    expect(percentAxis([66, 72, 60.5, 77.8])).toEqual({ from: 50, to: 90 })
    expect(percentAxis([99.5, 97])).toEqual({ from: 60, to: 100 })
    expect(percentAxis([0, 3])).toEqual({ from: 0, to: 40 })
    expect(percentAxis([null])).toEqual({ from: 0, to: 100 })
  })

  it('holds every value of every chart', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        const { from, to } = percentAxis(values)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(100)
        expect(to - from).toBeGreaterThanOrEqual(40)
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(from)
          expect(value).toBeLessThanOrEqual(to)
        }
      }),
    )
  })
})

describe('the axis of a table', () => {
  it('holds every interval and every line, and knows no hidden cell', () => {
    const rows = [
      { cell: shown(aFigure(400, 81, 300)), line: 83.4 },
      { cell: shown(aFigure(100, 71.6, 60)), line: 83.4 },
      { cell: { state: 'few' as const }, line: 83.4 },
    ]
    expect(axisOfRows(rows, 'mean')).toEqual({ from: 65, to: 85 })
    expect(axisOfRows([{ cell: { state: 'none' }, line: 50 }], 'top')).toEqual({ from: 0, to: 100 })
  })
})

describe('the trend', () => {
  it('breaks its line at a month that is not shown, and draws no point at 0 for it', () => {
    const points = [aTrendPoint(0), aTrendPoint(1, hidden), aTrendPoint(2)]
    const { data, marks } = drawTrend(points, '2026-09')
    expect(data.map((line) => line.length)).toEqual([1, 1])
    expect(marks.map(({ point }) => point.month)).toEqual(['2024-10', '2024-12'])
  })

  it('reads a month out, with its fraction and its limits', () => {
    expect(pointInWords(aTrendPoint(17))).toBe('2026 年 3 月，57.9%，低于下限，147 / 254 份，界限 60.5–77.9')
    expect(pointInWords(aTrendPoint(3, hidden))).toMatch(/^2025 年 1 月，份数太少，不显示，界限/)
    expect(pointStanding(aTrendPoint(1, { centre: null, lower: null, upper: null }))).toBe('还没有界限')
  })

  it('says in one sentence what the drawing shows', () => {
    const words = trendInWords(someResults())
    expect(words).toContain('2024 年 10 月到 2026 年 10 月')
    expect(words).toContain('中心线 69.2%。')
    expect(words).toContain('2026 年 3 月 57.9%，低于下限。')
  })

  it('labels only what lies beyond its limits, inside the plot', () => {
    const drawing = drawTrend(someResults().trend.points, '2026-09')
    const labels = trendLabels(drawing, { width: 460, height: 194 }, 13)
    expect(labels.map(({ words }) => words)).toEqual(['3 月 57.9，低于下限'])
    for (const { box } of labels) {
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.left + box.width).toBeLessThanOrEqual(460)
      expect(box.top + box.height).toBeLessThanOrEqual(194)
    }
  })

  it('says what its axis leaves out, and that dots are limits on trial', () => {
    const results = someResults()
    expect(axisInWords(results)).toBe('纵轴 50–90%')
    expect(axisInWords({ ...results, trend: { ...results.trend, provisional: true } })).toBe(
      '纵轴 50–90%；点线是试行界限，满 12 个月再定',
    )
  })
})

describe('the picture of the page', () => {
  const wordsOf = (results = someResults()) =>
    resultsPicture(results, NOW)
      .strokes.flatMap((stroke) => (stroke.kind === 'words' ? [stroke.text] : []))
      .join('\n')
      .replace(/\u00a0/g, ' ')

  it('says who, when, how it stands, and what it rests on', () => {
    const words = wordsOf()
    expect(words).toContain('青衿市人民医院 · 满意度')
    expect(words.replace(/\n/g, '')).toContain('三季度住院，71.2% 的人答“非常满意”，在正常起伏之内。')
    expect(words).toContain('出院 11 980 人次的 7.6%')
    expect(words).toContain('95% 区间 67.9–74.2')
    expect(words.replace(/\n/g, '')).toContain('不算进任何比例')
    expect(words).toContain('3 月 57.9，低于下限')
    expect(words).toContain('11 月 20 日存。')
  })

  it('carries a dash and the reason where nothing may be shown, and no chart where there is none', () => {
    const results = someResults()
    const words = wordsOf(
      someResults({
        overall: { state: 'few' },
        assisted: { state: 'none' },
        trend: { ...results.trend, points: [] },
      }),
    )
    expect(words).toContain('不足 10 份，不显示')
    expect(words).toContain('没有人答')
    expect(words).not.toMatch(/(^|\n)0(\.0)?[ %\n]/)
    expect(words).not.toContain('个月\n')
  })

  it('stays on its sheet', () => {
    const { strokes, width, height } = resultsPicture(someResults({ hospitalName: '长'.repeat(60) }), NOW)
    for (const stroke of strokes) {
      for (const { x, y } of stroke.kind === 'line' ? stroke.spots : [stroke]) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThan(width)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThan(height)
      }
    }
  })
})
