import * as v from 'valibot'
import { err, ok } from '../result'
import { Text } from '../text'
import {
  type Answers,
  type AskedQuestion,
  type Concern,
  type Form,
  isAsked,
  type Next,
  NUMBER_MOST,
  type Question,
  scaleScore,
  type ScoredQuestion,
  type SentAnswers,
  TEXT_MOST,
} from './question.model'

export type AnswerValue = Answers[string]

const Words = Text(1, TEXT_MOST)

const chosenOption = (question: Question, answer: AnswerValue | undefined) =>
  question.kind === 'single' || question.kind === 'scale' ? question.options.find(({ id }) => id === answer) : undefined

/** Where this question leads with this answer, or without one. */
export const nextAfter = (form: Form, question: Question, answer: AnswerValue | undefined): Next => {
  const led = chosenOption(question, answer)?.next ?? question.next
  if (led !== null) return led
  const at = form.questions.findIndex(({ id }) => id === question.id)
  return form.questions[at + 1]?.id ?? 'end'
}

/**
 * The questions that these answers lead through, headings too, in order, to the end. A form that was checked has no
 * loops; one that was not ends where it would come to a question for the second time.
 */
export const walk = (form: Form, answers: Answers): readonly Question[] => {
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  const reached: Question[] = []
  let at: Question | undefined = form.questions[0]
  while (at && !reached.includes(at)) {
    reached.push(at)
    const next: Next = nextAfter(form, at, answers[at.id])
    at = next === 'end' ? undefined : byId.get(next)
  }
  return reached
}

/** The answer as this question takes it; undefined: it cannot be one. */
export const valueFor = (question: AskedQuestion, sent: unknown): AnswerValue | undefined => {
  switch (question.kind) {
    case 'single':
    case 'scale':
      return question.options.find(({ id }) => id === sent)?.id
    case 'multiple': {
      if (!Array.isArray(sent) || sent.length === 0) return undefined
      const chosen = question.options.filter(({ id }) => sent.includes(id))
      const isWhole = chosen.length === sent.length && (chosen.length === 1 || chosen.every(({ alone }) => !alone))
      return isWhole ? chosen.map(({ id }) => id) : undefined
    }
    case 'number':
      return typeof sent === 'number' && Number.isInteger(sent) && sent >= 0 && sent <= NUMBER_MOST ? sent : undefined
    case 'text': {
      const words = v.safeParse(Words, sent)
      return words.success ? words.output : undefined
    }
  }
}

/**
 * What is kept of what was sent: answers to questions that these answers reach, nothing hidden and nothing unreached.
 * Refuses an answer that its question does not have, and a required one that is missing, by the question's id.
 */
export const acceptAnswers = (form: Form, sent: SentAnswers) => {
  const accepted: Record<string, AnswerValue> = {}
  const refused: string[] = []
  // Answer by answer: where one leads is known only when it is read.
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  const seen = new Set<Question>()
  let at: Question | undefined = form.questions[0]
  while (at && !seen.has(at)) {
    seen.add(at)
    const given = sent[at.id]
    const isBlank = given === undefined || given === '' || (Array.isArray(given) && given.length === 0)
    if (isAsked(at) && !isBlank) {
      const value = valueFor(at, given)
      if (value === undefined) refused.push(`answers.${at.id}`)
      else accepted[at.id] = value
    } else if (isAsked(at) && at.required) refused.push(`answers.${at.id}`)
    const next: Next = nextAfter(form, at, accepted[at.id])
    at = next === 'end' ? undefined : byId.get(next)
  }
  return refused.length > 0 ? err('survey.answer_refused', refused) : ok<Answers>(accepted)
}

/** 0–100; null: not answered, not scored, or 不适用. */
export const scoreOf = (question: ScoredQuestion, answer: AnswerValue | undefined): number | null => {
  if (answer === undefined) return null
  if (question.kind === 'number') return typeof answer === 'number' ? answer * (100 / NUMBER_MOST) : null
  if (question.kind === 'scale') return typeof answer === 'string' ? scaleScore(answer) : null
  return chosenOption(question, answer)?.score ?? null
}

/** What the page offers after these answers: a scale's worst answer, a low number, an option that says so. */
export const concernsIn = (form: Form, answers: Answers): readonly { question: AskedQuestion; concern: Concern }[] =>
  walk(form, answers).flatMap((question) => {
    const answer = answers[question.id]
    if (answer === undefined || !isAsked(question)) return []
    const concern = concernOf(question, answer)
    return concern ? [{ question, concern }] : []
  })

const concernOf = (question: AskedQuestion, answer: AnswerValue): Concern | null => {
  if (question.kind === 'number') {
    return question.concernAt !== null && typeof answer === 'number' && answer <= question.concernAt
      ? 'complaint'
      : null
  }
  if (question.kind === 'multiple') {
    const chosen = question.options.filter(({ id }) => Array.isArray(answer) && answer.includes(id))
    const concerns = new Set(chosen.map(({ concern }) => concern))
    return concerns.has('report') ? 'report' : concerns.has('complaint') ? 'complaint' : null
  }
  return chosenOption(question, answer)?.concern ?? null
}
