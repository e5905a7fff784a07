import * as v from 'valibot'
import { ActivityId, DepartmentId, HospitalId, StaffId, WorkId } from '../ids'
import { Day, Instant } from '../instant'
import { Line } from '../text'
import { WorkKind } from './activity.model'
import { Block } from './block.model'

export const WORK_TITLE_MAX = 30
export const CREDIT_MAX = 30
const WORK_BLOCKS_MAX = 40

/** What a work is made of: words and pictures, nothing that leads elsewhere. */
export const WorkBlocks = v.pipe(
  v.array(Block),
  v.maxLength(WORK_BLOCKS_MAX),
  v.check((blocks) => blocks.every(({ kind }) => kind !== 'link' && kind !== 'audio')),
)

/** What the author writes. */
export const WorkContent = v.strictObject({
  kind: WorkKind,
  title: Line(1, WORK_TITLE_MAX),
  /** As the author wishes to be named: a name, a pen name, 「呼吸科一位护士」. */
  credit: Line(1, CREDIT_MAX),
  blocks: WorkBlocks,
  /** The call for works it answers; null: none. */
  activityId: v.nullable(ActivityId),
})
export type WorkContent = v.InferOutput<typeof WorkContent>

/** Handed in; in the gallery; back at its author; taken away by its author, or taken down with a reason. */
export const WorkState = v.picklist(['submitted', 'shown', 'sent_back', 'withdrawn'])
export type WorkState = v.InferOutput<typeof WorkState>

export const workStateNames: Record<WorkState, string> = {
  submitted: '等人看',
  shown: '在展出',
  sent_back: '退回改',
  withdrawn: '撤下了',
}

/** A work of somebody who works here (作品). It is shown only with consent and after a second person looked at it. */
export const Work = v.object({
  id: WorkId,
  rev: v.number(),
  hospitalId: HospitalId,
  content: WorkContent,
  kind: WorkKind,
  activityId: v.nullable(ActivityId),
  author: StaffId,
  departmentId: v.nullable(DepartmentId),
  state: WorkState,
  submittedAt: Instant,
  shownOn: v.nullable(Day),
  shownBy: v.nullable(StaffId),
  /** Why it came back or was taken down. */
  said: v.nullable(v.object({ reason: v.string(), by: StaffId, at: Instant })),
})
export type Work = v.InferOutput<typeof Work>
