import type { QuestionContent } from './question.model'
import { partsOf } from './question.parts'

/** Half width, lower case, letters and digits alone. */
const compared = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** How often each pair of neighbours stands in a text; a text of one character is that character. */
export type Bigrams = ReadonlyMap<string, number>

export const bigramsOf = (text: string): Bigrams => {
  const characters = Array.from(compared(text))
  const pairs = characters.length === 1 ? characters : characters.slice(1).map((next, at) => `${characters[at]}${next}`)
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

const sizeOf = (bigrams: Bigrams): number => [...bigrams.values()].reduce((sum, count) => sum + count, 0)

/** Shared pairs of all pairs (Dice). */
const shareOf = (shared: number, all: number): number => (all === 0 ? 0 : (2 * shared) / all)

/** From 0 to 1; nothing is like nothing. */
export const likeness = (one: Bigrams, other: Bigrams): number => {
  const shared = [...one].reduce((sum, [pair, count]) => sum + Math.min(count, other.get(pair) ?? 0), 0)
  return shareOf(shared, sizeOf(one) + sizeOf(other))
}

/** What makes two questions the same: what is asked, and what is right. */
export const comparedText = (content: QuestionContent): string =>
  [
    content.kind === 'case' ? content.stem : '',
    ...partsOf(content).flatMap(({ kind, stem, options, key }) => [
      stem,
      ...(kind === 'true_false' ? [] : options.filter(({ id }) => key.includes(id)).map(({ text }) => text)),
    ]),
  ].join('')

/**
 * From here on two questions are shown beside each other as perhaps the same. Measured: of fifty different questions about
 * the same few documents the likest two reach 0.52; a dozen of them asked in other words stay between 0.61 and 0.94 like
 * the first wording.
 */
export const NEARLY_SAME_FROM = 0.55

interface Asking {
  readonly content: QuestionContent
}

/** Where a pair of characters stands: in which questions, and how often in each. */
interface Posting {
  readonly places: number[]
  readonly counts: number[]
}

/** Questions made ready for being compared with many. */
export interface NearIndex<Q extends Asking> {
  readonly questions: Q[]
  readonly sizes: number[]
  readonly postings: Map<string, Posting>
}

const enter = <Q extends Asking>({ questions, sizes, postings }: NearIndex<Q>, question: Q, grams: Bigrams): void => {
  const place = questions.length
  for (const [pair, count] of grams) {
    const posting = postings.get(pair) ?? { places: [], counts: [] }
    posting.places.push(place)
    posting.counts.push(count)
    postings.set(pair, posting)
  }
  questions.push(question)
  sizes.push(sizeOf(grams))
}

const emptyIndex = <Q extends Asking>(): NearIndex<Q> => ({ questions: [], sizes: [], postings: new Map() })

export const nearIndex = <Q extends Asking>(questions: readonly Q[]): NearIndex<Q> => {
  const index = emptyIndex<Q>()
  for (const question of questions) enter(index, question, bigramsOf(comparedText(question.content)))
  return index
}

/** What shares no pair is passed over; the likeness of everything else is exact. */
const nearTo = <Q extends Asking>({ questions, sizes, postings }: NearIndex<Q>, grams: Bigrams) => {
  const shared = new Float64Array(questions.length)
  for (const [pair, count] of grams) {
    const { places = [], counts = [] } = postings.get(pair) ?? {}
    for (const [at, place] of places.entries()) shared[place] = (shared[place] ?? 0) + Math.min(count, counts[at] ?? 0)
  }
  const size = sizeOf(grams)
  return questions.flatMap((question, place) => {
    const alike = shareOf(shared[place] ?? 0, size + (sizes[place] ?? 0))
    return alike >= NEARLY_SAME_FROM ? [{ question, likeness: alike }] : []
  })
}

const likestFirst = (left: { readonly likeness: number }, right: { readonly likeness: number }): number =>
  right.likeness - left.likeness

/** Which of them ask nearly the same, the likest first. */
export const nearlySame = <Q extends Asking>(
  content: QuestionContent,
  index: NearIndex<Q>,
): { question: Q; likeness: number }[] => nearTo(index, bigramsOf(comparedText(content))).sort(likestFirst)

/** Every two of them that ask nearly the same, the likest first. */
export const nearPairs = <Q extends Asking>(questions: readonly Q[]): { one: Q; other: Q; likeness: number }[] => {
  const index = emptyIndex<Q>()
  return questions
    .flatMap((other) => {
      const grams = bigramsOf(comparedText(other.content))
      // Those before it, so that every two meet once.
      const near = nearTo(index, grams).map(({ question: one, likeness: alike }) => ({ one, other, likeness: alike }))
      enter(index, other, grams)
      return near
    })
    .sort(likestFirst)
}
