import {
  type CitedRule,
  type Difficulty,
  type Evidence,
  ONLY_PART,
  type Option,
  OptionId,
  OPTIONS_LEAST,
  OPTIONS_MOST,
  PartId,
  PARTS_LEAST,
  PARTS_MOST,
  QuestionContent,
  type QuestionKind,
} from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import type { Topic } from '#domain/integrity/question.topics'
import * as v from 'valibot'

export type PartKind = Exclude<QuestionKind, 'case'>

/** What is asked at once, while it is written: another kind keeps what was written for the one before. */
export interface PartDraft {
  readonly id: PartId
  readonly kind: PartKind
  readonly stem: string
  readonly options: readonly Option[]
  readonly key: readonly OptionId[]
  readonly isTrue: boolean | null
  readonly fixedOrder: boolean
  readonly point: string
  readonly explanation: string
  readonly practice: string
  readonly rule: CitedRule
}

export interface QuestionDraft {
  readonly kind: QuestionKind
  readonly topic: Topic
  readonly difficulty: Difficulty
  readonly evidence: Evidence
  /** Of a case. */
  readonly story: string
  /** One, but for a case. */
  readonly parts: readonly PartDraft[]
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const ID_LENGTH = 6

/** Of options deleted long ago too: an id that comes back would join answers to different words. */
const freshOption = (random: () => number): Option => {
  const drawn = Array.from({ length: ID_LENGTH }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('')
  return { id: v.parse(OptionId, `o${drawn}`), text: '' }
}

const OPTIONS_USUAL = 4

const blankPart = (id: PartId, random: () => number): PartDraft => ({
  id,
  kind: 'single',
  stem: '',
  options: Array.from({ length: OPTIONS_USUAL }, () => freshOption(random)),
  key: [],
  isTrue: null,
  fixedOrder: false,
  point: '',
  explanation: '',
  practice: '',
  rule: { document: '', article: '' },
})

const partName = (number: number): PartId => v.parse(PartId, `p${number}`)

const numberOf = (id: PartId): number => Number(id.slice(1))

const nextPart = (parts: readonly PartDraft[]): PartId =>
  partName(Math.max(0, ...parts.map(({ id }) => numberOf(id))) + 1)

/** As many parts as a case needs; the first keeps what was written. */
const asCase = (parts: readonly PartDraft[], random: () => number): PartDraft[] => {
  const grown = [...parts]
  while (grown.length < PARTS_LEAST) grown.push(blankPart(nextPart(grown), random))
  return grown
}

export const blankQuestion = (
  { kind, topic, evidence }: Pick<QuestionDraft, 'kind' | 'topic' | 'evidence'>,
  random: () => number,
): QuestionDraft => {
  const part = blankPart(ONLY_PART, random)
  return {
    kind,
    topic,
    difficulty: 2,
    evidence,
    story: '',
    parts: kind === 'case' ? asCase([part], random) : [{ ...part, kind }],
  }
}

/** What is on the desk, as it is written in. `random` draws what the other kinds would need. */
export const draftOf = (content: QuestionContent, random: () => number): QuestionDraft => ({
  kind: content.kind,
  topic: content.topic,
  difficulty: content.difficulty,
  evidence: content.evidence,
  story: content.kind === 'case' ? content.stem : '',
  parts: partsOf(content).map((part): PartDraft => {
    const { id, kind, stem, point, explanation, practice, rule } = part
    const words = { id, kind, stem, point, explanation, practice, rule }
    if (kind !== 'true_false')
      return { ...words, options: part.options, key: part.key, isTrue: null, fixedOrder: part.fixedOrder }
    const written = content.kind === 'case' ? content.parts.find((each) => each.id === id) : content
    const { options, key, fixedOrder } = blankPart(id, random)
    return { ...words, options, key, fixedOrder, isTrue: written?.kind === 'true_false' ? written.isTrue : null }
  }),
})

const askedOf = (
  { stem, point, explanation, practice, rule, options, key, fixedOrder, isTrue }: PartDraft,
  kind: PartKind,
) => {
  const words = { stem, point, explanation, practice, rule: { document: rule.document, article: rule.article } }
  if (kind === 'true_false') return { ...words, kind, isTrue }
  const listed = options.map(({ id, text }) => ({ id, text }))
  // As the options stand, whichever was marked first.
  const right = options.flatMap(({ id }) => (key.includes(id) ? [id] : []))
  return { ...words, kind, options: listed, key: right, fixedOrder }
}

export const contentOf = ({ kind, topic, difficulty, evidence, story, parts }: QuestionDraft): QuestionContent => {
  const placed = { topic, difficulty, evidence }
  if (kind === 'case')
    return { ...placed, kind, stem: story, parts: parts.map((part) => ({ ...askedOf(part, part.kind), id: part.id })) }
  const [first] = parts
  if (!first) throw new Error('a question has at least one part')
  return { ...placed, ...askedOf(first, kind) }
}

/** Without spaces at the ends of the words, as the server keeps it; null: something in it is too long. */
const asKept = (draft: QuestionDraft): QuestionContent | null => {
  const parsed = v.safeParse(QuestionContent, contentOf(draft))
  return parsed.success ? parsed.output : null
}

/** Whether the server has all that is written. */
export const isSameContent = (draft: QuestionDraft, content: QuestionContent): boolean => {
  const kept = asKept(draft)
  // The blanks of other kinds are not part of it.
  const nothing = () => 0
  return kept !== null && JSON.stringify(kept) === JSON.stringify(asKept(draftOf(content, nothing)))
}

/** Paths of what is too long or cannot be kept: 'stem', 'options.2.text', 'parts.1.rule.article'. */
export const overlongIn = (draft: QuestionDraft): string[] => {
  const parsed = v.safeParse(QuestionContent, contentOf(draft))
  return parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue) ?? '')
}

