import { COMPLAINT_TEXT_MAX, COMPLAINT_TEXT_MIN, ComplaintText, Contact } from '#domain/complaint/complaint.model'
import type { Day } from '#domain/instant'
import { lengthOf } from '#domain/text'
import * as v from 'valibot'
import type { DraftWords, StandingAt } from './complaint.draft'
import { type Screen, screensOf } from './complaint.steps'

const MOBILE_DIGITS = 11

const fits = (schema: v.GenericSchema, value: unknown): boolean => v.is(schema, value)

/** What a screen still wants, in words, or null when one may go on. */
export const whyNot = (draft: DraftWords, screen: Screen, today: Day): string | null => {
  switch (screen) {
    case 'kind':
      return draft.kind === null ? '请先选一个' : null
    case 'category':
      return draft.category === null ? '请先选一个，拿不准就选“说不清”' : null
    case 'setting':
      return draft.careSetting === null ? '请先选一个' : null
    case 'words':
      return textProblem(draft.text)
    case 'photos':
      return null
    case 'when':
      return whenProblem(draft, today)
    case 'contact':
      return contactProblem(draft)
    case 'health':
      return draft.healthConsent === null ? '请先选一个，两种都能交' : null
    case 'review':
      return firstUnfinished(draft, today) === null ? null : '前面还有没填的，请点那一行的“改”'
  }
}

/** The first screen before the review that still wants something. */
export const firstUnfinished = (draft: DraftWords, today: Day): Screen | null =>
  screensOf(draft.kind).find((screen) => screen !== 'review' && whyNot(draft, screen, today) !== null) ?? null

const textProblem = (text: string): string | null => {
  if (fits(ComplaintText, text)) return null
  const length = lengthOf(text.trim())
  if (length < COMPLAINT_TEXT_MIN) return `再写几个字，至少 ${COMPLAINT_TEXT_MIN} 个字`
  return length > COMPLAINT_TEXT_MAX ? `太长了，请删到 ${COMPLAINT_TEXT_MAX} 字以内` : '里面有认不出的符号，请删掉再试'
}

const whenProblem = ({ happened, forWhom }: DraftWords, today: Day): string | null => {
  if (happened === null) return '请选是哪一天，记不清就选“说不清”'
  if (happened !== 'unknown' && happened > today) return '日期选到以后去了，请选事情发生的那天'
  return forWhom === null ? '请选是谁的事' : null
}

/** What is handed in, or null for a draft without a name to it. */
export const contactOf = ({ named, name, phone }: DraftWords): Contact | null =>
  named ? { name: name.trim() || null, phone } : null

const contactProblem = (draft: DraftWords): string | null => {
  if (draft.named === null) return '请先选一个'
  const contact = contactOf(draft)
  if (contact === null || fits(Contact, contact)) return null
  return fits(Contact.entries.phone, contact.phone)
    ? '姓名里有认不出的符号，请改一下，或者不写'
    : '请填一个能打通的电话，姓名可以不写'
}

/** What is wrong with a number as it stands, while it is being written too. */
export const phoneProblem = (phone: string): string | undefined => {
  const digits = phone.replace(/\D/g, '')
  if (digits === '' || fits(Contact.entries.phone, phone)) return undefined
  return digits.length === MOBILE_DIGITS
    ? '这个号码不像手机号，请再核对一遍。座机请带区号。'
    : `手机号是 ${MOBILE_DIGITS} 位，现在有 ${digits.length} 位。座机请带区号。`
}

/** Whether somebody who stands here now began to write about another place. */
export const isAboutElsewhere = (draft: DraftWords, here: StandingAt): boolean =>
  here.touchpointId !== null && draft.touchpointId !== here.touchpointId

/** Nothing was typed that somebody would miss. */
export const isBlank = ({ text, name, phone }: DraftWords): boolean => text === '' && name === '' && phone === ''
