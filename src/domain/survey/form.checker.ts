import { nextAfter } from './path'
import {
  type DimensionId,
  type Form,
  isAsked,
  isScored,
  NA_OPTION,
  type OptionId,
  type Question,
  type QuestionId,
} from './question.model'

/** What keeps a questionnaire from being asked. `question` is where it is to be put right; null: the form as a whole. */
export type FormFault =
  /** Leads to a question that is not there; `option` null: whatever is answered. */
  | { kind: 'unknown_target'; question: QuestionId; option: OptionId | null }
  /** Leads back up to `target`, from where one comes here again. */
  | { kind: 'loop'; question: QuestionId; option: OptionId | null; target: QuestionId }
  /** Nobody can get there: all ways from `after`, the nearest question above that can be reached, pass it by. */
  | { kind: 'unreachable'; question: QuestionId; after: QuestionId }
  /** No way from here comes to the end. */
  | { kind: 'dead_end'; question: QuestionId }
  | { kind: 'overall_unknown'; question: null }
  /** No answer to the overall question is worth 100: its share of best answers would be 0 for ever. */
  | { kind: 'overall_unscored'; question: QuestionId }
  | { kind: 'dimension_unknown'; question: QuestionId }
  /** No scored question belongs to it. */
  | { kind: 'dimension_empty'; question: null; dimension: DimensionId }
  | { kind: 'nothing_asked'; question: null }
  /** Two options read the same. */
  | { kind: 'option_twice'; question: QuestionId; option: OptionId }
  /** 不适用 that has a score, or a step of a scale that is marked 不适用. */
  | { kind: 'na_mixed'; question: QuestionId; option: OptionId }

interface Way {
  /** null: the question's own way, whatever is answered. */
  readonly option: OptionId | null
  readonly to: string
}

const END = 'end'

/** Where a question can lead. Its own way is open unless it must be answered and each of its options leads elsewhere. */
const waysFrom = (form: Form, question: Question): readonly Way[] => {
  const own = { option: null, to: nextAfter(form, question, undefined) }
  if (question.kind !== 'single' && question.kind !== 'scale') return [own]
  const led = question.options.flatMap(({ id, next }) => (next === null ? [] : [{ option: id, to: next }]))
  return question.required && led.length === question.options.length ? led : [own, ...led]
}

type Ways = ReadonlyMap<string, readonly Way[]>

const waysOf = (form: Form): Ways => new Map(form.questions.map((question) => [question.id, waysFrom(form, question)]))

/** All that can be come to from here, itself included. */
const reachedFrom = (ways: Ways, start: string): ReadonlySet<string> => {
  const reached = new Set<string>()
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    open.push(...(ways.get(at) ?? []).map(({ to }) => to))
  }
  return reached
}

const branchFaults = (form: Form): FormFault[] => {
  const ways = waysOf(form)
  const position = new Map<string, number>(form.questions.map(({ id }, at) => [id, at]))
  const reachable = reachedFrom(ways, form.questions[0]?.id ?? END)
  const onward = new Map(form.questions.map(({ id }) => [id, reachedFrom(ways, id)]))
  let after = form.questions[0]?.id

  return form.questions.flatMap(({ id: question }, at): FormFault[] => {
    if (!reachable.has(question)) return after ? [{ kind: 'unreachable', question, after }] : []
    after = question
    const faults = (ways.get(question) ?? []).flatMap(({ option, to }): FormFault[] => {
      if (to === END) return []
      const target = form.questions[position.get(to) ?? form.questions.length]
      if (!target) return [{ kind: 'unknown_target', question, option }]
      const isBack = (position.get(to) ?? at) <= at && onward.get(target.id)?.has(question)
      return isBack ? [{ kind: 'loop', question, option, target: target.id }] : []
    })
    // What leads to nowhere is told where it does, not again by every question above it.
    const isLost = ![...(onward.get(question) ?? [])].some((to) => to === END || !position.has(to))
    return isLost ? [...faults, { kind: 'dead_end', question }] : faults
  })
}

/** The scores that answers to this question can have. */
const scoresOf = (question: Question): readonly (number | null)[] => {
  if (!isScored(question)) return []
  return question.kind === 'single' ? question.options.map(({ score }) => score) : [0, 100]
}

