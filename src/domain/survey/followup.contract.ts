import * as v from 'valibot'
import { defineActions } from '../contract'
import { SupervisionContact } from '../hospital/hospital.model'
import { DepartmentId, EventId, FollowUpId } from '../ids'
import { Day, Instant, Month } from '../instant'
import { Line, PhoneNumber } from '../text'
import { Submission, VisitLink } from './answering.contract'
import { CallAttempt, CallOutcome, Course, FollowUp, FollowUpImport, PatientName } from './followup.model'
import { Form } from './question.model'

const nothing = v.strictObject({})
const count = v.number()

/** Which of them: due by today, late, not due yet, or done. */
export const FollowUpView = v.picklist(['due', 'overdue', 'later', 'done'])
export type FollowUpView = v.InferOutput<typeof FollowUpView>

/** One line of the worklist. */
export const FollowUpRow = v.object({
  ...v.pick(FollowUp, ['id', 'departmentId', 'dischargedOn', 'course', 'dueOn', 'stage', 'outcome', 'doneOn']).entries,
  /** 「李**」; null: erased. */
  maskedName: v.nullable(v.string()),
  departmentName: v.string(),
  /** How often it was rung. */
  attempts: count,
})
export type FollowUpRow = v.InferOutput<typeof FollowUpRow>

export const FollowUpPage = v.object({
  rows: v.array(FollowUpRow),
  /** Where the following ones begin; null: there are none. */
  next: v.nullable(count),
  counts: v.object({ overdue: count, today: count, later: count }),
  departments: v.array(v.object({ id: DepartmentId, name: v.string(), retired: v.boolean() })),
})
export type FollowUpPage = v.InferOutput<typeof FollowUpPage>

/** One of them with whatever a call needs. */
export const FollowUpDetail = v.object({
  ...FollowUpRow.entries,
  /** null: erased. */
  name: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  calls: v.array(v.object({ ...v.pick(CallAttempt, ['id', 'day', 'outcome']).entries, byName: v.string() })),
  answered: v.boolean(),
  /** The last call may be taken back. */
  mayUndo: v.boolean(),
  /** Once more in vain, and it may be closed as 未接通. */
  mayClose: v.boolean(),
  /** Opens the questionnaire on the patient's own phone. */
  link: VisitLink,
  /** What is asked now; null: nothing, or a sheet is there already. */
  survey: v.nullable(v.object({ ...v.pick(Submission, ['surveyId', 'version']).entries, form: Form })),
  hospitalName: v.string(),
  contacts: v.array(SupervisionContact),
})
export type FollowUpDetail = v.InferOutput<typeof FollowUpDetail>

export const DISCHARGES_AT_ONCE = 200
export const FOLLOW_UPS_PAGE = 50

/** A line of a file of discharges. */
export const DischargeRow = v.strictObject({
  /** Line of the file. */
  row: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  name: PatientName,
  phone: PhoneNumber,
  dischargedOn: Day,
  departmentId: DepartmentId,
  course: Course,
  /** 住院号: told apart by it, and never stored. */
  number: v.nullable(Line(1, 40)),
})
export type DischargeRow = v.InferOutput<typeof DischargeRow>

export const ImportedDischarge = v.object({
  row: v.number(),
  outcome: v.picklist(['added', 'known', 'refused']),
  /** Why it was refused. */
  code: v.nullable(v.literal('hospital.department_unknown')),
})
export type ImportedDischarge = v.InferOutput<typeof ImportedDischarge>

export const PastFollowUpImport = v.object({
  ...v.pick(FollowUpImport, ['id', 'fileName', 'importedAt', 'undoneAt']).entries,
  importedByName: v.string(),
  /** How many came from it and are still there. */
  rows: count,
  undoUntil: Instant,
})
export type PastFollowUpImport = v.InferOutput<typeof PastFollowUpImport>

/** Followed up and in time, of those that were due. */
export const FollowUpTally = v.object({ due: count, followed: count, timely: count, refused: count, unreached: count })

export const FollowUpRates = v.object({
  month: Month,
  /** Up to this day: a month that is not over counts what was due by today. */
  through: Day,
  total: FollowUpTally,
  departments: v.array(v.object({ id: DepartmentId, name: v.string(), ...FollowUpTally.entries })),
})
export type FollowUpRates = v.InferOutput<typeof FollowUpRates>

const which = { id: FollowUpId }
const BatchId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

/** Those who were discharged, and the calls to them (随访). */
export const followUpActions = defineActions({
  followUps: {
    input: v.strictObject({
      view: FollowUpView,
      departmentId: v.nullable(DepartmentId),
      skip: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    }),
    output: FollowUpPage,
    errors: ['auth.forbidden'],
  },
  followUp: {
    input: v.strictObject(which),
    output: FollowUpDetail,
    errors: ['auth.forbidden', 'survey.follow_up_unknown'],
  },
  /** What came of a call, with the answers where there are any. Sent again it is the same call. */
  recordCall: {
    input: v.strictObject({
      ...which,
      attemptId: EventId,
      outcome: CallOutcome,
      /** With 未接通: nobody will ring again. */
      closes: v.boolean(),
      answers: v.nullable(Submission),
    }),
    output: FollowUpDetail,
    errors: [
      'auth.forbidden',
      'input.invalid',
      'survey.follow_up_unknown',
      'survey.follow_up_closed',
      'survey.follow_up_too_early',
      'survey.follow_up_too_often',
      'survey.not_open',
      'survey.answer_refused',
      'survey.full',
    ],
  },
  /** Takes the last call back, while no answers were written with it. */
  undoCall: {
    input: v.strictObject({ ...which, attemptId: EventId }),
    output: FollowUpDetail,
    errors: ['auth.forbidden', 'survey.follow_up_unknown', 'survey.follow_up_settled'],
  },
  /**
   * A part of a file of discharges. With `dryRun` nothing is written. Those that are known already are left as they are:
   * the same file twice adds nobody.
   */
  importFollowUps: {
    input: v.strictObject({
      batchId: BatchId,
      fileName: Line(1, 120),
      dryRun: v.boolean(),
      rows: v.pipe(v.array(DischargeRow), v.minLength(1), v.maxLength(DISCHARGES_AT_ONCE)),
    }),
    output: v.object({ rows: v.array(ImportedDischarge) }),
    errors: [
      'auth.forbidden',
      'hospital.not_founded',
      'survey.discharge_day',
      'survey.import_unknown',
      'survey.import_undone',
    ],
  },
  /** The latest, newest first. */
  followUpImports: {
    input: nothing,
    output: v.object({ rows: v.array(PastFollowUpImport) }),
    errors: ['auth.forbidden'],
  },
  /** Takes an import back; those of whom something was recorded stay. */
  undoFollowUps: {
    input: v.strictObject({ batchId: BatchId }),
    output: v.object({ removed: count, kept: count }),
    errors: ['auth.forbidden', 'survey.import_unknown', 'survey.import_closed'],
  },
  followUpRates: {
    input: v.strictObject({ month: Month }),
    output: FollowUpRates,
    errors: ['auth.forbidden'],
  },
})
