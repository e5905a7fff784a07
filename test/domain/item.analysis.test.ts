import { distractorUse, unusedDistractors } from '#domain/integrity/distractor.use'
import { isMisleading, itemAnalysis, itemFigures, type QuizFigures } from '#domain/integrity/item-analysis'
import type { OptionId } from '#domain/integrity/question.model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const option = (id: string) => id as OptionId

/** Five papers of three questions, worked out by hand below. */
const FIVE = [
  [1, 1, 1],
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 0],
  [0, 0, 0],
]

const NONE: QuizFigures = {
  mean: null,
  sd: null,
  skewness: null,
  kurtosis: null,
  cic: null,
  errorRatio: null,
  standardError: null,
}

const close = (left: number | null, right: number | null) => {
  if (left === null || right === null) expect(left).toBe(right)
  else expect(left).toBeCloseTo(right, 6)
}

describe('items of a paper worked out by hand', () => {
  const [first, second, third] = itemAnalysis(FIVE).items

  it('have facilities and spreads per cent', () => {
    expect(first?.facility).toBeCloseTo(60)
    expect(second?.facility).toBeCloseTo(60)
    expect(third?.facility).toBeCloseTo(40)
    // Σ(x − x̄)² is 1.2 of each.
    for (const item of [first, second, third]) expect(item?.sd).toBeCloseTo(100 * Math.sqrt(1.2 / 4))
  })

  it('are correlated with the rest of the paper, not with themselves', () => {
    // Covariances with the rest 1/4, 0, 0.6/4; variances of the rest 1/2, 1, 0.7.
    expect(first?.discrimination).toBeCloseTo((100 * 0.25) / Math.sqrt(0.3 * 0.5))
    expect(second?.discrimination).toBeCloseTo(0)
    expect(third?.discrimination).toBeCloseTo((100 * 0.15) / Math.sqrt(0.3 * 0.7))
  })

  it('are measured by the greatest covariance that their marks allow', () => {
    // Sorted beside each other: 1/4, and 1.6/4 of the third.
    expect(first?.efficiency).toBeCloseTo(100)
    expect(second?.efficiency).toBeCloseTo(0)
    expect(third?.efficiency).toBeCloseTo(37.5)
  })

  it('weigh by the root of their covariance with the whole', () => {
    const roots = [0.55, 0.3, 0.45].map(Math.sqrt)
    const sum = roots.reduce((all, root) => all + root, 0)
    for (const [at, item] of [first, second, third].entries()) {
      expect(item?.effectiveWeight).toBeCloseTo((100 * (roots[at] ?? 0)) / sum)
    }
  })
})

describe('a paper worked out by hand', () => {
  const { quiz } = itemAnalysis(FIVE)

  it('has a mean and a spread per cent of what it is worth', () => {
    // Whole marks 3, 2, 2, 1, 0: mean 1.6, k2 5.2/4.
    expect(quiz.mean).toBeCloseTo(160 / 3)
    expect(quiz.sd).toBeCloseTo((100 * Math.sqrt(1.3)) / 3)
  })

  it('has a shape by k-statistics', () => {
    // k3 = 25·(−0.288)/12 = −0.6, k4 = 25·(6·2.1152 − 12·1.04²)/24 = −0.3.
    expect(quiz.skewness).toBeCloseTo(-0.6 / 1.3 ** 1.5)
    expect(quiz.kurtosis).toBeCloseTo(-0.3 / 1.3 ** 2)
  })

  it('has a consistency, and the error that follows from it', () => {
    // 100 · 3/2 · (1 − 0.9/1.3)
    expect(quiz.cic).toBeCloseTo(600 / 13)
    expect(quiz.errorRatio).toBeCloseTo(100 * Math.sqrt(7 / 13))
    expect(quiz.standardError).toBeCloseTo((100 * Math.sqrt((7 / 13) * 1.3)) / 3)
  })
})

describe('what has nothing to divide by', () => {
  it('is null, and never 0', () => {
    expect(itemAnalysis([])).toEqual({ items: [], quiz: NONE })
    const alone = { facility: 100, sd: null, discrimination: null, efficiency: null, effectiveWeight: null }
    expect(itemAnalysis([[1]])).toEqual({ items: [alone], quiz: { ...NONE, mean: 100 } })
    const two = itemAnalysis([
      [1, 0],
      [0, 0],
    ])
    expect(two.quiz).toMatchObject({ mean: 25, skewness: null, kurtosis: null })
    expect(two.items[1]).toMatchObject({ facility: 0, sd: 0, discrimination: null, efficiency: null })
  })

  it('is null too where everybody has the same whole mark', () => {
    const { items, quiz } = itemAnalysis([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 1],
    ])
    expect(quiz).toMatchObject({ sd: 0, skewness: null, kurtosis: null, cic: null, standardError: null })
    expect(items.map(({ discrimination }) => discrimination)).toEqual([expect.closeTo(-100), expect.closeTo(-100)])
  })

  it('is not made up of rounding: thirds that add up alike do not differ', () => {
    const third = 1 / 3
    const rows = [0.1 + 0.2, 0.3, 0.1 + 0.2].map((mark) => [mark, third, third])
    for (const item of itemAnalysis(rows).items) expect(item).toMatchObject({ sd: 0, discrimination: null })
  })

  it('of a question that earns nothing has no facility', () => {
    expect(itemFigures([{ mark: 0, rest: 1 }], 0).facility).toBeNull()
  })

  it('of rows of different length is refused', () => {
    expect(() => itemAnalysis([[1, 0], [1]])).toThrow('every attempt')
  })
})

