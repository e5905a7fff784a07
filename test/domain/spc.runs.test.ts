import { controlChart } from '#domain/metrics/spc'
import { describe, expect, it } from 'vitest'

// around a line of 10, frozen on the first two points: 'a' above, 'b' below, '-' on the line
const VALUE: Record<string, number> = { a: 12, b: 8, '-': 10 }
const runsOf = (pattern: string) => {
  const points = [...`--${pattern}`].map((side) => ({ numerator: VALUE[side] ?? 0, denominator: null }))
  return controlChart({ kind: 'run', points, freezeAfter: 2 }).phases[0]
}

// n, limit of the longest run, limit of the crossings: Anhøj, qicharts2 vignette, appendix 2 (critical values)
const LIMITS = [
  [10, 6, 2],
  [11, 6, 2],
  [12, 7, 3],
  [14, 7, 4],
  [17, 7, 5],
  [20, 7, 6],
  [22, 7, 7],
  [23, 8, 7],
  [24, 8, 8],
  [30, 8, 10],
  [36, 8, 13],
  [40, 8, 14],
  [45, 8, 17],
  [46, 9, 17],
  [50, 9, 19],
  [60, 9, 23],
  [72, 9, 29],
  [78, 9, 31],
]

describe('the runs test', () => {
  it.each(LIMITS)('for %d useful points has the published limits %d and %d', (n, longestRunLimit, crossingsLimit) => {
    expect(runsOf('ab'.repeat(n).slice(0, n))).toMatchObject({ useful: n, longestRunLimit, crossingsLimit })
  })

  it('counts the runs of the worked example', () => {
    // Unusually long runs and few crossings, sciencetrends.com on the R package crossrun: 13 points, crossings after
    // the 3rd, 6th, 7th, 9th and 10th, longest run three, nothing unusual
    expect(runsOf('bbbaaabaabaaa')).toMatchObject({
      useful: 13,
      crossings: 5,
      longestRun: 3,
      crossingsLimit: 3,
      runsSignal: false,
    })
  })

  it('signals one point past the limit of a run, and not at the limit', () => {
    const rest = 'bababababababa'
    expect(runsOf(`aaaaaaa${rest}`)).toMatchObject({ useful: 21, longestRun: 7, longestRunLimit: 7, runsSignal: false })
    expect(runsOf(`aaaaaaaa${rest}`)).toMatchObject({ longestRun: 8, longestRunLimit: 7, runsSignal: true })
  })

  it('signals one crossing below the limit, and not at the limit', () => {
    expect(runsOf('aaabbbaaabbb')).toMatchObject({ useful: 12, crossings: 3, crossingsLimit: 3, runsSignal: false })
    expect(runsOf('aaaabbbbaaaa')).toMatchObject({ useful: 12, crossings: 2, longestRun: 4, runsSignal: true })
  })

  it('passes over points on the centre line: they neither count nor end a run', () => {
    expect(runsOf('aa-a-b-b')).toMatchObject({ useful: 5, longestRun: 3, crossings: 1 })
  })

  it('does not take a rounding for a side', () => {
    const points = Array.from({ length: 12 }, () => ({ numerator: 0.1, denominator: null }))
    const chart = controlChart({ kind: 'i', points })
    expect(chart.phases[0]).toMatchObject({ useful: 0, longestRun: 0, crossings: 0, runsSignal: false })
    expect(chart.points.some(({ beyond }) => beyond)).toBe(false)
  })

  it('starts anew with each phase', () => {
    const points = [...'aaaaaabbbbbb'].map((side) => ({ numerator: VALUE[side] ?? 0, denominator: null }))
    const { phases } = controlChart({ kind: 'run', points, rebaseAfter: [6] })
    expect(phases.map(({ useful, runsSignal }) => [useful, runsSignal])).toEqual([
      [0, false],
      [0, false],
    ])
    expect(controlChart({ kind: 'run', points }).phases[0]).toMatchObject({ crossings: 1, runsSignal: true })
  })

  it('says nothing of what is not there', () => {
    expect(controlChart({ kind: 'u', points: [{ numerator: 1, denominator: 0 }] }).phases[0]).toEqual({
      from: 0,
      to: 0,
      useful: 0,
      longestRun: 0,
      longestRunLimit: 3,
      crossings: 0,
      crossingsLimit: 0,
      runsSignal: false,
    })
  })
})
