import type { HospitalId, QuizQuestionId, StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import {
  type Question,
  QUESTION_ACTS,
  type QuestionAct,
  type QuestionContent,
  type QuestionVersion,
  questionVersionKey,
} from './question.model'
import { unfinishedIn } from './question.finished'
import { partsOf } from './question.parts'

interface Writing {
  readonly by: StaffId
  readonly now: Instant
}

interface Started {
  readonly id: QuizQuestionId
  readonly hospitalId: HospitalId
  readonly number: number
}

/** A question on the desk. Whoever put it there, out of their head, a file or the program, does not review it. */
export const startQuestion = (
  { id, hospitalId, number }: Started,
  content: QuestionContent,
  { by, now }: Writing,
): Question => ({
  id,
  rev: 0,
  hospitalId,
  number,
  content,
  state: 'draft',
  versions: 0,
  inUse: null,
  writers: [by],
  authors: [by],
  confirmed: null,
  sentBack: null,
  retired: null,
  changedAt: now,
  changedBy: by,
})

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a confirmation was about: what is asked, what is right, and which rule says so. */
const claimOf = (content: QuestionContent) => [
  content.stem,
  content.evidence,
  partsOf(content).map(({ stem, options, key, rule, explanation }) => [stem, options, key, rule, explanation]),
]

/**
 * Other words. A question in review or published goes back to being written; the version in use stays in use meanwhile.
 * Whoever wrote cannot review it; what was confirmed has to be confirmed again once it says something else. That its rule
 * has yet to be read is not written away: `confirmQuestion` alone says that it was.
 */
export const writeQuestion = (question: Question, written: QuestionContent, { by, now }: Writing): Question => {
  const content: QuestionContent = question.content.evidence === 'M' ? { ...written, evidence: 'M' } : written
  if (isSame(question.content, content)) return question
  return {
    ...question,
    content,
    state: 'draft',
    writers: [...new Set([...question.writers, by])],
    authors: [...new Set([...question.authors, by])],
    confirmed: isSame(claimOf(question.content), claimOf(content)) ? question.confirmed : null,
    changedAt: now,
    changedBy: by,
  }
}

export const sendQuestion = (question: Question, { by, now }: Writing) => {
  if (question.state !== 'draft') return err('question.not_draft')
  const unfinished = unfinishedIn(question.content)
  if (unfinished.length > 0) return err('question.unfinished', unfinished)
  return ok<Question>({ ...question, state: 'review', sentBack: null, changedAt: now, changedBy: by })
}

/** Somebody who wrote nothing in it found the rule's own text and compared; `source` says where. */
export const confirmQuestion = (question: Question, source: string, { by, now }: Writing) => {
  if (question.writers.includes(by)) return err('question.own_words')
  return ok<Question>({ ...question, confirmed: { by, at: now, source }, changedAt: now, changedBy: by })
}

/** Whether the rule's own text was read: by whoever wrote it down, or by somebody since. */
export const isConfirmed = ({ content, confirmed }: Pick<Question, 'content' | 'confirmed'>): boolean =>
  content.evidence === 'V' || confirmed !== null

/** By somebody who wrote nothing in it; from now on its newest version is drawn. */
export const publishQuestion = (question: Question, { by, now }: Writing) => {
  if (question.state !== 'review') return err('question.not_in_review')
  if (question.writers.includes(by)) return err('question.own_words')
  if (!isConfirmed(question)) return err('question.not_confirmed')
  const version = question.versions + 1
  const published: QuestionVersion = {
    id: questionVersionKey(question.id, version),
    rev: 0,
    hospitalId: question.hospitalId,
    questionId: question.id,
    number: question.number,
    version,
    content: question.content,
    writers: question.writers,
    publishedAt: now,
    by,
  }
  return ok({
    question: {
      ...question,
      state: 'published' as const,
      versions: version,
      inUse: version,
      writers: [],
      retired: null,
      changedAt: now,
      changedBy: by,
    },
    version: published,
  })
}

export const sendQuestionBack = (question: Question, reason: string, { by, now }: Writing) => {
  if (question.state !== 'review') return err('question.not_in_review')
  if (question.writers.includes(by)) return err('question.own_words')
  return ok<Question>({
    ...question,
    state: 'draft',
    sentBack: { by, at: now, reason },
    changedAt: now,
    changedBy: by,
  })
}

/** Not drawn any more; papers that have it keep it, and it may be written anew. */
export const retireQuestion = (question: Question, reason: string, { by, now }: Writing) => {
  if (question.inUse === null) return err('question.not_in_use')
  return ok<Question>({
    ...question,
    inUse: null,
    state: question.state === 'published' ? 'retired' : question.state,
    retired: { by, at: now, reason },
    changedAt: now,
    changedBy: by,
  })
}

/** What was never published may go altogether. */
export const mayRemove = (question: Question) => (question.versions > 0 ? err('question.published') : ok(question))

/** What somebody may do with it now; the rules refuse everything else. */
export const questionActs = (
  question: Question,
  { id, keeps, reviews }: { readonly id: StaffId; readonly keeps: boolean; readonly reviews: boolean },
): QuestionAct[] => {
  const isOther = !question.writers.includes(id)
  const inReview = question.state === 'review' && reviews && isOther
  const may: Record<QuestionAct, boolean> = {
    write: keeps,
    send: keeps && question.state === 'draft',
    confirm: reviews && isOther && !isConfirmed(question),
    publish: inReview && isConfirmed(question),
    sendBack: inReview,
    retire: keeps && question.inUse !== null,
    remove: keeps && question.versions === 0,
  }
  return QUESTION_ACTS.filter((act) => may[act])
}
