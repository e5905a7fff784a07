import { createHash } from 'node:crypto'
import { type HospitalId, QuizQuestionId } from '#domain/ids'
import { isLeftShort } from '#domain/integrity/exam.rules'
import { readGift } from '#domain/integrity/gift.read'
import { isMisleading } from '#domain/integrity/item-analysis'
import {
  type questionActions,
  type QuestionFile,
  QuestionQueue,
  type QuestionRow,
  type StarterQuestionRow,
} from '#domain/integrity/question.contract'
import { type Question, questionNumberInWords } from '#domain/integrity/question.model'
import { askedText } from '#domain/integrity/question.parts'
import {
  confirmQuestion,
  mayRemove,
  publishQuestion,
  retireQuestion,
  sendQuestion,
  sendQuestionBack,
  writeQuestion,
} from '#domain/integrity/question.rules'
import { readSheet, type SheetReading } from '#domain/integrity/question.sheet'
import { nearIndex, nearPairs } from '#domain/integrity/question.similar'
import { topics } from '#domain/integrity/question.topics'
import { type StarterQuestion, starterContent } from '#domain/integrity/starter.question'
import { err, ok, type Result } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import * as v from 'valibot'
import { lookedAt } from './exam.looked'
import type { OpenIntegrity } from './integrity.open'
import { act, atBank, bringIn, keeps, type QuestionContext, questionOf, reviews, shown } from './question.acts'
import { asNearly, figuresIn, namesFor, nearlyIn, questionRow } from './question.views'
import { starterQuestions } from '#domain/integrity/starter/starter.questions'

const PAGE = 30
const EXPORTED_AT_ONCE = 100
/** The likest pairs; whoever has dealt with them asks again. */
const PAIRS_MOST = 100

const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const isIn = (queue: QuestionQueue, row: QuestionRow): boolean => {
  if (queue === 'all') return true
  if (queue === 'unconfirmed') return !row.confirmed && row.state !== 'retired'
  if (queue === 'misleading') return isMisleading(row) && row.state !== 'retired'
  return row.state === queue
}

const says = ({ number, content }: Question, words: string): boolean =>
  plain(`${questionNumberInWords(number)} ${askedText(content)}`).includes(plain(words))

/** The same for the same hospital: a question is on its desk once. */
const starterId = (hospitalId: HospitalId, { key }: StarterQuestion): QuizQuestionId =>
  v.parse(QuizQuestionId, createHash('sha256').update(`question ${hospitalId} ${key}`).digest('hex').slice(0, 32))

const starterRows = async (
  hospitalId: HospitalId,
  { questions }: Pick<OpenIntegrity, 'questions'>,
): Promise<{ rows: StarterQuestionRow[] }> => {
  const named = starterQuestions.map((question) => ({ question, id: starterId(hospitalId, question) }))
  const present = await questions.present(named.map(({ id }) => id))
  return {
    rows: named.map(({ question: { key, topic, kind, stem, evidence }, id }) => {
      return { key, id, topic, kind, stem, confirmed: evidence === 'V', taken: present.has(id) }
    }),
  }
}

/** A starter question is finished: it waits at once for a second person, who did not take it. */
const toReview = (question: Question): Question => {
  const sent = sendQuestion(question, { by: question.changedBy, now: question.changedAt })
  return sent.ok ? sent.value : question
}

const reading = (file: QuestionFile): SheetReading => {
  if (file.kind === 'sheet') return readSheet(file.table)
  const questions = readGift(file.text)
  return questions ? { kind: 'read', questions } : { kind: 'too_long' }
}

/** Publishes, and keeps the version for ever. One that was left behind by a failure was never drawn: it is written over. */
const published = async (
  question: Question,
  { by, now }: { by: Question['changedBy']; now: Question['changedAt'] },
  { questions }: QuestionContext,
): Promise<
  Result<Question, 'question.not_in_review' | 'question.own_words' | 'question.not_confirmed' | 'data.changed'>
