import * as v from 'valibot'
import { defineActions } from '../contract'
import { DepartmentId, DutyId, RatingId, StaffId, SurveyId, TermId } from '../ids'
import { Day, Month } from '../instant'
import { OpenSurvey, Thanks } from './answering.contract'
import { QuestionId, QUESTIONS_MOST, SentAnswers } from './question.model'
import { Duty, DutyKind, Evidence, Minutes, SupervisorTerm, TermNote } from './supervision.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const count = v.number()

/** An appointment and whether it holds today. */
export const TermRow = v.object({
  ...v.omit(SupervisorTerm, ['hospitalId', 'staffId']).entries,
  isInForce: v.boolean(),
})
export type TermRow = v.InferOutput<typeof TermRow>

export const DutyRow = v.object({
  ...v.omit(Duty, ['hospitalId', 'staffId', 'rev']).entries,
  departmentName: v.nullable(v.string()),
})
export type DutyRow = v.InferOutput<typeof DutyRow>

/** Duties done, by kind. */
export const DutyCounts = v.object({ inspection: count, meeting: count, training: count, reception: count })
export type DutyCounts = v.InferOutput<typeof DutyCounts>

/** One question of a rating, as people read it. */
export const RatedItem = v.object({
  questionId: QuestionId,
  question: v.string(),
  /** The chosen option's words, the number, or what was written. */
  answer: v.string(),
  /** 0–100; null: it has none. */
  score: v.nullable(v.number()),
  isLow: v.boolean(),
  evidence: v.nullable(v.string()),
})
export type RatedItem = v.InferOutput<typeof RatedItem>

/** What was found in a department in one month. Who found it is said to the survey office alone. */
export const RatingRow = v.object({
  id: RatingId,
  month: Month,
  departmentId: DepartmentId,
  departmentName: v.string(),
  byName: v.nullable(v.string()),
  items: v.array(RatedItem),
})
export type RatingRow = v.InferOutput<typeof RatingRow>

/** What was low last time, and what the department says it did about it (上次问题整改). */
export const LastFinding = v.object({
  month: Month,
  ...v.omit(RatedItem, ['score', 'isLow']).entries,
  mended: v.nullable(
    v.object({
      plan: v.string(),
      /** What is different now, or why it stays; '': not done yet. */
      result: v.string(),
      state: v.picklist(['open', 'changed', 'not_changed']),
      dueOn: v.nullable(Day),
    }),
  ),
})
export type LastFinding = v.InferOutput<typeof LastFinding>

/** Of one supervisor, for the office. Duties and ratings are those of the latest appointment. */
export const SupervisorRow = v.object({
  staffId: StaffId,
  name: v.string(),
  /** The latest first. */
  terms: v.array(TermRow),
  duties: DutyCounts,
  ratings: count,
})
export type SupervisorRow = v.InferOutput<typeof SupervisorRow>

const appointed = { from: Day, to: Day, note: v.nullable(TermNote) }
const skip = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))

const inTerm = ['auth.forbidden', 'supervision.no_term'] as const

