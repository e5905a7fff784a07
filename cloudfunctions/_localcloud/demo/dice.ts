/** Numbers that look random and are the same for the same word (xmur3 and mulberry32). */
export const diceFor = (word: string) => {
  let state = 1_779_033_703
  for (const character of word) state = Math.imul(state ^ character.charCodeAt(0), 3_432_918_353)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Chance = () => number

/** How many come when so many are expected (Knuth). */
export const poisson = (expected: number, chance: Chance): number => {
  const enough = Math.exp(-expected)
  let count = 0
  for (let product = chance(); product > enough; product *= chance()) count += 1
  return count
}

export const outOf = <T extends { readonly percent: number }>(all: readonly T[], chance: Chance): T => {
  let left = chance() * all.reduce((sum, { percent }) => sum + percent, 0)
  for (const one of all) {
    left -= one.percent
    if (left < 0) return one
  }
  return all[all.length - 1] as T
}

export const pick = <T>(all: readonly T[], chance: Chance): T => all[Math.floor(chance() * all.length)] as T
