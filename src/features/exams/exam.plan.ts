import type { DepartmentId, StaffId } from '#domain/ids'
import { daysAfter, beijingDay, type Instant } from '#domain/instant'
import { type BlueprintCell, CELLS_MOST, DRAWN_MOST } from '#domain/integrity/blueprint.model'
import {
  ATTEMPTS_MOST,
  ExamPlan,
  type ExamPurpose,
  MINUTES_LEAST,
  MINUTES_MOST,
  type StaffGroup,
} from '#domain/integrity/exam.model'
import { MARK_MOST, type Marking, USUAL_MARKING } from '#domain/integrity/paper.model'
import type { Topic } from '#domain/integrity/question.topics'
import * as v from 'valibot'
import { instantOf, type Minute, minuteOf } from '../../ui/minute'

/** An exam while it is planned: numbers as they are typed, times with parts still open. */
export interface PlanDraft {
  readonly title: string
  readonly purpose: ExamPurpose
  readonly notice: string
  readonly everybody: boolean
  readonly departments: readonly DepartmentId[]
  readonly groups: readonly StaffGroup[]
  readonly people: readonly StaffId[]
  readonly opens: Minute
  readonly closes: Minute
  readonly minutes: string
  readonly attempts: string
  readonly passPercent: string
  readonly cells: readonly CellDraft[]
  readonly single: string
  readonly multiple: string
  readonly trueFalse: string
  readonly incomplete: Marking['incomplete']
  readonly keysShown: ExamPlan['keysShown']
}

export interface CellDraft extends Omit<BlueprintCell, 'count'> {
  /** Tells rows apart that ask for the same. */
  readonly key: number
  /** As it is typed. */
  readonly count: string
}

export type PlanField =
  | 'title'
  | 'notice'
  | 'audience'
  | 'opensAt'
  | 'closesAt'
  | 'minutes'
  | 'attempts'
  | 'passPercent'
  | 'blueprint'
  | 'marking'

const DAYS_OPEN = 7

/** A week from tomorrow morning on, for everybody: what most often holds. */
export const newPlan = (now: Instant): PlanDraft => {
  const from = daysAfter(beijingDay(now), 1)
  return {
    title: '',
    purpose: 'quarterly',
    notice: '',
    everybody: true,
    departments: [],
    groups: [],
    people: [],
    opens: { day: from, time: '08:00' },
    closes: { day: daysAfter(from, DAYS_OPEN), time: '18:00' },
    minutes: '40',
    attempts: '2',
    passPercent: '80',
    cells: [{ key: 0, topic: null, kind: null, difficulty: null, count: '20' }],
    single: String(USUAL_MARKING.single),
    multiple: String(USUAL_MARKING.multiple),
    trueFalse: String(USUAL_MARKING.true_false),
    incomplete: USUAL_MARKING.incomplete,
    keysShown: 'after_close',
  }
}

export const planDraftOf = (plan: ExamPlan): PlanDraft => {
  const { audience, marking } = plan
  const chosen = audience.kind === 'chosen' ? audience : { departments: [], groups: [], people: [] }
  return {
    title: plan.title,
    purpose: plan.purpose,
    notice: plan.notice,
    everybody: audience.kind === 'everybody',
    departments: chosen.departments,
    groups: chosen.groups,
    people: chosen.people,
    opens: minuteOf(plan.opensAt),
    closes: minuteOf(plan.closesAt),
    minutes: String(plan.minutes),
    attempts: String(plan.attempts),
    passPercent: String(plan.passPercent),
    cells: plan.blueprint.map((cell, key) => ({ ...cell, key, count: String(cell.count) })),
    single: String(marking.single),
    multiple: String(marking.multiple),
    trueFalse: String(marking.true_false),
    incomplete: marking.incomplete,
    keysShown: plan.keysShown,
  }
}

/** NaN where it is no number. */
const numberIn = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed))

/** The blueprint as far as its counts can be read; null: somewhere none is written. */
export const blueprintOf = (cells: readonly CellDraft[]): BlueprintCell[] | null => {
  const counted = cells.map(({ topic, kind, difficulty, count }) => ({
    topic,
    kind,
    difficulty,
    count: numberIn(count),
  }))
  const fits = counted.every(({ count }) => Number.isInteger(count) && count >= 1 && count <= DRAWN_MOST)
  return counted.length > 0 && fits && sumOf(counted) <= DRAWN_MOST ? counted : null
}

const sumOf = (cells: readonly { readonly count: number }[]): number =>
  cells.reduce((sum, { count }) => sum + (Number.isFinite(count) ? count : 0), 0)

/** How many questions the paper has, of those counts that can be read. */
export const questionsIn = (cells: readonly CellDraft[]): number =>
  sumOf(cells.map(({ count }) => ({ count: numberIn(count) })))

