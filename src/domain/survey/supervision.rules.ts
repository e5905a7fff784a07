import type { Day } from '../instant'
import { scoreOf } from './path'
import { type Answers, type AskedQuestion, type Form, isAsked, isScored } from './question.model'
import type { RatedItem } from './supervision.contract'
import type { Duty, DutyKind, SupervisorTerm } from './supervision.model'
import type * as v from 'valibot'

/** 0–100: an answer this low needs what was seen. Of five steps the worst three. */
export const LOW_SCORE = 50

type TermDays = Pick<SupervisorTerm, 'from' | 'to'>

export const isInForce = ({ from, to, endedOn }: TermDays & Pick<SupervisorTerm, 'endedOn'>, day: Day): boolean =>
  endedOn === null && from <= day && day <= to

/** The appointment of this day, else the one that ends last; null: there never was one. */
export const termOn = (terms: readonly SupervisorTerm[], day: Day): SupervisorTerm | null =>
  terms.find((term) => isInForce(term, day)) ?? [...terms].sort((a, b) => (a.to < b.to ? 1 : -1))[0] ?? null

/** Nobody is appointed twice for one day; what was ended is in nobody's way. */
export const isTaken = (terms: readonly SupervisorTerm[], wanted: TermDays & Pick<SupervisorTerm, 'id'>): boolean =>
  terms.some(
    ({ id, from, to, endedOn }) => id !== wanted.id && endedOn === null && from <= wanted.to && wanted.from <= to,
  )

/** A duty is written down for a day that was, within the appointment. */
export const isDutyDay = (day: Day, { from, to }: TermDays, today: Day): boolean =>
  from <= day && day <= to && day <= today

export const countDuties = (duties: readonly Pick<Duty, 'kind'>[]): Record<DutyKind, number> => {
  const counts = { inspection: 0, meeting: 0, training: 0, reception: 0 }
  for (const { kind } of duties) counts[kind] += 1
  return counts
}

export type EvidenceByQuestion = Readonly<Record<string, string>>

const isLow = (score: number | null): boolean => score !== null && score <= LOW_SCORE

/** An answer as people read it. */
const inWords = (question: AskedQuestion, answer: Answers[string]): string => {
  if (question.kind === 'number') return `${answer} 分`
  if (question.kind === 'text') return String(answer)
  const chosen = question.options.filter(({ id }) => id === answer || (Array.isArray(answer) && answer.includes(id)))
  return chosen.map(({ text }) => text).join('、')
}

/** What was answered, question by question, with what was seen. */
export const ratedItems = (
  form: Form,
  answers: Answers,
  evidence: EvidenceByQuestion,
): v.InferOutput<typeof RatedItem>[] =>
  form.questions.filter(isAsked).flatMap((question) => {
    const answer = answers[question.id]
    if (answer === undefined) return []
    const score = isScored(question) ? scoreOf(question, answer) : null
    const item = { questionId: question.id, question: question.text, answer: inWords(question, answer), score }
    return [{ ...item, isLow: isLow(score), evidence: evidence[question.id] ?? null }]
  })

/** Low answers that nothing is written about, as paths of the input. */
export const missingEvidence = (form: Form, answers: Answers, evidence: EvidenceByQuestion): string[] =>
  ratedItems(form, answers, evidence)
    .filter((item) => item.isLow && item.evidence === null)
    .map(({ questionId }) => `evidence.${questionId}`)

/** What was seen, of questions that were answered and of no other. */
export const keptEvidence = (answers: Answers, evidence: EvidenceByQuestion): EvidenceByQuestion =>
  Object.fromEntries(Object.entries(evidence).filter(([questionId]) => answers[questionId] !== undefined))
