import { binomial, countQuantile } from './distributions'
import { isBelow } from './spc.compare'
import type { Observation } from './spc.model'

/** `useful` points lie off the centre line; a run signals when longer than its limit, crossings when fewer. */
export interface RunsTest {
  useful: number
  longestRun: number
  longestRunLimit: number
  crossings: number
  crossingsLimit: number
  runsSignal: boolean
}

const UNUSUALLY_FEW = 0.05

/** Limits for n useful points. Anhøj and Olesen, PLoS ONE 9 (2014) e113825. */
const runsLimits = (n: number) => ({
  longestRunLimit: Math.round(Math.log2(Math.max(1, n))) + 3,
  crossingsLimit: n < 2 ? 0 : countQuantile(binomial(n - 1, 0.5), UNUSUALLY_FEW),
})

/** Anhøj's test for a shift that stays inside the limits; a point on the centre line neither counts nor ends a run. */
export const runsTest = (phase: Observation[], centre: number | null): RunsTest => {
  const sides =
    centre === null
      ? []
      : phase.map(({ value }) => Number(isBelow(centre, value)) - Number(isBelow(value, centre))).filter(Boolean)
  let crossings = 0
  let run = 0
  let longestRun = 0
  for (const [index, side] of sides.entries()) {
    const isCrossing = index > 0 && side !== sides[index - 1]
    if (isCrossing) crossings += 1
    run = isCrossing ? 1 : run + 1
    longestRun = Math.max(longestRun, run)
  }
  const limits = runsLimits(sides.length)
  const runsSignal = longestRun > limits.longestRunLimit || crossings < limits.crossingsLimit
  return { useful: sides.length, longestRun, crossings, ...limits, runsSignal }
}
