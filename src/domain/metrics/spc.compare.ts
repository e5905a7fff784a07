// Two ways to reach the same quotient may differ in its last digits; a chart must not see a signal in that.
const ROUNDING = 1e-12

export const isBelow = (a: number, b: number) => b - a > ROUNDING * Math.max(Math.abs(a), Math.abs(b))
