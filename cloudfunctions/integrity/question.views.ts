import type { Actor } from '#domain/actor'
import type { ExamId, HospitalId, QuizQuestionId, StaffId } from '#domain/ids'
import { type AskedFigures, type ExamSummary, NEVER_ASKED, overExams } from '#domain/integrity/exam.summary'
import { reviewsQuestions, keepsQuestions } from '#domain/integrity/question.access'
import type { QuestionRow, QuestionView } from '#domain/integrity/question.contract'
import { unfinishedIn } from '#domain/integrity/question.finished'
import { type Question, type QuestionContent, questionVersionKey } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { isConfirmed, questionActs } from '#domain/integrity/question.rules'
import { type NearIndex, nearIndex, nearlySame } from '#domain/integrity/question.similar'
import type { PledgeRepository } from './pledge.repository'

type Nearly = QuestionView['nearly'][number]

/** More than this nobody compares. */
const NEARLY_MOST = 10

const UNKNOWN = '已离开的同事'

/** Whoever works at the bank, with what they may do there. */
export interface Keeper {
  readonly id: StaffId
  readonly hospitalId: HospitalId
  readonly keeps: boolean
  readonly reviews: boolean
}

export const keeperOf = (actor: Actor): Keeper | null => {
  const hospitalId = reviewsQuestions(actor)
  if (!hospitalId || !actor.staff) return null
  return { id: actor.staff.id, hospitalId, keeps: keepsQuestions(actor) !== null, reviews: true }
}

/** Names of people by their ids, for whoever looks. */
export const namesFor = async (pledges: PledgeRepository, hospitalId: HospitalId, ids: readonly StaffId[]) => {
  const names = new Map((await pledges.named(hospitalId, [...new Set(ids)])).map(({ id, name }) => [id, name]))
  return (id: StaffId, me: StaffId) => ({ name: names.get(id) ?? UNKNOWN, mine: id === me })
}

export const asNearly = ({ id, number, content, state }: Question, alike: number): Nearly => ({
  id,
  number,
  stem: content.stem,
  state,
  likeness: alike,
})

/** What of the bank asks nearly the same, the likest first. */
export const nearlyIn = (
  content: QuestionContent,
  bank: NearIndex<Question>,
  except: QuizQuestionId | null = null,
): Nearly[] =>
  nearlySame(content, bank)
    .filter(({ question }) => question.id !== except)
    .slice(0, NEARLY_MOST)
    .map(({ question, likeness }) => asNearly(question, likeness))

/** What exams showed of a question: of the version that is drawn, or of the last that was. */
type FiguresOf = (question: Pick<Question, 'id' | 'inUse' | 'versions'>) => AskedFigures

export const figuresIn = (summaries: ReadonlyMap<ExamId, ExamSummary>): FiguresOf => {
  const items = [...summaries.values()].flatMap((summary) => summary.items)
  const byVersion = new Map<string, typeof items>()
  for (const item of items) {
    const key = questionVersionKey(item.questionId, item.version)
    byVersion.set(key, [...(byVersion.get(key) ?? []), item])
  }
  return ({ id, inUse, versions }) => {
    const sums = byVersion.get(questionVersionKey(id, inUse ?? versions))
    return sums ? overExams(sums) : NEVER_ASKED
  }
}

/** It waits for who looks: to be reviewed by them, or to be written on by whoever began it. */
const waitsFor = ({ state, writers }: Question, { id, reviews }: Keeper): boolean => {
  if (state === 'review') return reviews && !writers.includes(id)
  return state === 'draft' && writers.includes(id)
}

export const questionRow = (
  question: Question,
  keeper: Keeper,
  { asked, facility, discrimination }: AskedFigures,
): QuestionRow => {
  const { content } = question
  const [first] = partsOf(content)
  return {
    ...question,
    topic: content.topic,
    kind: content.kind,
    difficulty: content.difficulty,
    stem: content.stem,
    rule: first?.rule ?? { document: '', article: '' },
    confirmed: isConfirmed(question),
    asked,
    facility,
    discrimination,
    mine: waitsFor(question, keeper),
  }
}

interface Beside {
  readonly bank: readonly Question[]
  readonly figuresOf: FiguresOf
  readonly pledges: PledgeRepository
}

export const questionView = async (
  question: Question,
  keeper: Keeper,
  { bank, figuresOf, pledges }: Beside,
): Promise<QuestionView> => {
  const { confirmed, sentBack, retired, writers } = question
  const personOf = await namesFor(pledges, question.hospitalId, [
    ...writers,
    ...[confirmed, sentBack, retired].flatMap((dated) => (dated ? [dated.by] : [])),
  ])
  const named = <T extends { readonly by: StaffId }>(dated: T) => ({ ...dated, by: personOf(dated.by, keeper.id) })
  const { asked, facility, discrimination, use } = figuresOf(question)
  return {
    ...question,
    writers: writers.map((id) => personOf(id, keeper.id)),
    confirmed: confirmed && named(confirmed),
    sentBack: sentBack && named(sentBack),
    retired: retired && named(retired),
    acts: questionActs(question, keeper),
    unfinished: unfinishedIn(question.content),
    nearly: nearlyIn(question.content, nearIndex(bank), question.id),
    asked,
    facility,
    discrimination,
    use,
  }
}