> => {
  const decided = publishQuestion(question, { by, now })
  if (!decided.ok) return decided
  const { version } = decided.value
  if ((await questions.addVersion(version)) === 'inserted') return ok(decided.value.question)
  const [left, fresh] = await Promise.all([
    questions.version(question.id, version.version),
    questions.find(question.id),
  ])
  const isLeftBehind = left !== null && fresh?.rev === question.rev
  if (!isLeftBehind || !(await questions.replaceVersion({ ...version, rev: left.rev }))) return err('data.changed')
  return ok(decided.value.question)
}

/** Whether an announced exam cannot be drawn any more without it. */
const isNeeded = async (
  { id, hospitalId }: Question,
  { exams, questions, now }: Pick<QuestionContext, 'exams' | 'questions' | 'now'>,
): Promise<boolean> => {
  questions.forgetPool(hospitalId)
  const [all, before] = await Promise.all([exams.all(hospitalId), questions.pool(hospitalId)])
  return isLeftShort(all, { before, left: before.filter(({ questionId }) => questionId !== id) }, now)
}

export const questionHandlers: ActionHandlers<typeof questionActions, OpenIntegrity> = {
  async questions({ queue, topic, kind, words, skip }, context) {
    const entered = await atBank(context, reviews)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { hospitalId } = keeper
    const [bank, summaries] = await Promise.all([context.questions.bank(hospitalId), lookedAt(hospitalId, context)])
    const figuresOf = figuresIn(summaries)
    const rows = bank.map((question) => ({ question, row: questionRow(question, keeper, figuresOf(question)) }))
    const counts = Object.fromEntries(
      QuestionQueue.options.map((each) => [each, rows.filter(({ row }) => isIn(each, row)).length]),
    ) as Record<QuestionQueue, number>
    const queued = rows.filter(({ row }) => isIn(queue, row))
    const wanted = queued
      .filter(({ row }) => (topic === null || row.topic === topic) && (kind === null || row.kind === kind))
      .filter(({ question }) => words === '' || says(question, words))
      .map(({ row }) => row)
      .sort((left, right) => right.changedAt - left.changedAt || left.number - right.number)
    return ok({
      rows: wanted.slice(skip, skip + PAGE),
      more: wanted.length > skip + PAGE,
      counts,
      topics: topics.flatMap((each) => {
        const count = queued.filter(({ row }) => row.topic === each).length
        return count === 0 ? [] : [{ topic: each, count }]
      }),
    })
  },

  async question({ id }, context) {
    const entered = await atBank(context, reviews)
    if (!entered.ok) return entered
    const keeper = entered.value
    const found = await questionOf(id, keeper, context.questions)
    return found.ok ? shown(found.value, keeper, context) : found
  },

  async saveQuestion({ id, rev, content }, context) {
    const entered = await atBank(context, keeps)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { questions, now } = context
    const writing = { by: keeper.id, now }
    if (rev === null && !(await questions.find(id))) {
      const { hospitalId } = keeper
      if (!(await bringIn(questions, [{ id, content }], { hospitalId, ...writing }))) {
        return err('system.busy')
      }
    }
    const found = await questionOf(id, keeper, questions)
    if (!found.ok) return found
    const question = found.value
    const written = writeQuestion(question, content, writing)
    // A retry of what arrived already, or nothing new; other words need the revision that was read.
    if (written === question) return shown(question, keeper, context)
    if (question.rev !== rev) return err('data.changed')
    const stored = await questions.replace(written)
    return stored ? shown(stored, keeper, context) : err('data.changed')
  },

  sendQuestion: (which, context) =>
    act(which, context, { may: keeps, isDone: ({ state }) => state === 'review', decide: sendQuestion }),

  confirmQuestion: ({ source, ...which }, context) =>
    act(which, context, {
      may: reviews,
      isDone: ({ confirmed }) => confirmed?.source === source,
      decide: (question, by) => confirmQuestion(question, source, by),
    }),

  publishQuestion: (which, context) =>
    act(which, context, {
      may: reviews,
      isDone: ({ state }) => state === 'published',
      decide: (question, by) => published(question, by, context),
    }),

  sendQuestionBack: ({ reason, ...which }, context) =>
    act(which, context, {
      may: reviews,
      isDone: ({ sentBack }) => sentBack?.reason === reason,
      decide: (question, by) => sendQuestionBack(question, reason, by),
    }),

  retireQuestion: ({ reason, ...which }, context) =>
    act(which, context, {
      may: keeps,
      isDone: ({ inUse, retired }) => inUse === null && retired?.reason === reason,
      decide: async (question, by) => {
        const retired = retireQuestion(question, reason, by)
        return retired.ok && (await isNeeded(question, context)) ? err('question.exam_needs') : retired
      },
    }),

  async removeQuestion({ id, rev }, context) {
    const entered = await atBank(context, keeps)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { questions } = context
    const question = await questions.find(id)
    if (question?.hospitalId !== keeper.hospitalId) return ok({})
    const removable = mayRemove(question)
    if (!removable.ok) return removable
    return question.rev === rev && (await questions.remove(question)) ? ok({}) : err('data.changed')
  },

  async questionVersions({ id }, context) {
    const entered = await atBank(context, reviews)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { questions, pledges } = context
    const found = await questionOf(id, keeper, questions)
    if (!found.ok) return found
    const versions = await questions.versionsOf(id)
    const personOf = await namesFor(
      pledges,
      keeper.hospitalId,
      versions.map(({ by }) => by),
    )
    return ok({ versions: versions.map((version) => ({ ...version, by: personOf(version.by, keeper.id) })) })
  },

  async nearQuestions(_, context) {
    const entered = await atBank(context, reviews)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { questions } = context
    const asked = (await questions.bank(keeper.hospitalId)).filter(({ state }) => state !== 'retired')
    const pairs = nearPairs(asked)
    return ok({
      pairs: pairs
        .slice(0, PAIRS_MOST)
        .map(({ one, other, likeness }) => ({ one: asNearly(one, likeness), other: asNearly(other, likeness) })),
    })
  },

  async readQuestions({ file }, context) {
    const entered = await atBank(context, keeps)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { questions } = context
    const read = reading(file)
    if (read.kind === 'too_long') return err('question.import_too_long')
    if (read.kind === 'headings_missing') return ok(read)
    const bank = nearIndex(await questions.bank(keeper.hospitalId))
    return ok({
      kind: 'read',
      questions: read.questions.map((each) => ({
        ...each,
        nearly: each.content ? nearlyIn(each.content, bank) : [],
      })),
    })
  },

  async importQuestions({ questions: coming }, context) {
    const entered = await atBank(context, keeps)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { now, questions } = context
    const { id: by, hospitalId } = keeper
    const areThere = await bringIn(questions, coming, { hospitalId, by, now })
    return areThere ? ok({ imported: coming.length }) : err('system.busy')
  },

  async exportQuestions({ topic, after }, context) {
    const entered = await atBank(context, keeps)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { questions } = context
    const page = await questions.behind(keeper.hospitalId, topic, after ?? 0, EXPORTED_AT_ONCE)
    return ok({
      questions: page.map(({ number, content }) => ({ title: questionNumberInWords(number), content })),
      next: page.length === EXPORTED_AT_ONCE ? (page[page.length - 1]?.number ?? null) : null,
    })
  },

  async starterQuestions(_, context) {
    const entered = await atBank(context, keeps)
    return entered.ok ? ok(await starterRows(entered.value.hospitalId, context)) : entered
  },

  async takeStarterQuestions({ keys }, context) {
    const entered = await atBank(context, keeps)
    if (!entered.ok) return entered
    const keeper = entered.value
    const { now, questions } = context
    const wanted = starterQuestions.filter(({ key }) => keys.includes(key))
    if (wanted.length < new Set(keys).size) return err('question.unknown', ['keys'])
    const { id: by, hospitalId } = keeper
    const coming = wanted.map((question) => ({
      id: starterId(hospitalId, question),
      content: starterContent(question),
    }))
    const areThere = await bringIn(questions, coming, { hospitalId, by, now }, toReview)
    return areThere ? ok(await starterRows(hospitalId, { questions })) : err('system.busy')
  },
}
