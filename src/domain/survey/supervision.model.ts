import * as v from 'valibot'
import { DepartmentId, DutyId, HospitalId, RatingId, StaffId, SurveyId, TermId } from '../ids'
import { Day, Month } from '../instant'
import { Line, Text } from '../text'
import { TEXT_MOST } from './question.model'

export const TermNote = Line(1, 80)

/** The appointment of a supervisor of conduct (行风监督员). Outside of it they rate nothing and write nothing down. */
export const SupervisorTerm = v.object({
  id: TermId,
  rev: v.number(),
  hospitalId: HospitalId,
  staffId: StaffId,
  from: Day,
  to: Day,
  /** 「市人大代表，连任」 */
  note: v.nullable(TermNote),
  /** Ended before its time; null: it runs to its last day. */
  endedOn: v.nullable(Day),
})
export type SupervisorTerm = v.InferOutput<typeof SupervisorTerm>

/** What a supervisor does between ratings (履职). */
export const DutyKind = v.picklist(['inspection', 'meeting', 'training', 'reception'])
export type DutyKind = v.InferOutput<typeof DutyKind>

export const dutyNames: Record<DutyKind, string> = {
  inspection: '明察暗访',
  meeting: '座谈',
  training: '培训',
  reception: '接访',
}

export const MINUTES_MOST = 2000
export const Minutes = Text(2, MINUTES_MOST)

export const Duty = v.object({
  id: DutyId,
  rev: v.number(),
  hospitalId: HospitalId,
  staffId: StaffId,
  kind: DutyKind,
  day: Day,
  /** null: about no department in particular. */
  departmentId: v.nullable(DepartmentId),
  /** What was seen and said; of a meeting its minutes (座谈纪要). */
  text: v.nullable(Minutes),
})
export type Duty = v.InferOutput<typeof Duty>

/** What was seen, where an answer is low. */
export const Evidence = Text(2, TEXT_MOST)

/** What a supervisor found in a department, under their name. Only the survey office reads the name. */
export const SupervisorRating = v.object({
  id: RatingId,
  rev: v.number(),
  hospitalId: HospitalId,
  staffId: StaffId,
  departmentId: DepartmentId,
  surveyId: SurveyId,
  version: v.number(),
  month: Month,
  /** `Answers` as JSON. */
  answers: v.string(),
  /** `Evidence` by question, as JSON. */
  evidence: v.string(),
})
export type SupervisorRating = v.InferOutput<typeof SupervisorRating>
