import * as v from 'valibot'
import { defineActions } from '../contract'
import { StaffNumber } from '../hospital/staff.model'
import { DepartmentId, ExamId, StaffId } from '../ids'
import { Day } from '../instant'
import { Year } from '../survey/quarter'
import { CertificateCode } from './certificate.model'
import { PractisedYear } from './daily.model'
import { StandingName } from './exam.contract'
import { ExamPurpose, StaffGroup } from './exam.model'
import { ShareView, WeakTopicView } from './office.contract'

const count = v.number()

/** What somebody learned in one year (学习档案), as they read it themselves. */
export const LearningRecord = v.object({
  number: StaffNumber,
  name: v.string(),
  departmentName: v.nullable(v.string()),
  groups: v.array(StaffGroup),
  year: Year,
  /** Days with at least one of the five, answers, and those right. */
  practised: PractisedYear,
  exams: v.array(
    v.object({
      examId: ExamId,
      title: v.string(),
      purpose: ExamPurpose,
      standing: StandingName,
      on: v.nullable(Day),
      earned: v.nullable(count),
      possible: v.nullable(count),
    }),
  ),
  live: v.array(v.object({ title: v.string(), on: Day, right: count, asked: count })),
  pledges: v.array(v.object({ title: v.string(), number: count, signedOn: Day })),
  /** Activities with check-in, attended or on duty. */
  lessons: v.array(v.object({ title: v.string(), on: Day, presence: v.picklist(['there', 'on_duty']) })),
  certificates: v.array(v.object({ title: v.string(), passedOn: Day, code: CertificateCode })),
  /** 任前廉政考试, the newest that was passed, of whatever year; null: none. */
  appointment: v.nullable(v.object({ title: v.string(), passedOn: Day })),
})
export type LearningRecord = v.InferOutput<typeof LearningRecord>

/**
 * As the discipline office reads it: that somebody practised and was there, and on which days. What was right outside an
 * exam is their own.
 */
export const OfficeRecord = v.object({
  ...LearningRecord.entries,
  practised: v.pick(PractisedYear, ['days']),
  live: v.array(v.object({ title: v.string(), on: Day })),
})
export type OfficeRecord = v.InferOutput<typeof OfficeRecord>

/** One row of a department's year; shares with what they are shares of. */
export const DepartmentLearning = v.object({
  /** null: of those of no department. */
  id: v.nullable(DepartmentId),
  name: v.string(),
  staff: count,
  /** Who practised at least once; null, as below: too few people for somebody who may not read single results. */
  practised: v.nullable(ShareView),
  /** Handed in, of those invited, over the year's exams. */
  took: v.nullable(ShareView),
  /** Passed, of those handed in. */
  passed: v.nullable(ShareView),
  /** The weakest first; null: too few people for any to be named. */
  weak: v.nullable(v.array(WeakTopicView)),
})
export type DepartmentLearning = v.InferOutput<typeof DepartmentLearning>

/** One line of the annual ethics file (医德考评). */
export const EthicsRow = v.object({
  staffId: StaffId,
  number: StaffNumber,
  name: v.string(),
  departmentName: v.nullable(v.string()),
  daysPractised: count,
  examsInvited: count,
  examsTaken: count,
  examsPassed: count,
  lessons: count,
  pledgeSignedOn: v.nullable(Day),
  certificates: count,
})
export type EthicsRow = v.InferOutput<typeof EthicsRow>

/** Who learned what: one's own, a department's figures, and what goes into the annual ethics file. */
export const recordActions = defineActions({
  myRecord: { input: v.strictObject({ year: Year }), output: LearningRecord, errors: ['auth.forbidden'] },
  personRecord: {
    input: v.strictObject({ staffId: StaffId, year: Year }),
    output: OfficeRecord,
    errors: ['auth.forbidden', 'staff.unknown'],
  },
  departmentLearning: {
    input: v.strictObject({ year: Year }),
    output: v.object({ rows: v.array(DepartmentLearning), whole: DepartmentLearning }),
    errors: ['auth.forbidden'],
  },
  /** Of each group: who passed an exam in that year, of those in it; null where that would tell who did. */
  groupCoverage: {
    input: v.strictObject({ year: Year }),
    output: v.object({ rows: v.array(v.object({ group: StaffGroup, covered: v.nullable(ShareView) })) }),
    errors: ['auth.forbidden'],
  },
  /** By staff number, a page at a time. */
  ethicsFile: {
    input: v.strictObject({ year: Year, after: v.nullable(StaffNumber) }),
    output: v.object({ rows: v.array(EthicsRow), next: v.nullable(StaffNumber) }),
    errors: ['auth.forbidden'],
  },
})
