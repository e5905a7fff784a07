import { describe, expect, it } from 'vitest'
import { ratePicture } from '../../src/features/metrics/rate.picture'
import type { Picture, Stroke } from '../../src/ui/picture/picture.strokes'
import { aPoint, someRates } from '../builders/rates.builder'

const wordsOf = ({ strokes }: Picture) =>
  strokes
    .flatMap((stroke) => (stroke.kind === 'words' ? [stroke.text] : []))
    .join('\n')
    .replace(/\u00a0/g, ' ')

const lines = ({ strokes }: Picture) =>
  strokes.filter((stroke): stroke is Extract<Stroke, { kind: 'line' }> => stroke.kind === 'line')

describe('the picture of the page', () => {
  const picture = ratePicture(someRates())

  it('says who, when, how it stands and what it rests on', () => {
    const words = wordsOf(picture)
    expect(words).toContain('青衿市人民医院 · 投诉率')
    expect(words.replace(/\n/g, '')).toContain('10 月综合投诉率 8.7 件/万人次，处于正常波动。')
    expect(words).toContain('60 / 68 940')
    expect(words).toContain('95% 区间 6.6–11.2')
    expect(words.replace(/\n/g, '')).toContain('不含建议')
    expect(words).toContain('2026-11-18 10:00')
  })

  it('draws the band, both limits, the centre and the data, and a diamond with words where a month lies beyond', () => {
    expect(lines(picture).map(({ width, dash }) => (dash ? 'dashed' : width === 0 ? 'area' : 'line'))).toEqual([
      'area',
      'dashed',
      'dashed',
      'line',
      'line',
      'area',
      'area',
    ])
    expect(wordsOf(picture)).toContain('2 月 13.7，超出上限')
    expect(wordsOf(picture)).toContain('新收费系统上线')
  })

  it('stays on its sheet with everything long, and with next to nothing', () => {
    const rates = someRates()
    const longest = someRates({
      hospitalName: '长'.repeat(60),
      chart: {
        ...rates.chart,
        points: rates.chart.points.map((point) => ({
          ...point,
          beyond: true,
          note: { text: '说'.repeat(60), byName: '沈', at: rates.asOf },
        })),
      },
    })
    const barest = someRates({
      figures: rates.figures.map((figure) => ({
        ...figure,
        denominator: null,
        lower: null,
        upper: null,
        before: null,
      })),
      chart: { ...rates.chart, points: [aPoint(23, { value: null, denominator: null, lower: null, upper: null })] },
    })
    for (const { strokes, width, height } of [ratePicture(longest), ratePicture(barest)]) {
      for (const stroke of strokes) {
        const spots = stroke.kind === 'line' ? stroke.spots : [stroke]
        for (const { x, y } of spots) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThan(width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThan(height)
        }
      }
    }
  })
})
