import { ExamId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import type { PlanDraft } from './exam.plan'

/** An exam being planned on this device: what it was changed from (null: nothing yet), and what is written. */
export interface KeptPlan {
  readonly id: ExamId
  readonly rev: number | null
  readonly draft: PlanDraft
}

const PREFIX = 'exam.plan.'
const NEW = `${PREFIX}new`

const keyOf = ({ id, rev }: Pick<KeptPlan, 'id' | 'rev'>) => (rev === null ? NEW : `${PREFIX}${id}`)

// Written by this page alone.
const Kept = v.object({
  id: ExamId,
  rev: v.nullable(v.number()),
  draft: v.looseObject({
    title: v.string(),
    cells: v.pipe(v.array(v.looseObject({ key: v.number(), count: v.string() })), v.minLength(1)),
    opens: v.looseObject({}),
    closes: v.looseObject({}),
  }),
})

const keptAt = (key: string): KeptPlan | null => {
  const kept = v.safeParse(Kept, Taro.getStorageSync(key))
  return kept.success ? (kept.output as unknown as KeptPlan) : null
}

/** A new one that was left unfinished here. */
export const keptNewPlan = (): KeptPlan | null => keptAt(NEW)

/** Changes to one that were left unfinished here, unless somebody has changed it since. */
export const keptChanges = (id: ExamId, rev: number): PlanDraft | null => {
  const kept = keptAt(keyOf({ id, rev }))
  return kept?.rev === rev ? kept.draft : null
}

export const keepPlan = (plan: KeptPlan): void => {
  try {
    Taro.setStorageSync(keyOf(plan), plan)
  } catch {
    // Without room it stays on the page alone.
  }
}

export const forgetPlan = (plan: Pick<KeptPlan, 'id' | 'rev'>): void => Taro.removeStorageSync(keyOf(plan))

/** With signing out, nothing that was planned stays on this device. */
export const forgetPlans = (): void => {
  const { keys } = Taro.getStorageInfoSync()
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) Taro.removeStorageSync(key)
}
