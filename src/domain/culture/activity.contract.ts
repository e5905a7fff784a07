import * as v from 'valibot'
import { defineActions } from '../contract'
import { ActivityId, DepartmentId, MediaId } from '../ids'
import { Day, Instant, Month } from '../instant'
import { Line, Text } from '../text'
import { ActivityCount, ActivityFigures, Checklist } from './activity.figures'
import { ActivityKind, ActivityState, Evidence, HeadsBy, Matter, Outcome, Plan } from './activity.model'
import { attendanceActions } from './attendance.contract'
import { MediaLink } from './reader.contract'
import { workActions } from './work.contract'

const revision = v.pipe(v.number(), v.integer(), v.minValue(0))
const anActivity = v.strictObject({ id: ActivityId, rev: revision })
const count = v.number()
const named = v.object({ id: DepartmentId, name: v.string() })

/** An activity as everybody sees it: what was released of it, and no person. */
export const OpenActivity = v.object({
  id: ActivityId,
  matter: Matter,
  title: v.string(),
  day: Day,
  /** null: the whole hospital's. */
  departmentName: v.nullable(v.string()),
  series: v.nullable(v.string()),
  heads: v.nullable(count),
  extra: v.nullable(count),
  text: v.string(),
  photos: count,
})
export type OpenActivity = v.InferOutput<typeof OpenActivity>

export const ActivityCursor = v.strictObject({ day: Day, id: ActivityId })
export type ActivityCursor = v.InferOutput<typeof ActivityCursor>

/** What the person who asks may do with it now. */
export const ActivityAct = v.picklist(['plan', 'finish', 'cancel', 'release', 'takeBack', 'checkIn', 'seeWho'])
export type ActivityAct = v.InferOutput<typeof ActivityAct>

/** An activity in the desk's list. */
export const ActivityRow = v.object({
  id: ActivityId,
  kind: ActivityKind,
  title: v.string(),
  day: Day,
  from: v.nullable(v.string()),
  departmentName: v.nullable(v.string()),
  state: ActivityState,
  /** 人次; null: not counted yet. */
  heads: v.nullable(count),
  /** Everybody sees something of it; `released`: as it stands now. */
  open: v.boolean(),
  released: v.boolean(),
  /** The day is over and nobody said how it went. */
  overdue: v.boolean(),
})
export type ActivityRow = v.InferOutput<typeof ActivityRow>

/** An activity as the desk sees it. Names of those who were there are asked for apart. */
export const ActivityView = v.object({
  id: ActivityId,
  rev: count,
  plan: Plan,
  departmentName: v.nullable(v.string()),
  state: ActivityState,
  outcome: v.nullable(Outcome),
  checkedIn: v.nullable(count),
  /** 人次 by the number that counts. */
  heads: v.nullable(count),
  headsBy: v.nullable(HeadsBy),
  cancelled: v.nullable(v.string()),
  organiserName: v.string(),
  /** When everybody began to see it, and whether it has changed since. */
  release: v.nullable(v.object({ at: Instant, by: v.string(), changedSince: v.boolean() })),
  /** `name`: of a file, as its sender called it. */
  media: v.array(v.object({ ...MediaLink.entries, evidence: Evidence.entries.kind, name: v.string() })),
  /** Of a call for works: how many were handed in. */
  works: v.nullable(count),
  /** A check-in is open now. */
  open: v.boolean(),
  acts: v.array(ActivityAct),
  /** Why a second person has to release it, in a sentence; null: the caller may, or it is released as it is. */
  why: v.nullable(v.string()),
})
export type ActivityView = v.InferOutput<typeof ActivityView>

const changing = ['auth.forbidden', 'activity.unknown', 'data.changed'] as const

const eventActions = defineActions({
  /** What was held, for everybody: the newest day first. */
  activitiesOpen: {
    input: v.strictObject({
      kind: v.nullable(ActivityKind),
      series: v.nullable(Line(1, 20)),
      month: v.nullable(Month),
      after: v.nullable(ActivityCursor),
    }),
    output: v.object({
      hospitalName: v.string(),
      rows: v.array(OpenActivity),
      next: v.nullable(ActivityCursor),
      /** What the list can be narrowed by: the months of the last two years in which something was held. */
      series: v.array(v.string()),
      months: v.array(Month),
      kinds: v.array(ActivityKind),
      /** Of this year, whether released or not. */
      year: v.object({ year: count, ...v.pick(ActivityCount, ['times', 'heads']).entries }),
    }),
    errors: ['hospital.not_founded'],
    identity: 'none',
  },
  activityOpen: {
    input: v.strictObject({ id: ActivityId }),
    output: v.object({
      activity: OpenActivity,
      photos: v.array(v.object({ mediaId: MediaId, url: v.string(), alt: v.string() })),
    }),
    errors: ['hospital.not_founded', 'activity.unknown'],
    identity: 'none',
  },
  /** A month of the desk, in the order of days. */
  activities: {
    input: v.strictObject({ month: Month }),
    output: v.object({
      rows: v.array(ActivityRow),
      /** Whose activities they may write; `wholeHospital`: also the hospital's own. */
      departments: v.array(named),
      wholeHospital: v.boolean(),
      series: v.array(v.string()),
      mayReview: v.boolean(),
    }),
    errors: ['auth.forbidden'],
  },
  activity: {
    input: v.strictObject({ id: ActivityId }),
    output: ActivityView,
    errors: ['auth.forbidden', 'activity.unknown'],
  },
  /** `rev` null begins one; the same again is the same. */
  saveActivity: {
    input: v.strictObject({ id: ActivityId, rev: v.nullable(revision), plan: Plan }),
    output: ActivityView,
    errors: [...changing, 'activity.finished', 'activity.not_yet', 'hospital.department_unknown'],
  },
  /** 办完了, and every change to what came of it. */
  finishActivity: {
    input: v.strictObject({ ...anActivity.entries, outcome: Outcome }),
    output: ActivityView,
    errors: [
      ...changing,
      'activity.finished',
      'activity.not_yet',
      'activity.nothing_counted',
      'activity.evidence_unnamed',
      'media.unknown',
    ],
  },
  /** Also of one that was held: it counts no more, and leaves the public pages. */
  cancelActivity: {
    input: v.strictObject({ ...anActivity.entries, reason: Text(2, 100) }),
    output: ActivityView,
    errors: [...changing, 'activity.finished'],
  },
  releaseActivity: {
    input: anActivity,
    output: ActivityView,
    errors: [...changing, 'activity.not_done', 'activity.own_words'],
  },
  takeActivityBack: { input: anActivity, output: ActivityView, errors: [...changing] },
  /** Checklists and counts of a year, of the departments that the caller looks after. */
  activityBoard: {
    input: v.strictObject({ year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)) }),
    output: v.object({
      hospitalName: v.string(),
      year: count,
      figures: ActivityFigures,
      /** Of every department in the figures, those that were closed since among them. */
      names: v.array(named),
      departments: v.array(v.object({ ...named.entries, checklist: Checklist })),
    }),
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
})

export const activityActions = defineActions({ ...eventActions, ...attendanceActions, ...workActions })
