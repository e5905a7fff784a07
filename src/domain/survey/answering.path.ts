import { type AnswerValue, concernsIn, valueFor, walk } from './path'
import {
  type Answers,
  type AskedQuestion,
  type Form,
  isAsked,
  type QuestionId,
  type SentAnswers,
  TEXT_MOST,
} from './question.model'
import { lengthOf } from '../text'

/** The questions that these answers lead through, without headings. */
export const askedIn = (form: Form, answers: Answers): AskedQuestion[] => walk(form, answers).filter(isAsked)

export interface Standing {
  readonly question: AskedQuestion
  /** 「第 3 题，共 8 题」: of the way that these answers lead. */
  readonly now: number
  readonly of: number
  readonly before: QuestionId | null
  readonly after: QuestionId | null
  /** The heading it stands under; null: none. `begins`: it is the first one there. */
  readonly section: { readonly text: string; readonly hint: string | null; readonly begins: boolean } | null
}

/** Where a question stands on the way of these answers; null: they do not lead there. */
export const standingAt = (form: Form, answers: Answers, id: QuestionId): Standing | null => {
  const reached = walk(form, answers)
  const asked = reached.filter(isAsked)
  const index = asked.findIndex((question) => question.id === id)
  const question = asked[index]
  if (!question) return null
  const above = reached.slice(0, reached.indexOf(question)).reverse()
  const section = above.find(({ kind }) => kind === 'section')
  return {
    question,
    now: index + 1,
    of: asked.length,
    before: asked[index - 1]?.id ?? null,
    after: asked[index + 1]?.id ?? null,
    section: section ? { text: section.text, hint: section.hint, begins: above[0] === section } : null,
  }
}

const isBlank = (answer: AnswerValue | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' && answer.trim() === '')

/** What goes out: answers to questions that are reached, and no others. */
export const handedIn = (form: Form, answers: Answers): SentAnswers => {
  const handed: SentAnswers = {}
  for (const { id } of askedIn(form, answers)) {
    const answer = answers[id]
    if (answer === undefined || isBlank(answer)) continue
    handed[id] = typeof answer === 'string' ? answer.trim() : typeof answer === 'number' ? answer : [...answer]
  }
  return handed
}

/** The answers that a newer version of the questionnaire still asks for. Words stay as they were written. */
export const stillFitting = (form: Form, answers: Answers): SentAnswers => {
  const fitting: SentAnswers = {}
  for (const question of form.questions) {
    const answer = answers[question.id]
    if (!isAsked(question) || answer === undefined || valueFor(question, answer) === undefined) continue
    fitting[question.id] = typeof answer === 'object' ? [...answer] : answer
  }
  return fitting
}

export const withAnswer = (answers: SentAnswers, id: QuestionId, answer: AnswerValue | undefined): SentAnswers => {
  const { [id]: _before, ...others } = answers
  if (answer === undefined) return others
  return { ...others, [id]: typeof answer === 'object' ? [...answer] : answer }
}

/** The question after one that is left without an answer; null: none. */
export const afterSkipping = (form: Form, answers: SentAnswers, id: QuestionId): QuestionId | null =>
  standingAt(form, withAnswer(answers, id, undefined), id)?.after ?? null

/** What a question still wants before one goes on, in words; null: nothing. The last may be left without a skip. */
export const whyNot = (question: AskedQuestion, answer: AnswerValue | undefined, isLast: boolean): string | null => {
  if (!isBlank(answer)) {
    if (valueFor(question, answer) !== undefined) return null
    if (question.kind !== 'text') return '请再选一次'
    return typeof answer === 'string' && lengthOf(answer.trim()) > TEXT_MOST
      ? `太长了，请删到 ${TEXT_MOST} 字以内`
      : '里面有认不出的符号，请删掉再试'
  }
  if (question.kind === 'text') return question.required ? '请写几个字' : null
  if (question.required) return '请先选一个'
  return isLast ? null : '请先选一个，不答就点“跳过”'
}

/** Where somebody goes on: the question that was shown, or the first without an answer. */
export const goingOnAt = (form: Form, answers: Answers, at: QuestionId | null): QuestionId | null => {
  const asked = askedIn(form, answers)
  if (at !== null && asked.some(({ id }) => id === at)) return at
  return (asked.find(({ id }) => isBlank(answers[id])) ?? asked[asked.length - 1])?.id ?? null
}

const answerInWords = (question: AskedQuestion, answer: AnswerValue): string => {
  if (question.kind === 'number') return `${answer} 分`
  if (question.kind === 'text') return String(answer)
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [answer]
  return question.options.flatMap(({ id, text }) => (chosen.includes(id) ? [text] : [])).join('、')
}

const WORDS_ABOUT_MOST = 3

/** 「“医生讲病情，会用您听得懂的话吗？”我答的是“从来没有”。」 of what could be complained about; '' when nothing. */
export const wordsOfConcern = (form: Form, answers: Answers): string => {
  const told = concernsIn(form, answers).flatMap(({ question, concern }) => {
    const answer = answers[question.id]
    return concern === 'complaint' && answer !== undefined
      ? [`“${question.text}”我答的是“${answerInWords(question, answer)}”。`]
      : []
  })
  return told.length === 0 ? '' : `评价的时候，${told.slice(0, WORDS_ABOUT_MOST).join('')}\n当时的情况是：`
}