const givesScore = (question: Question): boolean => scoresOf(question).some((score) => score !== null)

const optionFaults = (question: Question): FormFault[] => {
  if (question.kind !== 'single' && question.kind !== 'scale' && question.kind !== 'multiple') return []
  const texts = question.options.map(({ text }) => text)
  const twice = question.options.flatMap(({ id, text }, at): FormFault[] =>
    texts.indexOf(text) < at ? [{ kind: 'option_twice', question: question.id, option: id }] : [],
  )
  if (question.kind === 'multiple') return twice
  const isMixed = ({ id, na, score }: (typeof question.options)[number]) =>
    question.kind === 'scale' ? na !== (id === NA_OPTION) : na && score !== null
  const mixed = question.options.filter(isMixed)
  return [...twice, ...mixed.map(({ id }): FormFault => ({ kind: 'na_mixed', question: question.id, option: id }))]
}

const scoreFaults = (form: Form): FormFault[] => {
  const known = new Set(form.dimensions.map(({ id }) => id))
  const unknown = form.questions.filter(isScored).flatMap(({ id, dimension }): FormFault[] => {
    return dimension !== null && !known.has(dimension) ? [{ kind: 'dimension_unknown', question: id }] : []
  })
  const filled = new Set(form.questions.filter(isScored).flatMap((one) => (givesScore(one) ? [one.dimension] : [])))
  const empty = form.dimensions.filter(({ id }) => !filled.has(id))
  return [...overallFaults(form), ...unknown, ...empty.map(({ id }): FormFault => emptyDimension(id))]
}

const emptyDimension = (dimension: DimensionId): FormFault => ({ kind: 'dimension_empty', question: null, dimension })

const overallFaults = (form: Form): FormFault[] => {
  if (form.overall === null) return []
  const overall = form.questions.find(({ id }) => id === form.overall)
  if (!overall) return [{ kind: 'overall_unknown', question: null }]
  return scoresOf(overall).includes(100) ? [] : [{ kind: 'overall_unscored', question: overall.id }]
}

/** All that has to be put right before these questions can be asked; empty: nothing. */
export const checkForm = (form: Form): readonly FormFault[] => [
  ...(form.questions.some(isAsked) ? [] : [{ kind: 'nothing_asked', question: null } as const]),
  ...branchFaults(form),
  ...form.questions.flatMap(optionFaults),
  ...scoreFaults(form),
]

/** Seconds that reading and answering take, about. */
const SECONDS: Record<Question['kind'], number> = {
  section: 3,
  single: 8,
  scale: 8,
  number: 8,
  multiple: 12,
  text: 15,
}

export interface FormSpan {
  /** Questions on the shortest and on the longest path; headings are none. */
  readonly fewest: number
  readonly most: number
  /** What the longest path takes, about; at least 1. */
  readonly minutes: number
}

/** How long a questionnaire is; null: it goes round in circles. A target that is not there is an end, as on the phone. */
export const formSpan = (form: Form): FormSpan | null => {
  if (branchFaults(form).some(({ kind }) => kind === 'loop')) return null
  const ways = waysOf(form)
  const byId = new Map<string, Question>(form.questions.map((question) => [question.id, question]))
  const spans = new Map<string, { fewest: number; most: number; seconds: number }>()
  const spanFrom = (at: string): { fewest: number; most: number; seconds: number } => {
    const question = byId.get(at)
    if (!question) return { fewest: 0, most: 0, seconds: 0 }
    const known = spans.get(at)
    if (known) return known
    const onward = (ways.get(at) ?? []).map(({ to }) => spanFrom(to))
    const own = isAsked(question) ? 1 : 0
    const span = {
      fewest: own + Math.min(...onward.map(({ fewest }) => fewest)),
      most: own + Math.max(...onward.map(({ most }) => most)),
      seconds: SECONDS[question.kind] + Math.max(...onward.map(({ seconds }) => seconds)),
    }
    spans.set(at, span)
    return span
  }
  const { fewest, most, seconds } = spanFrom(form.questions[0]?.id ?? END)
  return { fewest, most, minutes: Math.max(1, Math.round(seconds / 60)) }
}