/** What a supervisor does, and what a department reads of it. */
export const supervisorActions = defineActions({
  /** A supervisor's own page: their appointment, what they did in it, and how far this month's ratings are. */
  supervision: {
    input: nothing,
    output: v.object({
      name: v.string(),
      hospitalName: v.string(),
      /** That of today, else the latest; null: never appointed. */
      term: v.nullable(TermRow),
      duties: v.array(DutyRow),
      counts: DutyCounts,
      rated: count,
      rateable: count,
    }),
    errors: ['auth.forbidden'],
  },
  recordDuty: {
    input: v.pipe(
      v.strictObject({
        id: DutyId,
        kind: DutyKind,
        day: Day,
        departmentId: v.nullable(DepartmentId),
        text: v.nullable(Minutes),
      }),
      v.forward(
        v.check(({ kind, text }) => kind !== 'meeting' || text !== null),
        ['text'],
      ),
    ),
    output: DutyRow,
    errors: [...inTerm, 'hospital.department_unknown', 'supervision.day_outside', 'request.reused'],
  },
  /** Takes back a duty of one's own that was written down by mistake. */
  removeDuty: {
    input: v.strictObject({ id: DutyId }),
    output: v.object({}),
    errors: [...inTerm, 'supervision.duty_unknown'],
  },
  /** What may be rated this month. `survey` null: none is asked at present. */
  rateable: {
    input: nothing,
    output: v.object({
      month: Month,
      survey: v.nullable(OpenSurvey),
      departments: v.array(v.object({ id: DepartmentId, name: v.string(), done: v.boolean() })),
    }),
    errors: inTerm,
  },
  /** What was low when this department was last rated, in an earlier month, by anybody. */
  lastFindings: {
    input: v.strictObject({ departmentId: DepartmentId }),
    output: v.object({ findings: v.array(LastFinding) }),
    errors: [...inTerm, 'hospital.department_unknown'],
  },
  /** Once for a department and month. Each low answer needs what was seen. */
  rateDepartment: {
    input: v.strictObject({
      id: RatingId,
      surveyId: SurveyId,
      version: v.pipe(v.number(), v.integer(), v.minValue(1)),
      departmentId: DepartmentId,
      answers: SentAnswers,
      evidence: v.pipe(
        v.record(v.string(), Evidence),
        v.check((evidence) => Object.keys(evidence).length <= QUESTIONS_MOST),
      ),
    }),
    output: Thanks,
    errors: [
      ...inTerm,
      'hospital.department_unknown',
      'survey.own_department',
      'survey.not_open',
      'survey.answer_refused',
      'survey.full',
      'supervision.evidence_missing',
      'supervision.rated',
    ],
  },
  /** What supervisors found in one's own department, without who found it. */
  foundInMine: {
    input: nothing,
    output: v.object({ departmentName: v.string(), rows: v.array(RatingRow) }),
    errors: ['auth.forbidden'],
  },
})

/** The survey office (满意度专员) appoints supervisors and reads what they did. */
export const appointmentActions = defineActions({
  /** Everybody who holds the role, or was appointed once. */
  supervisors: {
    input: nothing,
    output: v.object({ rows: v.array(SupervisorRow) }),
    errors: ['auth.forbidden'],
  },
  appointSupervisor: {
    input: v.pipe(
      v.strictObject({ id: TermId, staffId: StaffId, ...appointed }),
      v.forward(
        v.check(({ from, to }) => from <= to),
        ['to'],
      ),
    ),
    output: TermRow,
    errors: ['auth.forbidden', 'supervision.not_a_supervisor', 'supervision.terms_overlap', 'request.reused'],
  },
  changeTerm: {
    input: v.pipe(
      v.strictObject({ id: TermId, rev: revision, ...appointed }),
      v.forward(
        v.check(({ from, to }) => from <= to),
        ['to'],
      ),
    ),
    output: TermRow,
    errors: [
      'auth.forbidden',
      'supervision.term_unknown',
      'supervision.term_over',
      'supervision.terms_overlap',
      'data.changed',
    ],
  },
  /** From this moment on they rate nothing and write nothing down. */
  endTerm: {
    input: v.strictObject({ id: TermId, rev: revision }),
    output: TermRow,
    errors: ['auth.forbidden', 'supervision.term_unknown', 'data.changed'],
  },
  /** The latest first; of one supervisor, or of all. */
  dutiesDone: {
    input: v.strictObject({ staffId: v.nullable(StaffId), skip }),
    output: v.object({
      rows: v.array(v.object({ ...DutyRow.entries, byName: v.string() })),
      total: count,
    }),
    errors: ['auth.forbidden'],
  },
  /** The latest month first; about one department, or all. */
  ratingsGiven: {
    input: v.strictObject({ departmentId: v.nullable(DepartmentId), skip }),
    output: v.object({ rows: v.array(RatingRow), total: count }),
    errors: ['auth.forbidden'],
  },
})

/** 行风监督员: their term, their duties, their ratings. */
export const supervisionActions = defineActions({ ...supervisorActions, ...appointmentActions })
