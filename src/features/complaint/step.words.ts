import { COMPLAINT_TEXT_MAX, COMPLAINT_TEXT_MIN, REMARK_MAX } from '#domain/complaint/complaint.model'
import { lengthOf } from '#domain/text'
import type { StepDraft, WrittenStep } from './step.draft'

interface StepWords {
  readonly title: string
  readonly hint: string
  readonly label: string
  readonly placeholder?: string
  readonly send: string
  readonly limit: number
  readonly least: number
  /** Photos can come with it, and then words are not needed. */
  readonly photos: boolean
}

export const stepWords: Record<WrittenStep, StepWords> = {
  answer: {
    title: '回答医患办',
    hint: '记不清也没关系，知道多少写多少。',
    label: '您的回答',
    send: '交给医患办',
    limit: REMARK_MAX,
    least: 1,
    photos: true,
  },
  add: {
    title: '补充情况',
    hint: '想起来什么，随时可以补。',
    label: '补充的话',
    send: '交给医患办',
    limit: REMARK_MAX,
    least: 1,
    photos: true,
  },
  reopen: {
    title: '再查一次',
    hint: '由没有查过这一件的人来查。',
    label: '哪里不对，或者有什么新情况',
    placeholder: '比如：道歉的不是当班的人；我有当天的缴费单。',
    send: '要求再查一次',
    limit: COMPLAINT_TEXT_MAX,
    least: COMPLAINT_TEXT_MIN,
    photos: true,
  },
  rate: {
    title: '这次办得怎么样',
    hint: '评的是办理这件事，不是看病。',
    label: '想说的话，不写也行',
    send: '交上评价',
    limit: REMARK_MAX,
    least: 0,
    photos: false,
  },
  withdraw: {
    title: '撤回这一件',
    hint: '撤回以后不再办，也不能重新打开。',
    label: '为什么撤回，不写也行',
    send: '撤回',
    limit: REMARK_MAX,
    least: 0,
    photos: false,
  },
}

/** What a step still wants, in words; null when it can be sent. */
export const stepWants = (step: WrittenStep, draft: StepDraft, photos: number): string | null => {
  const { least, limit, photos: takesPhotos } = stepWords[step]
  const length = lengthOf(draft.text.trim())
  if (length > limit) return `太长了，请删到 ${limit} 字以内`
  if (step === 'rate' && draft.rating === null) return '请先选一个'
  if (step === 'answer' || step === 'add') return length === 0 && photos === 0 ? '写一句，或添一张照片' : null
  return length < least ? `再写几个字，至少 ${least} 个字${takesPhotos && photos > 0 ? '，说说照片' : ''}` : null
}