const mark = fc.constantFrom(0, 0.5, 1)
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 4, max: 25 }))
  .chain(([items, attempts]) =>
    fc.array(fc.array(mark, { minLength: items, maxLength: items }), { minLength: attempts, maxLength: attempts }),
  )
const binary = table.map((rows) => rows.map((row) => row.map((one): number => (one > 0.25 ? 1 : 0))))

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) => {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

describe('laws of item analysis', () => {
  it('nothing depends on the order of attempts', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const one = itemAnalysis(rows)
        const other = itemAnalysis([...rows].reverse())
        for (const [at, item] of one.items.entries()) {
          for (const name of ['facility', 'sd', 'discrimination', 'efficiency', 'effectiveWeight'] as const) {
            close(item[name], other.items[at]?.[name] ?? null)
          }
        }
        close(one.quiz.cic, other.quiz.cic)
        close(one.quiz.skewness, other.quiz.skewness)
      }),
    )
  })

  it('marks on another scale give the same figures', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(2, 3, 10), (rows, scale) => {
        const one = itemAnalysis(rows)
        const other = itemAnalysis(
          rows.map((row) => row.map((each) => each * scale)),
          rows[0]?.map(() => scale),
        )
        for (const name of ['mean', 'sd', 'skewness', 'kurtosis', 'cic', 'standardError'] as const) {
          close(one.quiz[name], other.quiz[name])
        }
        close(one.items[0]?.efficiency ?? null, other.items[0]?.efficiency ?? null)
      }),
    )
  })

  it('weights make a hundred, efficiency is at most a hundred and no smaller than discrimination', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { items, quiz } = itemAnalysis(rows)
        const weights = items.flatMap(({ effectiveWeight }) => effectiveWeight ?? [])
        if (weights.length > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100)
        for (const { discrimination, efficiency } of items) {
          if (discrimination === null || efficiency === null) continue
          expect(efficiency).toBeLessThanOrEqual(100 + 1e-9)
          expect(Math.abs(efficiency)).toBeGreaterThanOrEqual(Math.abs(discrimination) - 1e-9)
          if (Math.abs(discrimination) > 1e-9) expect(Math.sign(efficiency)).toBe(Math.sign(discrimination))
        }
        if (quiz.cic !== null) expect(quiz.cic).toBeLessThanOrEqual(100 + 1e-9)
      }),
    )
  })

  it('right and wrong alone: consistency is KR-20, discrimination the point-biserial with the rest', () => {
    fc.assert(
      fc.property(binary, (rows) => {
        const n = rows.length
        const { items, quiz } = itemAnalysis(rows)
        const totals = rows.map((row) => row.reduce((sum, each) => sum + each, 0))
        const whole = variance(totals)
        if (whole > 1e-12) {
          const shares = items.map(({ facility }) => (facility ?? 0) / 100)
          const within = shares.reduce((sum, share) => sum + (share * (1 - share) * n) / (n - 1), 0)
          close(quiz.cic, (100 * items.length * (1 - within / whole)) / (items.length - 1))
        }
        const rest = rows.map((row, at) => (totals[at] ?? 0) - (row[0] ?? 0))
        const knew = rest.filter((_, at) => rows[at]?.[0] === 1)
        const missed = rest.filter((_, at) => rows[at]?.[0] !== 1)
        const spread = Math.sqrt(variance(rest) * ((n - 1) / n))
        if (knew.length === 0 || missed.length === 0 || spread < 1e-9) return
        const share = knew.length / n
        const pointBiserial = ((mean(knew) - mean(missed)) / spread) * Math.sqrt(share * (1 - share))
        close(items[0]?.discrimination ?? null, 100 * pointBiserial)
      }),
    )
  })

  it('a question keyed the wrong way round works against the paper as much as it worked for it', () => {
    fc.assert(
      fc.property(binary, (rows) => {
        const rest = rows.map((row) => row.slice(1).reduce((sum, each) => sum + each, 0))
        const answers = rows.map((row, at) => ({ mark: row[0] ?? 0, rest: rest[at] ?? 0 }))
        const turned = answers.map(({ mark: own, rest: others }) => ({ mark: 1 - own, rest: others }))
        const right = itemFigures(answers).discrimination
        const wrong = itemFigures(turned).discrimination
        close(wrong, right === null ? null : -right)
        expect(isMisleading({ discrimination: wrong })).toBe(wrong !== null && wrong < 0)
      }),
    )
  })
})

describe('who chose what', () => {
  it('is counted among the best and the worst 27 in a hundred', () => {
    // Eleven people, three in each group; the best three all take the distractor b.
    const choices = Array.from({ length: 11 }, (_, at) => ({
      chosen: at > 7 ? [option('b')] : [option('a')],
      rest: at,
    }))
    const use = distractorUse([option('a'), option('b'), option('c')], [...choices, { chosen: [], rest: -1 }])
    expect(use).toMatchObject({ n: 12, group: 3, none: { all: 1, high: 0, low: 1 } })
    expect(use.options).toEqual([
      { option: 'a', all: 8, high: 0, low: 2 },
      { option: 'b', all: 3, high: 3, low: 0 },
      { option: 'c', all: 0, high: 0, low: 0 },
    ])
    expect(unusedDistractors(use, [option('a')])).toEqual(['c'])
    expect(unusedDistractors(use, [option('c')])).toEqual([])
  })

  it('is nobody where nobody was asked', () => {
    expect(distractorUse([option('a')], [])).toMatchObject({ n: 0, group: 0, options: [{ all: 0 }] })
  })
})
