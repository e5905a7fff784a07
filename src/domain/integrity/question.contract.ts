import * as v from 'valibot'
import { defineActions } from '../contract'
import { QuizQuestionId } from '../ids'
import { Instant } from '../instant'
import { Line, Text, Unformed } from '../text'
import { CitedRule, Question, QUESTION_ACTS, QuestionContent, QuestionKind, QuestionState } from './question.model'
import { Topic } from './question.topics'

const nothing = v.strictObject({})
const count = v.number()
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const aQuestion = v.strictObject({ id: QuizQuestionId, rev: revision })
const person = v.object({ name: v.string(), mine: v.boolean() })
const dated = v.object({ by: person, at: Instant })
const Reason = Text(2, 200)

/** As many are brought in with one request. */
export const IMPORTED_AT_ONCE = 20

export const QuestionQueue = v.picklist(['all', 'draft', 'review', 'published', 'retired', 'unconfirmed', 'misleading'])
export type QuestionQueue = v.InferOutput<typeof QuestionQueue>

/** Over every attempt of every exam; null below the least number of people. */
const asked = {
  /** How many were asked it, in exams. */
  asked: count,
  facility: v.nullable(count),
  discrimination: v.nullable(count),
}

export const QuestionRow = v.object({
  ...v.pick(Question, ['id', 'number', 'state', 'inUse', 'versions', 'changedAt']).entries,
  topic: Topic,
  kind: QuestionKind,
  difficulty: count,
  stem: v.string(),
  rule: CitedRule,
  /** The rule's own text was read. */
  confirmed: v.boolean(),
  ...asked,
  /** It waits for the person who asks. */
  mine: v.boolean(),
})
export type QuestionRow = v.InferOutput<typeof QuestionRow>

const nearly = v.object({ id: QuizQuestionId, number: count, stem: v.string(), state: QuestionState, likeness: count })

/** A question on the desk, with names instead of numbers. */
export const QuestionView = v.object({
  ...v.pick(Question, ['id', 'rev', 'number', 'content', 'state', 'versions', 'inUse', 'changedAt']).entries,
  writers: v.array(person),
  confirmed: v.nullable(v.object({ ...dated.entries, source: v.string() })),
  sentBack: v.nullable(v.object({ ...dated.entries, reason: v.string() })),
  retired: v.nullable(v.object({ ...dated.entries, reason: v.string() })),
  /** What the person who asks may do with it now; nothing else is offered, and the server refuses it. */
  acts: v.array(v.picklist(QUESTION_ACTS)),
  /** Paths of what is still missing: 'stem', 'options.2', 'parts.1.rule.article'. */
  unfinished: v.array(v.string()),
  /** What asks nearly the same, the likest first. */
  nearly: v.array(nearly),
  ...asked,
  /** By part: who chose what; null below the least number of people. */
  use: v.nullable(
    v.array(
      v.object({
        part: v.string(),
        group: count,
        options: v.array(v.object({ option: v.string(), all: count, high: count, low: count })),
      }),
    ),
  ),
})
export type QuestionView = v.InferOutput<typeof QuestionView>

/** A file of questions as it was opened: the text of a GIFT file, or the table of a spreadsheet. */
export const QuestionFile = v.variant('kind', [
  v.strictObject({ kind: v.literal('gift'), text: Unformed(400_000) }),
  v.strictObject({
    kind: v.literal('sheet'),
    table: v.pipe(v.array(v.pipe(v.array(Unformed(2000)), v.maxLength(60))), v.minLength(1), v.maxLength(3000)),
  }),
])
export type QuestionFile = v.InferOutput<typeof QuestionFile>

export const ReadQuestion = v.object({
  /** From 1, as an editor or a spreadsheet counts. */
  line: count,
  /** null: `faults` say why it cannot come in. */
  content: v.nullable(QuestionContent),
  faults: v.array(v.object({ column: v.nullable(v.string()), sentence: v.string() })),
  /** What is still to be written once it is in. */
  lacks: v.array(v.string()),
  nearly: v.array(nearly),
})
export type ReadQuestion = v.InferOutput<typeof ReadQuestion>

export const StarterQuestionKey = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))

export const StarterQuestionRow = v.object({
  key: StarterQuestionKey,
  id: QuizQuestionId,
  topic: Topic,
  kind: QuestionKind,
  stem: v.string(),
  confirmed: v.boolean(),
  /** It is on the desk already. */
  taken: v.boolean(),
})
export type StarterQuestionRow = v.InferOutput<typeof StarterQuestionRow>

