import * as v from 'valibot'
import { defineActions } from '../contract'
import { ExamId } from '../ids'
import { Day, Instant } from '../instant'
import { Leaves, SentAnswer } from './attempt.model'
import { DRAWN_MOST } from './blueprint.model'
import { Certificate, CertificateCode } from './certificate.model'
import { ExamPlan } from './exam.model'
import { PARTS_MOST } from './question.model'
import { PaperView, SavedView } from './paper.view'
import { ResultView } from './result.view'

const nothing = v.strictObject({})
const count = v.number()

export const ExamPhaseName = v.picklist(['planned', 'coming', 'open', 'over', 'cancelled'])
export const StandingName = v.picklist(['not_invited', 'not_begun', 'sitting', 'missed', 'failed', 'passed'])

/** An exam as a candidate meets it, before its paper. */
export const ExamCard = v.object({
  id: ExamId,
  ...v.pick(ExamPlan, [
    'title',
    'purpose',
    'notice',
    'opensAt',
    'closesAt',
    'minutes',
    'attempts',
    'passPercent',
    'keysShown',
  ]).entries,
  questions: count,
  phase: ExamPhaseName,
  /** Why it was cancelled; null: it was not. */
  cancelled: v.nullable(v.string()),
  standing: StandingName,
  /** Begun so far. */
  used: count,
  /** Being sat, on this device or another; null: none. */
  openNo: v.nullable(count),
  best: v.nullable(v.object({ no: count, earned: count, possible: count, passed: v.boolean() })),
  now: Instant,
})
export type ExamCard = v.InferOutput<typeof ExamCard>

const anAttempt = { examId: ExamId, no: v.pipe(v.number(), v.integer(), v.minValue(1)) }

/** A client that sends a key or a score besides is not refused: what it sends is not looked at. */
const sent = v.object({
  ...anAttempt,
  answers: v.pipe(v.array(SentAnswer), v.maxLength(DRAWN_MOST * PARTS_MOST)),
  leaves: v.nullable(Leaves),
})

export const CertificateView = v.pick(Certificate, ['name', 'departmentName', 'title', 'purpose', 'passedOn', 'code'])
export type CertificateView = v.InferOutput<typeof CertificateView>

/** What a certificate's code proves. */
export const ProvenCertificate = v.object({
  hospitalName: v.string(),
  name: v.string(),
  departmentName: v.nullable(v.string()),
  title: v.string(),
  passedOn: Day,
  /** Passed; passed by somebody who is not here any more; taken back by a regrade. */
  standing: v.picklist(['valid', 'left', 'withdrawn']),
})
export type ProvenCertificate = v.InferOutput<typeof ProvenCertificate>

/** Sitting an exam. Whose attempt it is comes from who calls, and from nothing they send. */
export const examActions = defineActions({
  /** Those one is invited to or has sat; the open ones first. */
  myExams: { input: nothing, output: v.object({ rows: v.array(ExamCard) }), errors: ['auth.forbidden'] },
  /** Draws a paper, or goes on with the one that is open, on whatever device it was begun. */
  beginExam: {
    input: v.strictObject({ examId: ExamId }),
    output: PaperView,
    errors: [
      'auth.forbidden',
      'exam.unknown',
      'exam.not_open',
      'exam.over',
      'exam.cancelled',
      'exam.not_invited',
      'exam.attempts_used',
      'exam.cannot_draw',
      'system.busy',
    ],
  },
  /** What is being sat, as it was saved last. */
  openPaper: {
    input: v.strictObject(anAttempt),
    output: PaperView,
    errors: ['auth.forbidden', 'attempt.unknown', 'attempt.submitted'],
  },
  /** Autosave, of one answer or of all: later numbers win, and the same again changes nothing. */
  saveAnswers: {
    input: sent,
    output: v.object({
      /** Everything that is saved, also from another device. */
      saved: v.array(SavedView),
      lastSeq: count,
      leaves: count,
      endsAt: Instant,
      now: Instant,
    }),
    errors: [
      'auth.forbidden',
      'attempt.unknown',
      'attempt.submitted',
      'attempt.time_up',
      'exam.cancelled',
      'data.changed',
    ],
  },
  /** With whatever was not saved yet. Again it stays what was handed in first; too late, what was saved. */
  submitExam: {
    input: sent,
    output: ResultView,
    errors: ['auth.forbidden', 'attempt.unknown', 'exam.cancelled', 'data.changed'],
  },
  examResult: {
    input: v.strictObject(anAttempt),
    output: ResultView,
    errors: ['auth.forbidden', 'attempt.unknown', 'attempt.not_submitted'],
  },
  myCertificate: {
    input: v.strictObject({ examId: ExamId }),
    output: CertificateView,
    errors: ['auth.forbidden', 'exam.unknown', 'certificate.not_passed', 'system.busy'],
  },
  verifyCertificate: {
    input: v.strictObject({ code: CertificateCode }),
    output: ProvenCertificate,
    errors: ['hospital.not_founded', 'certificate.code_unknown'],
    identity: 'none',
  },
})
