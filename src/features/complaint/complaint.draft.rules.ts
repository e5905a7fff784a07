import { COMPLAINT_TEXT_MAX, COMPLAINT_TEXT_MIN, ComplaintText, Contact } from '#domain/complaint/complaint.model'
import { lengthOf } from '#domain/text'
import * as v from 'valibot'
import type { DraftWords, StandingAt } from './complaint.draft'

export const STEPS = 4
export type StepNumber = 1 | 2 | 3 | 4

const MOBILE_DIGITS = 11

/** What a step still wants, in words, or null when one may go on. */
export const whyNot = (draft: DraftWords, step: StepNumber): string | null => {
  switch (step) {
    case 1:
      return draft.careSetting === null ? '请先选一个' : null
    case 2:
      return textProblem(draft.text)
    case 3:
      return identityProblem(draft)
    case 4:
      return ([1, 2, 3] as const).every((earlier) => whyNot(draft, earlier) === null) ? null : '前面还有没填的'
  }
}

const textProblem = (text: string): string | null => {
  if (v.safeParse(ComplaintText, text).success) return null
  const length = lengthOf(text.trim())
  if (length < COMPLAINT_TEXT_MIN) return `再写几个字，至少 ${COMPLAINT_TEXT_MIN} 个字`
  return length > COMPLAINT_TEXT_MAX ? `太长了，请删到 ${COMPLAINT_TEXT_MAX} 字以内` : '里面有认不出的符号，请删掉再试'
}

const identityProblem = ({ named, name, phone }: DraftWords): string | null => {
  if (named === null) return '请先选一个'
  return !named || v.is(Contact, { name, phone }) ? null : '请填好姓名和电话'
}

/** What is wrong with a number as it stands, while it is being written too. */
export const phoneProblem = (phone: string): string | undefined => {
  const digits = phone.replace(/\D/g, '')
  if (digits === '' || v.is(Contact.entries.phone, phone)) return undefined
  return digits.length === MOBILE_DIGITS
    ? '这个号码不像手机号，请再核对一遍。座机请带区号。'
    : `手机号是 ${MOBILE_DIGITS} 位，现在有 ${digits.length} 位。座机请带区号。`
}

/** Whether somebody who stands here now began to write about another place. */
export const isAboutElsewhere = (draft: DraftWords, here: StandingAt): boolean =>
  here.touchpointId !== null && draft.touchpointId !== here.touchpointId
