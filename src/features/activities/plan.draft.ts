import {
  type ActivityKind,
  Heads,
  Hour,
  type Lens,
  type Matter,
  type PartnerUnit,
  type Plan,
  type SevenOne,
  type TenClean,
  TITLE_MAX,
  type WorkKind,
} from '#domain/culture/activity.model'
import type { DepartmentId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { Line } from '#domain/text'
import * as v from 'valibot'

/** What stands in the fields of a plan, as typed. */
export interface PlanDraft {
  readonly kind: ActivityKind
  readonly lens: Lens
  readonly tenClean: TenClean
  readonly sevenOne: SevenOne
  readonly form: WorkKind
  readonly unit: PartnerUnit
  readonly partner: string
  readonly title: string
  readonly day: Day
  readonly from: string
  readonly until: string
  readonly department: string
  readonly place: string
  readonly speaker: string
  readonly topic: string
  readonly series: string
  readonly expected: string
}

export const blankPlan = (day: Day): PlanDraft => ({
  kind: 'morning_lesson',
  lens: 'discipline',
  tenClean: 'awareness',
  sevenOne: 'road',
  form: 'essay',
  unit: 'community',
  partner: '',
  title: '',
  day,
  from: '',
  until: '',
  department: '',
  place: '',
  speaker: '',
  topic: '',
  series: '',
  expected: '',
})

const ofMatter = (matter: Matter): Partial<PlanDraft> => {
  switch (matter.kind) {
    case 'warning':
      return { lens: matter.lens }
    case 'ten_clean':
      return { tenClean: matter.item }
    case 'seven_ones':
      return { sevenOne: matter.item }
    case 'contest':
      return { form: matter.form }
    case 'partnership':
      return { unit: matter.unit, partner: matter.partner }
    case 'party_lesson':
    case 'morning_lesson':
    case 'free_clinic':
    case 'home_visit':
      return {}
  }
}

export const draftOfPlan = (plan: Plan, departmentName: string | null): PlanDraft => ({
  ...blankPlan(plan.day),
  ...ofMatter(plan.matter),
  kind: plan.matter.kind,
  title: plan.title,
  from: plan.from ?? '',
  until: plan.until ?? '',
  department: departmentName ?? '',
  place: plan.place,
  speaker: plan.speaker,
  topic: plan.topic,
  series: plan.series ?? '',
  expected: plan.expected === null ? '' : String(plan.expected),
})

/** 「07:40」 from what people type: 7:40, 7：40, 740; null where nothing is; undefined where it is no hour. */
export const hourIn = (typed: string): string | null | undefined => {
  const text = typed.replace(/[：.点时]/g, ':').replace(/[\s分]/g, '')
  if (text === '') return null
  const parts = /^(\d{1,2}):(\d{1,2})$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? /^(\d{1,2}):?$/.exec(text)
  const hour = `${(parts?.[1] ?? '').padStart(2, '0')}:${(parts?.[2] ?? '0').padStart(2, '0')}`
  return parts && v.is(Hour, hour) ? hour : undefined
}

/** A number of people as typed; null where nothing is; undefined where it is none. */
export const countIn = (typed: string): number | null | undefined => {
  const text = typed.replace(/[\s,，]/g, '')
  if (text === '') return null
  return /^\d+$/.test(text) && v.is(Heads, Number(text)) ? Number(text) : undefined
}

const matterOf = (draft: PlanDraft): Matter => {
  switch (draft.kind) {
    case 'warning':
      return { kind: 'warning', lens: draft.lens }
    case 'ten_clean':
      return { kind: 'ten_clean', item: draft.tenClean }
    case 'seven_ones':
      return { kind: 'seven_ones', item: draft.sevenOne }
    case 'contest':
      return { kind: 'contest', form: draft.form }
    case 'partnership':
      return { kind: 'partnership', unit: draft.unit, partner: draft.partner }
    case 'party_lesson':
    case 'morning_lesson':
    case 'free_clinic':
    case 'home_visit':
      return { kind: draft.kind }
  }
}

export const planOf = (draft: PlanDraft, departmentId: DepartmentId | null): Plan => ({
  matter: matterOf(draft),
  title: draft.title,
  day: draft.day,
  from: hourIn(draft.from) ?? null,
  until: hourIn(draft.until) ?? null,
  departmentId,
  place: draft.place,
  speaker: draft.speaker,
  topic: draft.topic,
  series: draft.series.trim() === '' ? null : draft.series,
  expected: countIn(draft.expected) ?? null,
})

type Faults = Partial<Record<keyof PlanDraft, string>>

/** What a field still wants, in words. `departmentId` undefined: no department has this name, or it may not be empty. */
export const planFaults = (draft: PlanDraft, departmentId: DepartmentId | null | undefined): Faults => {
  const [from, until] = [hourIn(draft.from), hourIn(draft.until)]
  const short = (field: 'place' | 'speaker' | 'topic' | 'series', most: number): string | null =>
    v.is(Line(0, most), draft[field]) ? null : `最多 ${most} 个字。`
  const wrong: Record<string, string | null> = {
    title: v.is(Line(2, TITLE_MAX), draft.title) ? null : `请写题目，2 到 ${TITLE_MAX} 个字。`,
    partner: draft.kind !== 'partnership' || v.is(Line(1, 40), draft.partner) ? null : '请写和谁一起办。',
    from: from === undefined ? '请照“7:40”这样写。' : null,
    until:
      until === undefined
        ? '请照“8:00”这样写。'
        : until !== null && !from
          ? '先写几点开始。'
          : until && from && until <= from
            ? '结束要晚于开始。'
            : null,
    department: departmentId === undefined ? '请从列出的科室里选。' : null,
    place: short('place', 40),
    speaker: short('speaker', 40),
    topic: short('topic', 60),
    series: short('series', 20),
    expected: countIn(draft.expected) === undefined ? '请写一个数，或者空着。' : null,
  }
  return Object.fromEntries(Object.entries(wrong).filter(([, fault]) => fault !== null)) as Faults
}
