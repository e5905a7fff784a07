import { type Form, isAsked, type Next, type Option, type Question, type QuestionId } from './question.model'

/** Fields in one order, whoever wrote them. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => (left < right ? -1 : 1)))
      : each,
  )

const isSame = (left: unknown, right: unknown): boolean => asText(left) === asText(right)

/** Nothing in them differs, a word included. */
export const isSameForm = (left: Form, right: Form): boolean => isSame(left, right)

/** What an answer to a question means: old and new answers may be put together only where it is the same. */
const meaningOf = (question: Question) => {
  switch (question.kind) {
    case 'single':
      return [question.kind, ordered(question.options.map(({ id, score, na }) => ({ id, score, na })))]
    case 'scale':
      return [question.kind, question.scale, ordered(question.options.map(({ id, na }) => ({ id, na })))]
    case 'multiple':
      return [question.kind, ordered(question.options.map(({ id, alone }) => ({ id, alone })))]
    default:
      return [question.kind]
  }
}

const ordered = <T extends { id: string }>(options: readonly T[]): T[] =>
  [...options].sort((left, right) => (left.id < right.id ? -1 : 1))

/**
 * Places in the draft of questions that were once asked with another kind, scale, options or scores under the same id.
 * Words may change from version to version; these may not.
 */
export const changedScales = (draft: Form, published: readonly Form[]): readonly number[] => {
  const meanings = new Map<QuestionId, string>()
  for (const question of published.flatMap(({ questions }) => questions)) {
    meanings.set(question.id, asText(meaningOf(question)))
  }
  return draft.questions.flatMap((question, at) => {
    const known = meanings.get(question.id)
    return known !== undefined && known !== asText(meaningOf(question)) ? [at] : []
  })
}

/** Another question would be the headline (总体满意): its share of best answers does not go on from the one before. */
export const changesOverall = ({ overall }: Form, published: readonly Form[]): boolean =>
  overall !== null && published.some((form) => form.overall !== null && form.overall !== overall)

/** How a form differs from the one before it. A question may be in more than one list. */
export interface FormChange {
  readonly added: readonly QuestionId[]
  readonly removed: readonly QuestionId[]
  /** Other words: the question's, its hint's or an answer's. */
  readonly reworded: readonly QuestionId[]
  /** The fewest that must have been taken elsewhere for the rest to stand in the old order. */
  readonly moved: readonly QuestionId[]
  /** Leads elsewhere. */
  readonly rebranched: readonly QuestionId[]
  /** Anything else: required, its dimension, its limit, what it offers, what its answers mean. */
  readonly adjusted: readonly QuestionId[]
  readonly about: readonly ('title' | 'opening' | 'dimensions' | 'overall')[]
}

interface AnyOption extends Pick<Option, 'id' | 'text' | 'concern'> {
  readonly next?: Next | null
}

interface Facets {
  readonly words: unknown
  readonly ways: readonly (Next | null)[]
  readonly rest: unknown
}

const facetsOf = (question: Question): Facets => {
  const { text, hint, next, ...more } = question
  const options: readonly AnyOption[] = 'options' in more ? ordered<AnyOption>(more.options) : []
  const ends = more.kind === 'number' ? [more.low, more.high] : []
  return {
    words: [text, hint, ends, options.map((option) => [option.id, option.text])],
    ways: [next, ...options.map((option) => option.next ?? null)],
    rest: [
      isAsked(question) && question.required,
      'dimension' in more ? [more.dimension, more.floor] : [],
      more.kind === 'number' ? more.concernAt : null,
      options.map(({ id, concern }) => [id, concern]),
      meaningOf(question),
    ],
  }
}

export const compareForms = (before: Form, after: Form): FormChange => {
  const old = new Map(before.questions.map((question) => [question.id, question]))
  const kept = after.questions.flatMap((question) => {
    const known = old.get(question.id)
    return known ? [{ id: question.id, was: facetsOf(known), is: facetsOf(question) }] : []
  })
  const now = new Set(after.questions.map(({ id }) => id))
  const differing = (facet: keyof Facets) =>
    kept.filter(({ was, is }) => !isSame(was[facet], is[facet])).map(({ id }) => id)
  const about = ['title', 'opening', 'dimensions', 'overall'] as const
  return {
    added: after.questions.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    removed: before.questions.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    reworded: differing('words'),
    moved: movedIn(
      before.questions.map(({ id }) => id).filter((id) => now.has(id)),
      kept.map(({ id }) => id),
    ),
    rebranched: differing('ways'),
    adjusted: differing('rest'),
    about: about.filter((field) => !isSame(before[field], after[field])),
  }
}

/** What is left of the new order without the longest part of it that is in the old order already. */
const movedIn = (before: readonly QuestionId[], after: readonly QuestionId[]): readonly QuestionId[] => {
  const places = after.map((id) => before.indexOf(id))
  // For each place the longest rising run that ends there, and the place before it.
  const runs: { length: number; previous: number }[] = []
  let last = -1
  for (const [at, place] of places.entries()) {
    let best = { length: 1, previous: -1 }
    for (const [earlier, { length }] of runs.entries()) {
      if ((places[earlier] ?? 0) < place && length >= best.length) best = { length: length + 1, previous: earlier }
    }
    runs.push(best)
    if (best.length > (runs[last]?.length ?? 0)) last = at
  }
  const stayed = new Set<number>()
  for (let at = last; at >= 0; at = runs[at]?.previous ?? -1) stayed.add(at)
  return after.filter((_, at) => !stayed.has(at))
}
