import * as v from 'valibot'
import { DepartmentId, ExamId, HospitalId, QuizQuestionId, StaffId } from '../ids'
import { Instant } from '../instant'
import { Line, Text } from '../text'
import { Blueprint } from './blueprint.model'
import { Marking } from './paper.model'
import { OptionId, PartId } from './question.model'

/** What it is held for: 任前廉政考试, 季度考试, 新职工考试, or something else. */
export const ExamPurpose = v.picklist(['appointment', 'quarterly', 'newcomers', 'other'])
export type ExamPurpose = v.InferOutput<typeof ExamPurpose>

export const examPurposeNames: Record<ExamPurpose, string> = {
  appointment: '任前廉政考试',
  quarterly: '季度考试',
  newcomers: '新职工考试',
  other: '其他考试',
}

/** Who is looked after with more care: 新提拔, 年轻, 关键岗位, and 新职工. */
export const StaffGroup = v.picklist(['promoted', 'young', 'key_post', 'newcomer'])
export type StaffGroup = v.InferOutput<typeof StaffGroup>

export const staffGroupNames: Record<StaffGroup, string> = {
  promoted: '新提拔干部',
  young: '年轻干部',
  key_post: '关键岗位人员',
  newcomer: '新职工',
}

/** Which groups somebody is in, kept by the discipline office. */
export const GroupMember = v.object({
  /** The person's own id: one list of groups each. */
  id: StaffId,
  rev: v.number(),
  hospitalId: HospitalId,
  groups: v.array(StaffGroup),
  changedAt: Instant,
  changedBy: StaffId,
})
export type GroupMember = v.InferOutput<typeof GroupMember>

/** Who sits it: everybody who works here, or whoever is in one of these departments, groups, or is named. */
export const Audience = v.variant('kind', [
  v.strictObject({ kind: v.literal('everybody') }),
  v.strictObject({
    kind: v.literal('chosen'),
    departments: v.pipe(v.array(DepartmentId), v.maxLength(200)),
    groups: v.pipe(v.array(StaffGroup), v.maxLength(StaffGroup.options.length)),
    people: v.pipe(v.array(StaffId), v.maxLength(500)),
  }),
])
export type Audience = v.InferOutput<typeof Audience>

export const MINUTES_LEAST = 5
export const MINUTES_MOST = 180
export const ATTEMPTS_MOST = 10
export const EXTRA_MINUTES_MOST = 60

const minutes = v.pipe(v.number(), v.integer(), v.minValue(MINUTES_LEAST), v.maxValue(MINUTES_MOST))

/** What the question office decides. */
export const ExamPlan = v.strictObject({
  title: Line(2, 40),
  purpose: ExamPurpose,
  /** Read before beginning; may be empty. */
  notice: Text(0, 300),
  audience: Audience,
  opensAt: Instant,
  /** The last moment for answering, whenever somebody began. */
  closesAt: Instant,
  minutes,
  attempts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(ATTEMPTS_MOST)),
  passPercent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  blueprint: Blueprint,
  marking: Marking,
  /** When candidates see what is right: as soon as they handed in their last attempt, or when nobody can sit it any more. */
  keysShown: v.picklist(['at_once', 'after_close']),
})
export type ExamPlan = v.InferOutput<typeof ExamPlan>

/** How one version is marked from now on: by another key, or as right for everybody. */
export const QuestionCorrection = v.variant('kind', [
  v.strictObject({
    kind: v.literal('keys'),
    questionId: QuizQuestionId,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    keys: v.pipe(
      v.array(v.strictObject({ part: PartId, key: v.pipe(v.array(OptionId), v.minLength(1), v.maxLength(8)) })),
      v.minLength(1),
      v.maxLength(6),
    ),
  }),
  v.strictObject({
    kind: v.literal('everybody'),
    questionId: QuizQuestionId,
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
])
export type QuestionCorrection = v.InferOutput<typeof QuestionCorrection>

/** Made by whoever regrades, before the first attempt: 32 hexadecimal digits. */
export const RegradeId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/), v.brand('RegradeId'))
export type RegradeId = v.InferOutput<typeof RegradeId>

/** A regrade (重新记分): which versions are marked otherwise, who said so, when and why. */
export const Regrade = v.object({
  id: RegradeId,
  by: StaffId,
  at: Instant,
  reason: v.string(),
  corrections: v.array(QuestionCorrection),
})
export type Regrade = v.InferOutput<typeof Regrade>

export const REGRADES_MOST = 30

/** Being planned; announced, and open from `opensAt` to `closesAt`; cancelled. */
export const ExamState = v.picklist(['planned', 'announced', 'cancelled'])
export type ExamState = v.InferOutput<typeof ExamState>

export const Exam = v.object({
  id: ExamId,
  rev: v.number(),
  hospitalId: HospitalId,
  plan: ExamPlan,
  state: ExamState,
  /** Minutes given to everybody who is sitting it, besides those of the plan (全场延长). */
  extraMinutes: v.number(),
  regrades: v.array(Regrade),
  cancelled: v.nullable(v.object({ by: StaffId, at: Instant, reason: v.string() })),
  createdBy: StaffId,
  changedAt: Instant,
  changedBy: StaffId,
})
export type Exam = v.InferOutput<typeof Exam>