export const changePart = (draft: QuestionDraft, at: number, change: Partial<PartDraft>): QuestionDraft => ({
  ...draft,
  parts: draft.parts.map((part, place) => (place === at ? { ...part, ...change } : part)),
})

const kinded = (part: PartDraft, kind: PartKind): PartDraft => ({
  ...part,
  kind,
  key: kind === 'single' ? part.key.slice(0, 1) : part.key,
})

/** Another kind: what was written stays. A case that becomes one question keeps its first. */
export const setKind = (draft: QuestionDraft, kind: QuestionKind, random: () => number): QuestionDraft => {
  if (kind === draft.kind) return draft
  if (kind === 'case') return { ...draft, kind, parts: asCase(draft.parts, random) }
  return { ...draft, kind, parts: draft.parts.slice(0, 1).map((part) => ({ ...kinded(part, kind), id: ONLY_PART })) }
}

export const setPartKind = (draft: QuestionDraft, at: number, kind: PartKind): QuestionDraft => ({
  ...draft,
  parts: draft.parts.map((part, place) => (place === at ? kinded(part, kind) : part)),
})

export const canAddPart = ({ kind, parts }: QuestionDraft): boolean => kind === 'case' && parts.length < PARTS_MOST
export const canRemovePart = ({ kind, parts }: QuestionDraft): boolean => kind === 'case' && parts.length > PARTS_LEAST

export const addPart = (draft: QuestionDraft, random: () => number): QuestionDraft => ({
  ...draft,
  parts: [...draft.parts, blankPart(nextPart(draft.parts), random)],
})

export const removePart = (draft: QuestionDraft, at: number): QuestionDraft => ({
  ...draft,
  parts: draft.parts.filter((_, place) => place !== at),
})

const swapped = <T>(items: readonly T[], at: number, by: 1 | -1): T[] => {
  const moved = [...items]
  const [one, other] = [moved[at], moved[at + by]]
  if (one === undefined || other === undefined) return moved
  moved[at] = other
  moved[at + by] = one
  return moved
}

export const movePart = (draft: QuestionDraft, at: number, by: 1 | -1): QuestionDraft => ({
  ...draft,
  parts: swapped(draft.parts, at, by),
})

export const canAddOption = ({ options }: PartDraft): boolean => options.length < OPTIONS_MOST
export const canRemoveOption = ({ options }: PartDraft): boolean => options.length > OPTIONS_LEAST

export const addOption = (part: PartDraft, random: () => number): Partial<PartDraft> => ({
  options: [...part.options, freshOption(random)],
})

export const removeOption = (part: PartDraft, id: OptionId): Partial<PartDraft> => ({
  options: part.options.filter((option) => option.id !== id),
  key: part.key.filter((right) => right !== id),
})

export const moveOption = (part: PartDraft, at: number, by: 1 | -1): Partial<PartDraft> => ({
  options: swapped(part.options, at, by),
})

export const writeOption = (part: PartDraft, id: OptionId, text: string): Partial<PartDraft> => ({
  options: part.options.map((option) => (option.id === id ? { ...option, text } : option)),
})

/** Marks what is right: one of a single choice, any of a multiple one. */
export const markRight = (part: PartDraft, id: OptionId): Partial<PartDraft> => {
  if (part.kind === 'single') return { key: [id] }
  return { key: part.key.includes(id) ? part.key.filter((right) => right !== id) : [...part.key, id] }
}
