import { fiveCleanNames, type ArticleContent } from './article.model'
import { blocksText } from './block.model'

/** One character as it is compared: half width, lower case. '' for what parts words: a space, a sign. */
const compared = (character: string): string => {
  const known = comparedBefore.get(character)
  if (known !== undefined) return known
  const narrow = character.normalize('NFKC').toLowerCase()
  const plain = /^[\p{L}\p{N}\p{M}]+$/u.test(narrow) ? narrow : ''
  if (comparedBefore.size < REMEMBERED) comparedBefore.set(character, plain)
  return plain
}

// A text has few different characters, and each is compared many times.
const comparedBefore = new Map<string, string>()
const REMEMBERED = 20_000

interface Run {
  readonly text: string
  /** For each unit of `text`, where it begins in what was written, and where it ends. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** What was written, as runs without signs. A blank between two Chinese characters parts nothing. */
const runsOf = (written: string): Run[] => {
  const runs: Run[] = []
  let text = ''
  let from: number[] = []
  let to: number[] = []
  const end = () => {
    if (text !== '') runs.push({ text, from, to })
    text = ''
    from = []
    to = []
  }
  const isHan = (character: string) => /\p{Script=Han}/u.test(character)
  const characters = Array.from(written)
  let at = 0
  for (const [index, character] of characters.entries()) {
    const plain = compared(character)
    if (plain === '') {
      const isBlank = /^[ \u00a0\u3000]$/.test(character)
      const joins = isBlank && isHan(characters[index - 1] ?? '') && isHan(characters[index + 1] ?? '')
      if (!joins) end()
    } else {
      for (let unit = 0; unit < plain.length; unit += 1) {
        from.push(at)
        to.push(at + character.length)
      }
      text += plain
    }
    at += character.length
  }
  end()
  return runs
}

/** What somebody looks for: each of these must stand in an article as it is. */
export const phrasesOf = (words: string): string[] => [
  ...new Set(words.split(/[ \u00a0\u3000]+/).flatMap((part) => runsOf(part).map(({ text }) => text))),
]

/** Single characters and pairs of neighbours. */
const gramsIn = (run: string): string[] => {
  const characters = Array.from(run)
  return characters.flatMap((character, at) => {
    const next = characters[at + 1]
    return next === undefined ? [character] : [character, character + next]
  })
}

/** Everything that can be looked for in an article. */
export const searchedText = ({ title, summary, blocks, series, byline, fiveClean }: ArticleContent): string =>
  [title, summary, blocksText(blocks), series, byline, ...fiveClean.map((name) => fiveCleanNames[name])]
    .filter(Boolean)
    .join('\n')

export const gramsOf = (text: string): string[] => [...new Set(runsOf(text).flatMap(({ text: run }) => gramsIn(run)))]

/** As many postings are compared for one search; what they let through is compared word for word anyhow. */
const GRAMS_ASKED = 6

/** What to look up for these phrases: pairs, spread over them; a single character where a phrase is no longer. */
export const gramsAsked = (phrases: readonly string[]): string[] => {
  const wanted = [
    ...new Set(
      phrases.flatMap((phrase) => {
        const characters = Array.from(phrase)
        if (characters.length === 1) return characters
        return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
      }),
    ),
  ]
  if (wanted.length <= GRAMS_ASKED) return wanted
  const step = (wanted.length - 1) / (GRAMS_ASKED - 1)
  return Array.from({ length: GRAMS_ASKED }, (_, at) => wanted[Math.round(at * step)] ?? '')
}

/** Where the phrases stand in a text, as [from, to) in what was written, in order and without overlap. */
const placesIn = (written: string, phrases: readonly string[]): (readonly [number, number])[] => {
  const found: [number, number][] = []
  for (const { text, from, to } of runsOf(written)) {
    for (const phrase of phrases) {
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
        found.push([from[at] ?? 0, to[at + phrase.length - 1] ?? 0])
      }
    }
  }
  found.sort(([left], [right]) => left - right)
  const merged: [number, number][] = []
  for (const [from, to] of found) {
    const last = merged[merged.length - 1]
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

export const holdsAll = (text: string, phrases: readonly string[]): boolean => {
  const runs = runsOf(text)
  return phrases.length > 0 && phrases.every((phrase) => runs.some((run) => run.text.includes(phrase)))
}

export interface Stretch {
  readonly text: string
  readonly found: boolean
}

/** A whole line with what was looked for marked. */
export const marked = (written: string, phrases: readonly string[]): Stretch[] => {
  const parts: Stretch[] = []
  let at = 0
  for (const [from, to] of placesIn(written, phrases)) {
    if (from > at) parts.push({ text: written.slice(at, from), found: false })
    parts.push({ text: written.slice(from, to), found: true })
    at = to
  }
  if (at < written.length) parts.push({ text: written.slice(at), found: false })
  return parts
}

const BEFORE = 16
const LENGTH = 72

/** The stretch around the first place where something was found, marked; how the text begins where nothing was. */
export const excerptOf = (written: string, phrases: readonly string[]): Stretch[] => {
  const text = written.replace(/\n+/g, ' ')
  const [first] = placesIn(text, phrases)
  // Cut between characters, never through one.
  const characters = Array.from(text)
  const units = characters.map((character) => character.length)
  const indexAt = (place: number) => {
    let sum = 0
    for (const [at, length] of units.entries()) {
      if (sum >= place) return at
      sum += length
    }
    return characters.length
  }
  const start = first ? Math.max(0, indexAt(first[0]) - BEFORE) : 0
  const end = Math.min(characters.length, start + LENGTH)
  const cut = characters.slice(start, end).join('')
  const parts = marked(cut, phrases)
  return [
    ...(start > 0 ? [{ text: '…', found: false }] : []),
    ...parts,
    ...(end < characters.length ? [{ text: '…', found: false }] : []),
  ]
}