const starterRows = v.object({ rows: v.array(StarterQuestionRow) })
/** Whoever is sitting an exam does not read its answers here meanwhile. */
const bankErrors = ['auth.forbidden', 'question.sitting'] as const
const questionErrors = [...bankErrors, 'question.unknown', 'data.changed'] as const

/** The bank (题库): writing, review by a second person, retiring, files in and out. */
export const questionActions = defineActions({
  questions: {
    input: v.strictObject({
      queue: QuestionQueue,
      topic: v.nullable(Topic),
      kind: v.nullable(QuestionKind),
      words: Line(0, 40),
      skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    }),
    output: v.object({
      rows: v.array(QuestionRow),
      more: v.boolean(),
      counts: v.record(QuestionQueue, count),
      topics: v.array(v.object({ topic: Topic, count })),
    }),
    errors: [...bankErrors],
  },
  question: {
    input: v.strictObject({ id: QuizQuestionId }),
    output: QuestionView,
    errors: [...bankErrors, 'question.unknown'],
  },
  /** Autosave: `rev` null makes a new question. A published one goes back to writing; its version stays in use. */
  saveQuestion: {
    input: v.strictObject({ id: QuizQuestionId, rev: v.nullable(revision), content: QuestionContent }),
    output: QuestionView,
    errors: [...questionErrors, 'system.busy'],
  },
  sendQuestion: {
    input: aQuestion,
    output: QuestionView,
    errors: [...questionErrors, 'question.not_draft', 'question.unfinished'],
  },
  /** `source`: where the rule's own text was read. */
  confirmQuestion: {
    input: v.strictObject({ ...aQuestion.entries, source: Text(4, 200) }),
    output: QuestionView,
    errors: [...questionErrors, 'question.own_words'],
  },
  publishQuestion: {
    input: aQuestion,
    output: QuestionView,
    errors: [...questionErrors, 'question.not_in_review', 'question.own_words', 'question.not_confirmed'],
  },
  sendQuestionBack: {
    input: v.strictObject({ ...aQuestion.entries, reason: Reason }),
    output: QuestionView,
    errors: [...questionErrors, 'question.not_in_review', 'question.own_words'],
  },
  retireQuestion: {
    input: v.strictObject({ ...aQuestion.entries, reason: Reason }),
    output: QuestionView,
    errors: [...questionErrors, 'question.not_in_use', 'question.exam_needs'],
  },
  removeQuestion: { input: aQuestion, output: nothing, errors: [...questionErrors, 'question.published'] },
  questionVersions: {
    input: v.strictObject({ id: QuizQuestionId }),
    output: v.object({
      versions: v.array(v.object({ version: count, content: QuestionContent, publishedAt: Instant, by: person })),
    }),
    errors: [...bankErrors, 'question.unknown'],
  },
  /** Every two that ask nearly the same, the likest first. */
  nearQuestions: {
    input: nothing,
    output: v.object({ pairs: v.array(v.object({ one: nearly, other: nearly })) }),
    errors: [...bankErrors],
  },
  /** Looks at a file, row by row, and writes nothing. */
  readQuestions: {
    input: v.strictObject({ file: QuestionFile }),
    output: v.variant('kind', [
      v.object({ kind: v.literal('read'), questions: v.array(ReadQuestion) }),
      v.object({ kind: v.literal('headings_missing'), missing: v.array(v.string()) }),
    ]),
    errors: [...bankErrors, 'question.import_too_long'],
  },
  /** Brings in what was looked at, as drafts. Ids are made by the caller: the same again is the same. */
  importQuestions: {
    input: v.strictObject({
      questions: v.pipe(
        v.array(v.strictObject({ id: QuizQuestionId, content: QuestionContent })),
        v.minLength(1),
        v.maxLength(IMPORTED_AT_ONCE),
      ),
    }),
    output: v.object({ imported: count }),
    errors: [...bankErrors, 'system.busy'],
  },
  /** As they are on the desk, by number, a page at a time; a file is made of them where it is saved. */
  exportQuestions: {
    input: v.strictObject({ topic: v.nullable(Topic), after: v.nullable(count) }),
    output: v.object({
      questions: v.array(v.object({ title: v.string(), content: QuestionContent })),
      next: v.nullable(count),
    }),
    errors: [...bankErrors],
  },
  starterQuestions: { input: nothing, output: starterRows, errors: [...bankErrors] },
  /** They wait at once for a reviewer other than whoever takes them; what is there already stays as it is. */
  takeStarterQuestions: {
    input: v.strictObject({ keys: v.pipe(v.array(StarterQuestionKey), v.minLength(1), v.maxLength(200)) }),
    output: starterRows,
    errors: [...bankErrors, 'question.unknown', 'system.busy'],
  },
})
