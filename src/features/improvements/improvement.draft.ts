import type { DepartmentId } from '#domain/ids'
import type { ImprovementRow } from '#domain/survey/improvement.contract'
import { CheckedBy, OwnerName, Plan, Reason, Result, Said } from '#domain/survey/improvement.model'
import type { Day } from '#domain/instant'
import * as v from 'valibot'

/** What stands in the fields, as typed. */
export interface ItemDraft {
  readonly said: string
  readonly saidBy: string
  readonly department: string
  readonly plan: string
  readonly ownerName: string
  readonly dueOn: Day | null
  readonly reason: string
  readonly changedOn: Day | null
  readonly result: string
  readonly checkedBy: string
  readonly isPublic: boolean
}

export const blankDraft: ItemDraft = {
  said: '',
  saidBy: '',
  department: '',
  plan: '',
  ownerName: '',
  dueOn: null,
  reason: '',
  changedOn: null,
  result: '',
  checkedBy: '',
  isPublic: true,
}

export const draftOf = (item: ImprovementRow): ItemDraft => ({
  ...blankDraft,
  said: item.said,
  saidBy: item.saidBy === null ? '' : String(item.saidBy),
  department: item.departmentName ?? '',
  plan: item.plan,
  ownerName: item.ownerName,
  changedOn: item.changedOn,
  result: item.result,
  checkedBy: item.checkedBy,
  isPublic: item.isPublic,
})

export type ItemForm = 'new' | 'take' | 'leave' | 'edit' | 'move' | 'change' | 'giveUp'

/** Which fields a form has. */
export const fieldsOf: Record<ItemForm, readonly (keyof ItemDraft)[]> = {
  new: ['said', 'saidBy', 'department', 'plan', 'ownerName', 'dueOn', 'isPublic'],
  take: ['said', 'saidBy', 'department', 'plan', 'ownerName', 'dueOn', 'isPublic'],
  leave: ['said', 'saidBy', 'department', 'reason', 'isPublic'],
  edit: ['said', 'saidBy', 'department', 'plan', 'ownerName', 'isPublic'],
  move: ['dueOn', 'reason'],
  change: ['changedOn', 'result', 'checkedBy'],
  giveUp: ['reason'],
}

const COUNT = /^[1-9]\d{0,4}$/

export const saidByIn = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

/** What a field still wants, in words. `departmentId` undefined: the department's name is not known. */
export const faultsIn = (
  draft: ItemDraft,
  form: ItemForm,
  departmentId: DepartmentId | null | undefined,
): Partial<Record<keyof ItemDraft, string>> => {
  const wrong: Partial<Record<keyof ItemDraft, string | null>> = {
    said: v.is(Said, draft.said) ? null : '用大家的话写一句，4 到 80 个字，不写姓名。',
    saidBy: draft.saidBy.trim() === '' || COUNT.test(draft.saidBy.trim()) ? null : '请写几个人说过，或者空着。',
    department: departmentId === undefined ? '没有这个科室，请从列出的里选，或者空着。' : null,
    plan: v.is(Plan, draft.plan) ? null : '写准备怎么改，4 到 120 个字。',
    ownerName: v.is(OwnerName, draft.ownerName) ? null : '写谁负责，最多 20 个字。',
    dueOn: draft.dueOn === null ? '请选哪一天以前。' : null,
    reason: v.is(Reason, draft.reason) ? null : '写明原因，4 到 120 个字。',
    changedOn: draft.changedOn === null ? '请选从哪一天起。' : null,
    result: v.is(Result, draft.result) ? null : '写改成了什么样，4 到 120 个字。',
    checkedBy: v.is(CheckedBy, draft.checkedBy) ? null : '写谁看过、怎么看的，2 到 40 个字。',
  }
  return Object.fromEntries(
    fieldsOf[form].flatMap((field) => {
      const fault = wrong[field]
      return fault ? [[field, fault]] : []
    }),
  )
}
