import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandsBetween,
  type Box,
  heightOf,
  middleOf,
  niceTicks,
  placeLabels,
  pointLines,
  spread,
  stepLines,
  topOf,
} from '../../src/ui/chart/chart.geometry'
import { maskOf, pathOf } from '../../src/ui/chart/chart.mask'

describe('an axis', () => {
  it('has round numbers from 0 that end inside it', () => {
    expect(niceTicks(17.5)).toEqual([0, 5, 10, 15])
    expect(niceTicks(0.9)).toEqual([0, 0.25, 0.5, 0.75])
    expect(niceTicks(7.2)).toEqual([0, 2, 4, 6])
    expect(niceTicks(0)).toEqual([0])
  })

  it('never carries more than eight numbers, each at the same distance from the next', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (top) => {
        const ticks = niceTicks(top)
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks[ticks.length - 1]).toBeLessThanOrEqual(top * (1 + 1e-9))
        const step = ticks[1] ?? 0
        ticks.forEach((tick, index) => expect(tick).toBeCloseTo(index * step, 6))
      }),
    )
  })

  it('leaves air above the highest value, and has a height where there is none', () => {
    expect(topOf([2, null, 10, 4], 1.25)).toBe(12.5)
    expect(topOf([null], 1.25)).toBe(1)
    expect(topOf([0], 1.25)).toBe(1)
  })

  it('counts from the foot and cuts what is higher at the edge', () => {
    expect(heightOf(0, 20)).toBe(1)
    expect(heightOf(5, 20)).toBe(0.75)
    expect(heightOf(30, 20)).toBe(0)
  })

  it('puts a month in the middle of its column', () => {
    expect([0, 1, 2, 3].map((index) => middleOf(index, 4))).toEqual([0.125, 0.375, 0.625, 0.875])
  })
})

const STEPS = [
  { from: 0, to: 0.25, at: 0.3 },
  { from: 0.25, to: 0.5, at: 0.4 },
  { from: 0.5, to: 0.75, at: null },
  { from: 0.75, to: 1, at: 0.2 },
]

describe('limits', () => {
  it('are drawn as steps exactly as they are given, and broken where there are none', () => {
    expect(stepLines(STEPS)).toEqual([
      [
        { x: 0, y: 0.3 },
        { x: 0.25, y: 0.3 },
        { x: 0.25, y: 0.4 },
        { x: 0.5, y: 0.4 },
      ],
      [
        { x: 0.75, y: 0.2 },
        { x: 1, y: 0.2 },
      ],
    ])
  })

  it('bound a band wherever both are known', () => {
    const lower = STEPS.map((step, index) => ({ ...step, at: index === 3 ? null : 0.9 }))
    expect(bandsBetween(STEPS, lower)).toEqual([
      [
        { x: 0, y: 0.3 },
        { x: 0.25, y: 0.3 },
        { x: 0.25, y: 0.4 },
        { x: 0.5, y: 0.4 },
        { x: 0.5, y: 0.9 },
        { x: 0.25, y: 0.9 },
        { x: 0.25, y: 0.9 },
        { x: 0, y: 0.9 },
      ],
    ])
  })
})

describe('the line of the data', () => {
  it('does not join what a month without visits parts', () => {
    expect(pointLines([{ x: 0, y: 0 }, null, { x: 1, y: 1 }])).toEqual([[{ x: 0, y: 0 }], [{ x: 1, y: 1 }]])
  })

  it('becomes path data on a square of 1000', () => {
    const line = [
      { x: 0, y: 0.3 },
      { x: 0.25, y: 1 / 3 },
    ]
    expect(pathOf([line, line], false)).toBe('M0 300L250 333.3M0 300L250 333.3')
    expect(pathOf([line], true)).toBe('M0 300L250 333.3Z')
  })

  it('is a mask whose lines keep their width when it stretches', () => {
    const mask = maskOf([[{ x: 0, y: 0 }]], { width: 1.5, dash: [5, 4] })
    expect(mask).toMatch(/^url\("data:image\/svg\+xml,%3Csvg [^"<>#]+"\)$/)
    expect(mask).toContain("preserveAspectRatio='none'")
    expect(mask).toContain("vector-effect='non-scaling-stroke'")
    expect(mask).toContain("stroke-dasharray='5 4'")
    expect(maskOf([[{ x: 0, y: 0 }]], { width: 0 })).not.toContain('stroke')
  })
})

describe('names at the edge', () => {
  it('move apart where they would lie on one another, and no further', () => {
    expect(spread([10, 100], 18, 200)).toEqual([10, 100])
    expect(spread([100, 100], 18, 200)).toEqual([100, 118])
    expect(spread([196, 199], 18, 200)).toEqual([182, 200])
  })

  it('stand at least a line apart and in their order, inside as far as they fit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }), (wanted) => {
        const places = spread(wanted, 20, 200)
        const order = wanted.map((at, index) => ({ at, place: places[index] ?? 0 })).sort((a, b) => a.place - b.place)
        order.forEach(({ at, place }, index) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9)
          expect(place).toBeLessThanOrEqual(200 + 1e-9)
          if (index === 0) return
          expect(at).toBeGreaterThanOrEqual(order[index - 1]?.at ?? 0)
          expect(place - (order[index - 1]?.place ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9)
        })
      }),
    )
  })
})

const PLOT = { width: 300, height: 200 }

/** px that nobody sees. */
const HAIR = 0.1

const lieOnOneAnother = (a: Box, b: Box) =>
  Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left) > HAIR &&
  Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > HAIR

describe('words beside a mark', () => {
  it('stand at its right, and at its left where the right has no room', () => {
    const [right, left] = placeLabels(
      [
        { x: 40, y: 60, width: 120, height: 18 },
        { x: 290, y: 140, width: 120, height: 18 },
      ],
      PLOT,
      [],
    )
    expect(right?.left).toBeGreaterThan(40)
    expect((left?.left ?? 0) + (left?.width ?? 0)).toBeLessThan(290)
  })

  it('keep off the other marks where they can', () => {
    const others = Array.from({ length: 10 }, (_, index) => ({ x: 60 + index * 12, y: 60 }))
    const [box] = placeLabels([{ x: 50, y: 60, width: 90, height: 14 }], PLOT, others)
    expect(
      box &&
        others.filter(
          ({ x, y }) => x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height,
        ),
    ).toEqual([])
  })

  it('never lie on each other and never leave the plot while two of them have room', () => {
    const at = fc.record({
      x: fc.double({ min: 0, max: 300, noNaN: true }),
      y: fc.double({ min: 0, max: 200, noNaN: true }),
      width: fc.constant(100),
      height: fc.constant(20),
    })
    fc.assert(
      fc.property(at, at, (first, second) => {
        const boxes = placeLabels([first, second], PLOT, [])
        for (const { left, top, width, height } of boxes) {
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + width).toBeLessThanOrEqual(PLOT.width + 1e-9)
          expect(top).toBeGreaterThanOrEqual(0)
          expect(top + height).toBeLessThanOrEqual(PLOT.height + 1e-9)
        }
        const [one, other] = boxes
        expect(one && other && lieOnOneAnother(one, other)).toBe(false)
      }),
    )
  })
})
