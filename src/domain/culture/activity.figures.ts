import type { DepartmentId } from '../ids'
import { type Day, type Month, mondayOf } from '../instant'
import * as v from 'valibot'
import { Activity, ActivityKind, Heads, HeadsBy, Matter, SevenOne, TenClean } from './activity.model'
import { headsOf } from './activity.rules'

/** Enough of an activity to count it by. */
export const CountedActivity = v.object({
  ...v.pick(Activity, ['id', 'rev', 'kind', 'day', 'month', 'departmentId', 'state', 'checkedIn']).entries,
  plan: v.object({ matter: Matter }),
  outcome: v.nullable(v.object({ entered: v.nullable(Heads), headsBy: HeadsBy, extra: v.nullable(Heads) })),
})
export type CountedActivity = v.InferOutput<typeof CountedActivity>

/** Fields of a stored activity that `CountedActivity` reads. */
export const countedFields: readonly string[] = [
  'id',
  'rev',
  'kind',
  'day',
  'month',
  'departmentId',
  'state',
  'checkedIn',
  'plan.matter',
  'outcome.entered',
  'outcome.headsBy',
  'outcome.extra',
]

/** A sum of numbers some of which nobody wrote down: `of` how many activities `known` have one. */
export const Sum = v.object({ sum: v.nullable(v.number()), known: v.number(), of: v.number() })
export type Sum = v.InferOutput<typeof Sum>

const sumOf = (values: readonly (number | null)[]): Sum => {
  const known = values.filter((value) => value !== null)
  return {
    sum: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    known: known.length,
    of: values.length,
  }
}

/** 场次 and 人次 of some activities; `extra` is what their kind counts besides (服务群众, 反思材料 …). */
export const ActivityCount = v.object({ times: v.number(), heads: Sum, extra: Sum })
export type ActivityCount = v.InferOutput<typeof ActivityCount>

/** Of activities that were held; planned and cancelled ones are not counted. */
export const countActivities = (activities: readonly CountedActivity[]): ActivityCount => {
  const held = activities.filter(({ state }) => state === 'done')
  return {
    times: held.length,
    heads: sumOf(held.map(headsOf)),
    extra: sumOf(held.map(({ outcome }) => outcome?.extra ?? null)),
  }
}

/** How many of how many. Where nothing is due there is no figure: null, never 0. */
export const Share = v.object({ done: v.number(), due: v.number() })
export type Share = v.InferOutput<typeof Share>

/** What a department has done of what each department does in a year. */
export const Checklist = v.object({
  /** 廉晨课: weeks with a lesson of the weeks that were due (开课率); null: none was due yet. */
  lessons: v.nullable(Share),
  /** Mondays of the weeks without one, the latest first. */
  lessonGaps: v.array(v.string()),
  /** Whether this week's lesson was held. */
  lessonThisWeek: v.boolean(),
  /** Of the ten, those still to be done (十清廉). */
  tenClean: Share,
  tenCleanGaps: v.array(TenClean),
  sevenOnes: Share,
  sevenOneGaps: v.array(SevenOne),
})
export type Checklist = v.InferOutput<typeof Checklist>

interface Due {
  /** Mondays of the weeks in which a lesson was due. */
  readonly weeks: readonly Day[]
  readonly today: Day
}

/** `activities` are one department's of one year. The same item twice is one item. */
export const checklistOf = (activities: readonly CountedActivity[], { weeks, today }: Due): Checklist => {
  const held = activities.filter(({ state }) => state === 'done')
  const taught = new Set(held.filter(({ kind }) => kind === 'morning_lesson').map(({ day }) => mondayOf(day)))
  const clean = new Set<TenClean>()
  const ones = new Set<SevenOne>()
  for (const { plan } of held) {
    if (plan.matter.kind === 'ten_clean') clean.add(plan.matter.item)
    if (plan.matter.kind === 'seven_ones') ones.add(plan.matter.item)
  }
  const gaps = weeks.filter((monday) => !taught.has(monday))
  return {
    lessons: weeks.length === 0 ? null : { done: weeks.length - gaps.length, due: weeks.length },
    lessonGaps: [...gaps].reverse(),
    lessonThisWeek: taught.has(mondayOf(today)),
    tenClean: { done: clean.size, due: TenClean.options.length },
    tenCleanGaps: TenClean.options.filter((item) => !clean.has(item)),
    sevenOnes: { done: ones.size, due: SevenOne.options.length },
    sevenOneGaps: SevenOne.options.filter((item) => !ones.has(item)),
  }
}

/** What reports say of activities in a span of months. */
export const ActivityFigures = v.object({
  months: v.array(v.string()),
  total: ActivityCount,
  /** Every kind, also those that were not held; its counts month by month. */
  kinds: v.array(v.object({ kind: ActivityKind, count: ActivityCount, months: v.array(ActivityCount) })),
  /** By department; null: the whole hospital's own. */
  departments: v.array(
    v.object({ departmentId: Activity.entries.departmentId, count: ActivityCount, months: v.array(ActivityCount) }),
  ),
})
export type ActivityFigures = v.InferOutput<typeof ActivityFigures>

/**
 * Counts by kind, by month and by department, each activity once. Those outside `months` are not counted; a department
 * that held none, and is in `departments`, stands there with nothing.
 */
export const activityFigures = (
  activities: readonly CountedActivity[],
  months: readonly Month[],
  departments: readonly (DepartmentId | null)[],
): ActivityFigures => {
  const within = activities.filter(({ month }) => months.includes(month))
  const counted = (some: readonly CountedActivity[]) => ({
    count: countActivities(some),
    months: months.map((month) => countActivities(some.filter((one) => one.month === month))),
  })
  return {
    months: [...months],
    total: countActivities(within),
    kinds: ActivityKind.options.map((kind) => ({ kind, ...counted(within.filter((one) => one.kind === kind)) })),
    departments: departments.map((departmentId) => ({
      departmentId,
      ...counted(within.filter((one) => one.departmentId === departmentId)),
    })),
  }
}