const rawPlan = (draft: PlanDraft) => ({
  title: draft.title,
  purpose: draft.purpose,
  notice: draft.notice,
  audience: draft.everybody
    ? { kind: 'everybody' }
    : {
        kind: 'chosen',
        departments: [...draft.departments],
        groups: [...draft.groups],
        people: [...draft.people],
      },
  opensAt: instantOf(draft.opens),
  closesAt: instantOf(draft.closes),
  minutes: numberIn(draft.minutes),
  attempts: numberIn(draft.attempts),
  passPercent: numberIn(draft.passPercent),
  blueprint: blueprintOf(draft.cells) ?? [],
  marking: {
    single: numberIn(draft.single),
    multiple: numberIn(draft.multiple),
    true_false: numberIn(draft.trueFalse),
    incomplete: draft.incomplete,
  },
  keysShown: draft.keysShown,
})

const MINUTE_MS = 60_000

/** What does not go together, by field: the window, its length, nobody invited. */
const unsoundIn = (plan: ExamPlan, now: Instant): PlanField[] => {
  const { audience, opensAt, closesAt, minutes } = plan
  const isNobody =
    audience.kind === 'chosen' && audience.departments.length + audience.groups.length + audience.people.length === 0
  return [
    ...(closesAt <= now || closesAt <= opensAt ? (['closesAt'] as const) : []),
    ...(closesAt > opensAt && closesAt - opensAt < minutes * MINUTE_MS ? (['minutes'] as const) : []),
    ...(isNobody ? (['audience'] as const) : []),
  ]
}

/** The plan as it is sent, or the fields that keep it from being one. */
export const planOf = (
  draft: PlanDraft,
  now: Instant,
): { readonly plan: ExamPlan } | { readonly faults: ReadonlySet<PlanField> } => {
  const parsed = v.safeParse(ExamPlan, rawPlan(draft))
  if (!parsed.success) {
    return { faults: new Set(parsed.issues.map(({ path }) => String(path?.[0]?.key ?? '') as PlanField)) }
  }
  const unsound = unsoundIn(parsed.output, now)
  return unsound.length > 0 ? { faults: new Set(unsound) } : { plan: parsed.output }
}

export const faultInWords: Record<PlanField, string> = {
  title: '请写 2 到 40 个字的名称。',
  notice: '说明太长了，最多 300 个字。',
  audience: '请选谁来考：至少一个科室、一类人，或者一个人。',
  opensAt: '请选好开考的日期和时间。',
  closesAt: '收卷要在开考以后、也要在现在以后，请改晚一点。',
  minutes: `请写 ${MINUTES_LEAST} 到 ${MINUTES_MOST} 的整数，并且不长于开考到收卷的时间。`,
  attempts: `请写 1 到 ${ATTEMPTS_MOST} 的整数。`,
  passPercent: '请写 1 到 100 的整数。',
  blueprint: `每一行要几题请写整数，一份卷最多 ${DRAWN_MOST} 题。`,
  marking: `每题的分请写 0.5 到 ${MARK_MOST}，可以有半分。`,
}

/** Faults that the server names: 'audience', 'blueprint.2'. */
export const fieldsRefused = (fields: readonly string[]): ReadonlySet<PlanField> =>
  new Set(fields.map((field) => field.replace(/^plan\./, '').split('.')[0] as PlanField))

export const changeCell = (draft: PlanDraft, at: number, change: Partial<CellDraft>): PlanDraft => ({
  ...draft,
  cells: draft.cells.map((cell, place) => (place === at ? { ...cell, ...change } : cell)),
})

export const canAddCell = ({ cells }: PlanDraft): boolean => cells.length < CELLS_MOST

export const addCell = (draft: PlanDraft): PlanDraft => ({
  ...draft,
  cells: [
    ...draft.cells,
    { key: Math.max(...draft.cells.map(({ key }) => key)) + 1, topic: null, kind: null, difficulty: null, count: '1' },
  ],
})

export const removeCell = (draft: PlanDraft, at: number): PlanDraft => ({
  ...draft,
  cells: draft.cells.filter((_, place) => place !== at),
})

const NINE: readonly Topic[] = ['rule1', 'rule2', 'rule3', 'rule4', 'rule5', 'rule6', 'rule7', 'rule8', 'rule9']
const OF_EACH = '2'

/** Two questions of each of the nine rules: eighteen in all. */
export const withNineRules = (draft: PlanDraft): PlanDraft => ({
  ...draft,
  cells: NINE.map((topic, key) => ({ key, topic, kind: null, difficulty: null, count: OF_EACH })),
})

const toggled = <T>(items: readonly T[], item: T): T[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]

export const toggleDepartment = (draft: PlanDraft, id: DepartmentId): PlanDraft => ({
  ...draft,
  departments: toggled(draft.departments, id),
})
export const toggleGroup = (draft: PlanDraft, group: StaffGroup): PlanDraft => ({
  ...draft,
  groups: toggled(draft.groups, group),
})
export const togglePerson = (draft: PlanDraft, id: StaffId): PlanDraft => ({
  ...draft,
  people: toggled(draft.people, id),
})
