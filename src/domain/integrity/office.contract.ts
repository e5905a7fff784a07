import * as v from 'valibot'
import { Category } from '../complaint/category'
import { defineActions } from '../contract'
import { StaffNumber } from '../hospital/staff.model'
import { DepartmentId, ExamId, QuizQuestionId, StaffId } from '../ids'
import { Instant } from '../instant'
import { Text } from '../text'
import { RegradeEntry } from './attempt.model'
import { Blueprint, Shortage } from './blueprint.model'
import { ExamPhaseName, StandingName } from './exam.contract'
import { Exam, ExamPlan, EXTRA_MINUTES_MOST, QuestionCorrection, RegradeId, StaffGroup } from './exam.model'
import { OptionId, PartId } from './question.model'
import { Topic } from './question.topics'

const nothing = v.strictObject({})
const count = v.number()
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const anExam = v.strictObject({ id: ExamId, rev: revision })
const person = v.object({ name: v.string(), mine: v.boolean() })
const figure = v.nullable(v.number())
const used = { all: count, high: count, low: count }

/** A numerator and its denominator; the page divides. */
export const ShareView = v.object({ part: count, whole: count })

/** A weak topic (薄弱主题), and the complaints of the last twelve months about the same matter; null: not counted there. */
export const WeakTopicView = v.object({
  topic: Topic,
  right: ShareView,
  themes: v.array(Category),
  complaints: v.nullable(count),
})

export const ExamRow = v.object({
  id: ExamId,
  ...v.pick(ExamPlan, ['title', 'purpose', 'opensAt', 'closesAt', 'minutes']).entries,
  phase: ExamPhaseName,
  questions: count,
  /** Handed in, of those invited. */
  took: ShareView,
  passed: ShareView,
})
export type ExamRow = v.InferOutput<typeof ExamRow>

export const ExamView = v.object({
  ...v.pick(Exam, ['id', 'rev', 'plan', 'extraMinutes', 'changedAt']).entries,
  phase: ExamPhaseName,
  cancelled: v.nullable(v.object({ by: person, at: Instant, reason: v.string() })),
  regrades: v.array(
    v.object({
      id: RegradeId,
      by: person,
      at: Instant,
      reason: v.string(),
      /** null: kept from whoever is sitting an exam, because they tell what is right. */
      corrections: v.nullable(v.array(QuestionCorrection)),
      /** Attempts that were marked again so far, and those whose mark changed. */
      looked: count,
      changed: count,
      /** Handed in, and not marked again yet: the same request goes on with them. */
      left: count,
    }),
  ),
  invited: count,
  /** Names of the departments that are invited. */
  departments: v.array(v.string()),
  now: Instant,
})
export type ExamView = v.InferOutput<typeof ExamView>

/** Whether a blueprint can be met, and how many questions fit each of its cells. */
export const BlueprintCheck = v.object({
  fitting: v.array(count),
  shortage: v.nullable(Shortage),
  /** Why not, in a sentence. */
  why: v.nullable(v.string()),
})
export type BlueprintCheck = v.InferOutput<typeof BlueprintCheck>

/** One seat on the room's screen: a number, and no name. */
export const RoomSeat = v.object({ number: count, state: v.picklist(['not_begun', 'sitting', 'handed_in']) })

export const ItemView = v.object({
  questionId: QuizQuestionId,
  version: count,
  number: count,
  stem: v.string(),
  topic: Topic,
  rule: v.object({ document: v.string(), article: v.string() }),
  n: count,
  right: ShareView,
  /** 95 per cent, 0–1; null where nobody was asked. */
  rightWithin: v.nullable(v.object({ lower: v.number(), upper: v.number() })),
  /** Per cent, as Moodle defines them; null below the least number of people. */
  facility: figure,
  sd: figure,
  discrimination: figure,
  efficiency: figure,
  /** null also where people were asked different questions. */
  effectiveWeight: figure,
  /** The more somebody knows, the likelier they miss it. */
  misleading: v.boolean(),
  /** Who chose what (选项使用), by part of the question; null below the least number of people. */
  use: v.nullable(
    v.array(
      v.object({
        part: PartId,
        /** So many are among the best papers, and as many among the worst. */
        group: count,
        options: v.array(v.object({ option: OptionId, text: v.string(), right: v.boolean(), ...used })),
        none: v.object(used),
      }),
    ),
  ),
})
export type ItemView = v.InferOutput<typeof ItemView>

export const ExamFiguresView = v.object({
  invited: count,
  /** Of those invited. */
  notHandedIn: count,
  /** Of those invited: with no attempt so far. */
  notPassed: count,
  handedIn: count,
  /** With the best attempt of each, of those who handed in. */
  passed: ShareView,
  passedWithin: v.nullable(v.object({ lower: v.number(), upper: v.number() })),
  /** The first attempt of each who handed in, like all that follows; 0–100, the lowest first; no names. */
  scores: v.array(v.number()),
  median: figure,
  lowerQuartile: figure,
  upperQuartile: figure,
  /** Milliseconds. */
  medianTime: figure,
  whole: v.nullable(
    v.object({
      mean: figure,
      sd: figure,
      skewness: figure,
      kurtosis: figure,
      cic: figure,
      errorRatio: figure,
      standardError: figure,
    }),
  ),
  items: v.array(ItemView),
  /** The weakest first; null: too few people for any to be named. */
  weak: v.nullable(v.array(WeakTopicView)),
})
export type ExamFiguresView = v.InferOutput<typeof ExamFiguresView>

