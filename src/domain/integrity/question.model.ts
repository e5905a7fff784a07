import * as v from 'valibot'
import { HospitalId, QuizQuestionId, StaffId } from '../ids'
import { Instant } from '../instant'
import { Line, Text } from '../text'
import { Topic } from './question.topics'

/** 单选, 多选, 判断, and 案例: a story with several questions. */
export const QuestionKind = v.picklist(['single', 'multiple', 'true_false', 'case'])
export type QuestionKind = v.InferOutput<typeof QuestionKind>

export const questionKindNames: Record<QuestionKind, string> = {
  single: '单选',
  multiple: '多选',
  true_false: '判断',
  case: '案例',
}

/** Stays with an option as long as it means the same; answers are kept under it, in whatever order it was shown. */
export const OptionId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,9}$/), v.brand('QuizOptionId'))
export type OptionId = v.InferOutput<typeof OptionId>

/** One question inside a case. Questions that are no case have one part, `ONLY_PART`. */
export const PartId = v.pipe(v.string(), v.regex(/^p[0-9]{1,2}$/), v.brand('QuizPartId'))
export type PartId = v.InferOutput<typeof PartId>

export const ONLY_PART = v.parse(PartId, 'p1')

/** Of a true/false question: 对 and 错. */
export const TRUE_OPTION = v.parse(OptionId, 't')
export const FALSE_OPTION = v.parse(OptionId, 'f')

export const STEM_MAX = 300
export const STORY_MAX = 800
export const OPTION_MAX = 120
export const OPTIONS_LEAST = 2
export const OPTIONS_MOST = 8
export const PARTS_LEAST = 2
export const PARTS_MOST = 6
export const EXPLANATION_MAX = 500
export const POINT_MAX = 24
export const PRACTICE_MAX = 200
export const DOCUMENT_MAX = 60
export const ARTICLE_MAX = 40

export const Option = v.strictObject({ id: OptionId, text: Line(0, OPTION_MAX) })
export type Option = v.InferOutput<typeof Option>

const distinct = <T extends { id: string }>(items: T[]) => new Set(items.map(({ id }) => id)).size === items.length

/** The rule it rests on: 「医疗机构工作人员廉洁从业九项准则」, 「第六条」. */
export const CitedRule = v.strictObject({ document: Line(0, DOCUMENT_MAX), article: Line(0, ARTICLE_MAX) })
export type CitedRule = v.InferOutput<typeof CitedRule>

/** What is read after answering. */
const explained = {
  /** What to keep in mind, as a heading: 「看钱是为什么给的」; may be left empty. */
  point: Line(0, POINT_MAX),
  explanation: Text(0, EXPLANATION_MAX),
  /** 「在科里：……」: what to do about it tomorrow; may be left empty. */
  practice: Text(0, PRACTICE_MAX),
  rule: CitedRule,
}

const chosen = {
  options: v.pipe(v.array(Option), v.maxLength(OPTIONS_MOST), v.check(distinct)),
  /** What is right. */
  key: v.pipe(v.array(OptionId), v.maxLength(OPTIONS_MOST)),
  /** The options keep their order: 5, 7, 10, 15 days; 「以上都对」. */
  fixedOrder: v.boolean(),
}

const asked = <const T extends v.ObjectEntries>(more: T) =>
  [
    v.strictObject({ ...more, ...explained, ...chosen, kind: v.literal('single'), stem: Text(0, STEM_MAX) }),
    v.strictObject({ ...more, ...explained, ...chosen, kind: v.literal('multiple'), stem: Text(0, STEM_MAX) }),
    v.strictObject({
      ...more,
      ...explained,
      kind: v.literal('true_false'),
      stem: Text(0, STEM_MAX),
      isTrue: v.nullable(v.boolean()),
    }),
  ] as const

/** A question inside a case. */
export const Part = v.variant('kind', asked({ id: PartId }))
export type Part = v.InferOutput<typeof Part>

const placed = {
  topic: Topic,
  /** 1 known by everybody, 2 known by those who read it, 3 asks for judgement. */
  difficulty: v.picklist([1, 2, 3]),
  /** V: the rule's own text was read. M: it has to be confirmed against it before anybody is asked. */
  evidence: v.picklist(['V', 'M']),
}

/**
 * What a writer writes; the same shape in a draft, in a version and in a paper. A draft may have empty places:
 * `unfinishedIn` names them before anybody is asked to review it.
 */
export const QuestionContent = v.variant('kind', [
  ...asked(placed),
  v.strictObject({
    ...placed,
    kind: v.literal('case'),
    /** The story that its questions are about. */
    stem: Text(0, STORY_MAX),
    parts: v.pipe(v.array(Part), v.maxLength(PARTS_MOST), v.check(distinct)),
  }),
])
export type QuestionContent = v.InferOutput<typeof QuestionContent>

export type Difficulty = QuestionContent['difficulty']
export type Evidence = QuestionContent['evidence']

export const difficultyNames: Record<Difficulty, string> = { 1: '易', 2: '中', 3: '难' }
export const evidenceNames: Record<Evidence, string> = { V: '已核原文', M: '待核原文' }

/** Being written; waiting for a second person; may be drawn; not drawn any more. */
export const QuestionState = v.picklist(['draft', 'review', 'published', 'retired'])
export type QuestionState = v.InferOutput<typeof QuestionState>

export const questionStateNames: Record<QuestionState, string> = {
  draft: '在写',
  review: '等复核',
  published: '在用',
  retired: '已停用',
}

const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

export const QUESTION_ACTS = ['write', 'send', 'confirm', 'publish', 'sendBack', 'retire', 'remove'] as const
export type QuestionAct = (typeof QUESTION_ACTS)[number]

/** A question of the bank (题库): its draft, and which of its versions is drawn. */
export const Question = v.object({
  id: QuizQuestionId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** 「T-0131」: counted up as questions are written. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  content: QuestionContent,
  state: QuestionState,
  /** How many versions were published. */
  versions: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The version that is drawn, also while a change to it is being written; null: none. */
  inUse: v.nullable(versionNumber),
  /** Everybody who wrote in it since the last version was published. */
  writers: v.array(StaffId),
  /** Everybody who ever wrote in it. */
  authors: v.array(StaffId),
  /** Who read the rule's own text, and where; null: nobody since the rule or the key changed last. */
  confirmed: v.nullable(v.object({ by: StaffId, at: Instant, source: v.string() })),
  sentBack: v.nullable(v.object({ by: StaffId, at: Instant, reason: v.string() })),
  retired: v.nullable(v.object({ by: StaffId, at: Instant, reason: v.string() })),
  changedAt: Instant,
  changedBy: StaffId,
})
export type Question = v.InferOutput<typeof Question>

/** What was published once never changes: an attempt keeps the version it was given. */
export const QuestionVersion = v.object({
  /** `questionVersionKey` */
  id: v.string(),
  rev: v.number(),
  hospitalId: HospitalId,
  questionId: QuizQuestionId,
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  version: versionNumber,
  content: QuestionContent,
  writers: v.array(StaffId),
  publishedAt: Instant,
  by: StaffId,
})
export type QuestionVersion = v.InferOutput<typeof QuestionVersion>

export const questionVersionKey = (questionId: QuizQuestionId, version: number): string => `${questionId}|${version}`

/** 「T-0131」 */
export const questionNumberInWords = (number: number): string => `T-${String(number).padStart(4, '0')}`
