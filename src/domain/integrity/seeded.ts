import * as v from 'valibot'

/** 128 random bits, made by the server when a paper is drawn, and kept with it: 32 hexadecimal digits. */
export const Seed = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('Seed'))
export type Seed = v.InferOutput<typeof Seed>

/** A number from 0 to one below `below`, each as likely. */
export type Chance = (below: number) => number

const WORDS = 4
const WORD_DIGITS = 8
const WORD_VALUES = 2 ** 32

const turned = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0

/**
 * xoshiro128** 1.1 (Blackman and Vigna, prng.di.unimi.it, in the public domain): the same seed gives the same numbers on
 * every machine. Not for secrets: what must not be guessed is the seed.
 */
export const chanceFrom = (seed: Seed): Chance => {
  let [a = 0, b = 0, c = 0, d = 0] = Array.from({ length: WORDS }, (_, at) =>
    Number.parseInt(seed.slice(at * WORD_DIGITS, (at + 1) * WORD_DIGITS), 16),
  )
  // The state of zeros alone gives zeros for ever.
  if ((a | b | c | d) === 0) a = 1
  const next = (): number => {
    const value = Math.imul(turned(Math.imul(b, 5) >>> 0, 7), 9) >>> 0
    const shifted = (b << 9) >>> 0
    c = (c ^ a) >>> 0
    d = (d ^ b) >>> 0
    b = (b ^ c) >>> 0
    a = (a ^ d) >>> 0
    c = (c ^ shifted) >>> 0
    d = turned(d, 11)
    return value
  }
  return (below) => {
    // What lies beyond the last whole multiple would favour small numbers.
    const limit = WORD_VALUES - (WORD_VALUES % below)
    let value = next()
    while (value >= limit) value = next()
    return value % below
  }
}

/** In an order where each is as likely as any other (Fisher and Yates). */
export const shuffled = <T>(items: readonly T[], chance: Chance): T[] => {
  const mixed = [...items]
  for (let left = mixed.length; left > 1; left -= 1) {
    const at = chance(left)
    const [moved] = mixed.splice(at, 1)
    if (moved !== undefined) mixed.push(moved)
  }
  return mixed
}

/** A seed out of words, for what must come out alike without being kept: FNV-1a, once for each 32 bits. */
export const seedOf = (words: string): Seed =>
  v.parse(
    Seed,
    Array.from({ length: WORDS }, (_, round) => {
      let hash = (0x811c9dc5 ^ Math.imul(round + 1, 0x9e3779b9)) >>> 0
      for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
      return hash.toString(16).padStart(WORD_DIGITS, '0')
    }).join(''),
  )