export const CandidateRow = v.object({
  staffId: StaffId,
  /** Their number on the screen of the room. */
  seat: count,
  number: StaffNumber,
  name: v.string(),
  departmentName: v.nullable(v.string()),
  standing: StandingName,
  used: count,
  best: v.nullable(v.object({ no: count, earned: count, possible: count, passed: v.boolean() })),
  leaves: count,
  regrades: v.array(v.omit(RegradeEntry, ['by'])),
})
export type CandidateRow = v.InferOutput<typeof CandidateRow>

export const GroupRow = v.object({
  staffId: StaffId,
  number: StaffNumber,
  name: v.string(),
  departmentName: v.nullable(v.string()),
  rev: v.nullable(revision),
  groups: v.array(StaffGroup),
})
export type GroupRow = v.InferOutput<typeof GroupRow>

const examErrors = ['auth.forbidden', 'exam.unknown', 'data.changed'] as const

/** Planning exams, watching the room, reading what they show. */
export const officeActions = defineActions({
  exams: { input: nothing, output: v.object({ rows: v.array(ExamRow) }), errors: ['auth.forbidden'] },
  exam: { input: v.strictObject({ id: ExamId }), output: ExamView, errors: ['auth.forbidden', 'exam.unknown'] },
  /** Departments that can be invited, with how many work there. */
  examDepartments: {
    input: nothing,
    output: v.object({ rows: v.array(v.object({ id: DepartmentId, name: v.string(), staff: count })) }),
    errors: ['auth.forbidden'],
  },
  checkBlueprint: {
    input: v.strictObject({ blueprint: Blueprint }),
    output: BlueprintCheck,
    errors: ['auth.forbidden'],
  },
  /** `rev` null plans a new one. */
  saveExam: {
    input: v.strictObject({ id: ExamId, rev: v.nullable(revision), plan: ExamPlan }),
    output: ExamView,
    errors: [...examErrors, 'exam.plan_unsound', 'exam.blueprint_unmet', 'exam.begun'],
  },
  announceExam: {
    input: anExam,
    output: ExamView,
    errors: [...examErrors, 'exam.plan_unsound', 'exam.blueprint_unmet', 'exam.cancelled'],
  },
  cancelExam: {
    input: v.strictObject({ ...anExam.entries, reason: Text(2, 200) }),
    output: ExamView,
    errors: [...examErrors],
  },
  /** To so many extra minutes in all: a second tap adds nothing. */
  extendExam: {
    input: v.strictObject({
      ...anExam.entries,
      extraMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(EXTRA_MINUTES_MOST)),
    }),
    output: ExamView,
    errors: [...examErrors, 'exam.not_open', 'exam.extension_wrong'],
  },
  /** For the screen of the room: who is there and who has handed in, by seat number; no scores. */
  examRoom: {
    input: v.strictObject({ id: ExamId }),
    output: v.object({
      title: v.string(),
      phase: ExamPhaseName,
      seats: v.array(RoomSeat),
      closesAt: Instant,
      now: Instant,
    }),
    errors: ['auth.forbidden', 'exam.unknown'],
  },
  examCandidates: {
    input: v.strictObject({ id: ExamId, after: v.nullable(StaffNumber) }),
    output: v.object({ rows: v.array(CandidateRow), next: v.nullable(StaffNumber) }),
    errors: ['auth.forbidden', 'exam.unknown'],
  },
  /** Question by question: like the bank, closed to whoever is sitting an exam. */
  examFigures: {
    input: v.strictObject({ id: ExamId }),
    output: ExamFiguresView,
    errors: ['auth.forbidden', 'question.sitting', 'exam.unknown'],
  },
  /** Marks some versions otherwise, with a reason that candidates read; attempts follow, a page at a time. */
  regradeExam: {
    input: v.strictObject({
      ...anExam.entries,
      regradeId: RegradeId,
      reason: Text(4, 300),
      corrections: v.pipe(v.array(QuestionCorrection), v.minLength(1), v.maxLength(20)),
    }),
    output: ExamView,
    errors: [...examErrors, 'question.sitting', 'exam.not_announced', 'exam.too_many_regrades', 'question.unknown'],
  },
  /** 新提拔, 年轻, 关键岗位, 新职工. By staff number, a page at a time; `group` null: everybody. */
  groupMembers: {
    input: v.strictObject({ group: v.nullable(StaffGroup), after: v.nullable(StaffNumber) }),
    output: v.object({ rows: v.array(GroupRow), next: v.nullable(StaffNumber) }),
    errors: ['auth.forbidden'],
  },
  setGroups: {
    input: v.strictObject({
      staffId: StaffId,
      rev: v.nullable(revision),
      groups: v.pipe(v.array(StaffGroup), v.maxLength(StaffGroup.options.length)),
    }),
    output: GroupRow,
    errors: ['auth.forbidden', 'staff.unknown', 'data.changed'],
  },
})
