import * as v from 'valibot'
import { DepartmentId, HospitalId, ImprovementId, SurveyId } from '../ids'
import { Day } from '../instant'
import { Line } from '../text'
import { Quarter } from './quarter'
import { QuestionId } from './question.model'

/** The question whose answers fell below its limit, and in which quarter they did. */
export const ImprovementSource = v.object({ surveyId: SurveyId, questionId: QuestionId, quarter: Quarter })
export type ImprovementSource = v.InferOutput<typeof ImprovementSource>

/** Taken on by somebody; done; or it stays as it is, with the reason. */
export const ImprovementState = v.picklist(['open', 'changed', 'not_changed'])
export type ImprovementState = v.InferOutput<typeof ImprovementState>

/** One sentence in people's own words, without a name. */
export const Said = Line(4, 80)
export const Plan = Line(4, 120)
export const OwnerName = Line(1, 20)
export const Result = Line(4, 120)
export const CheckedBy = Line(2, 40)
export const Reason = Line(4, 120)

/** A promised day that was moved. All of them stay to be seen: 「原定 11 月 15 日」. */
export const MovedDay = v.object({ from: Day, to: Day, reason: Reason, movedOn: Day })
export type MovedDay = v.InferOutput<typeof MovedDay>

/** What people said, and what came of it (您说的，我们改了). */
export const Improvement = v.object({
  id: ImprovementId,
  rev: v.number(),
  hospitalId: HospitalId,
  /** null: from complaints, a round, a word in the corridor. */
  source: v.nullable(ImprovementSource),
  /** Whose matter it is; null: the hospital's. */
  departmentId: v.nullable(DepartmentId),
  said: Said,
  /** How many said so; null: not counted. */
  saidBy: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  /** What is to be done; '' where it stays as it is. */
  plan: v.string(),
  /** Who sees it through; '' where it stays as it is. */
  ownerName: v.string(),
  /** Until when; null where it stays as it is. */
  dueOn: v.nullable(Day),
  moved: v.array(MovedDay),
  state: ImprovementState,
  proposedOn: Day,
  /** Since when it is different; null: it is not. */
  changedOn: v.nullable(Day),
  /** What is different now; '' until it is. */
  result: v.string(),
  /** Who looked whether it is so, and how: 「护理部每周抽 10 份」. */
  checkedBy: v.string(),
  /** Why it stays as it is; '' unless it does. */
  reason: v.string(),
  isPublic: v.boolean(),
})
export type Improvement = v.InferOutput<typeof Improvement>
