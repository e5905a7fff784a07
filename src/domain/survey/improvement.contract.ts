import * as v from 'valibot'
import { defineActions } from '../contract'
import { DepartmentId, ImprovementId } from '../ids'
import { Day } from '../instant'
import {
  CheckedBy,
  Improvement,
  ImprovementSource,
  MovedDay,
  OwnerName,
  Plan,
  Reason,
  Result,
  Said,
} from './improvement.model'
import { Quarter } from './quarter'
import { Cell } from './results.contract'
import { Rater } from './survey.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const anImprovement = v.strictObject({ id: ImprovementId, rev: revision })

/** The same question before the change and in the latest quarter that is over since. */
export const Evidence = v.object({
  question: v.string(),
  rater: Rater,
  floor: v.nullable(v.number()),
  before: v.object({ quarter: Quarter, cell: Cell }),
  /** null: no quarter is over since. */
  after: v.nullable(v.object({ quarter: Quarter, cell: Cell })),
  verdict: v.picklist(['not_yet', 'unclear', 'higher', 'lower']),
  /** Whose answers can first show something. */
  seenFrom: Quarter,
})
export type Evidence = v.InferOutput<typeof Evidence>

export const ImprovementRow = v.object({
  ...v.omit(Improvement, ['hospitalId']).entries,
  departmentName: v.nullable(v.string()),
  isOverdue: v.boolean(),
  /** null: it did not come from a question, or nothing was changed yet. */
  evidence: v.nullable(Evidence),
})
export type ImprovementRow = v.InferOutput<typeof ImprovementRow>

/** A question below its limit (改进界限) that waits for somebody to take it on. */
export const Proposal = v.object({
  id: ImprovementId,
  source: ImprovementSource,
  rater: Rater,
  question: v.string(),
  floor: v.number(),
  cell: Cell,
})
export type Proposal = v.InferOutput<typeof Proposal>

export const ImprovementBoard = v.object({
  hospitalName: v.string(),
  /** May one write, or read only. */
  mayWrite: v.boolean(),
  proposals: v.array(Proposal),
  items: v.array(ImprovementRow),
  departments: v.array(v.object({ id: DepartmentId, name: v.string() })),
})
export type ImprovementBoard = v.InferOutput<typeof ImprovementBoard>

/** What anybody may read: no name of a member of staff, no small number. */
export const PublicChange = v.object({
  ...v.pick(Improvement, [
    'id',
    'said',
    'saidBy',
    'plan',
    'dueOn',
    'state',
    'changedOn',
    'result',
    'checkedBy',
    'reason',
  ]).entries,
  moved: v.array(v.omit(MovedDay, ['movedOn'])),
  departmentName: v.nullable(v.string()),
  isOverdue: v.boolean(),
  evidence: v.nullable(Evidence),
})
export type PublicChange = v.InferOutput<typeof PublicChange>

const described = { said: Said, departmentId: v.nullable(DepartmentId), isPublic: v.boolean() }
const counted = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)))
const begun = { id: ImprovementId, source: v.nullable(ImprovementSource), ...described, saidBy: counted }
const beginning = ['auth.forbidden', 'improvement.unknown', 'improvement.taken', 'hospital.department_unknown'] as const
const changing = ['auth.forbidden', 'improvement.unknown', 'data.changed'] as const

/** What answers led to (您说的，我们改了). */
export const improvementActions = defineActions({
  improvements: {
    input: nothing,
    output: ImprovementBoard,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  /** Somebody is responsible until a day. The id is made by the page, or it is the proposal's. */
  takeUpImprovement: {
    input: v.strictObject({ ...begun, plan: Plan, ownerName: OwnerName, dueOn: Day }),
    output: ImprovementRow,
    errors: [...beginning, 'improvement.day_wrong'],
  },
  /** It stays as it is, with the reason. */
  leaveAsIs: {
    input: v.strictObject({ ...begun, reason: Reason }),
    output: ImprovementRow,
    errors: beginning,
  },
  editImprovement: {
    input: v.strictObject({
      ...anImprovement.entries,
      ...described,
      saidBy: counted,
      plan: Plan,
      ownerName: OwnerName,
    }),
    output: ImprovementRow,
    errors: [...changing, 'hospital.department_unknown'],
  },
  moveImprovement: {
    input: v.strictObject({ ...anImprovement.entries, dueOn: Day, reason: Reason }),
    output: ImprovementRow,
    errors: [...changing, 'improvement.finished', 'improvement.day_wrong'],
  },
  reportChange: {
    input: v.strictObject({ ...anImprovement.entries, changedOn: Day, result: Result, checkedBy: CheckedBy }),
    output: ImprovementRow,
    errors: [...changing, 'improvement.finished', 'improvement.day_wrong'],
  },
  giveUpImprovement: {
    input: v.strictObject({ ...anImprovement.entries, reason: Reason }),
    output: ImprovementRow,
    errors: [...changing, 'improvement.finished'],
  },
  /** For everybody: what was said and what came of it, of the hospital or of one department. */
  changed: {
    input: v.strictObject({ departmentId: v.nullable(DepartmentId) }),
    output: v.object({
      hospitalName: v.string(),
      departmentName: v.nullable(v.string()),
      items: v.array(PublicChange),
      /** Departments that something is said about. */
      departments: v.array(v.object({ id: DepartmentId, name: v.string() })),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
})
