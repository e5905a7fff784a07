import { Hospital, SupervisionContact, type SupervisorKind } from '#domain/hospital/hospital.model'
import { type PromiseName, promiseSettings } from '#domain/hospital/promise.settings'
import type { Counting, Factors } from '#domain/metrics/rate'
import * as v from 'valibot'

/** What stands in the fields of a section, as typed. Kept until it is saved, also when a colleague saved first. */
export interface BasicsDraft {
  readonly name: string
  readonly pledge: string
}
export interface ContactDraft {
  /** Which one it is while the list is edited. */
  readonly key: number
  readonly kind: SupervisorKind
  readonly label: string
  readonly note: string
  readonly phone: string
  readonly email: string
}
export type PromisesDraft = Readonly<Record<PromiseName, string>>
export interface NoticesDraft {
  readonly officerName: string
  readonly officerPhone: string
  readonly templateId: string
}
/** Chosen, not typed: it cannot be wrong. */
export interface RatesDraft {
  readonly counting: Counting
  readonly factors: Factors
}

export interface Drafts {
  readonly basics?: BasicsDraft
  readonly contacts?: readonly ContactDraft[]
  readonly promises?: PromisesDraft
  readonly notices?: NoticesDraft
  readonly rates?: RatesDraft
}

export const promiseNames = Object.keys(promiseSettings) as PromiseName[]

export const basicsOf = ({ name, pledge }: Hospital): BasicsDraft => ({ name, pledge })

export const contactDraftOf = ({ kind, label, note, phone, email }: SupervisionContact, key: number): ContactDraft => ({
  key,
  kind,
  label,
  note: note ?? '',
  phone: phone ?? '',
  email: email ?? '',
})

export const promisesOf = (hospital: Hospital): PromisesDraft =>
  Object.fromEntries(promiseNames.map((name) => [name, String(hospital[name])])) as Record<PromiseName, string>

export const noticesOf = ({ privacyOfficer, reminderTemplateId }: Hospital): NoticesDraft => ({
  officerName: privacyOfficer?.name ?? '',
  officerPhone: privacyOfficer?.phone ?? '',
  templateId: reminderTemplateId ?? '',
})

export const ratesOf = ({ rateCounting, rateFactors }: Hospital): RatesDraft => ({
  counting: rateCounting,
  factors: rateFactors,
})

export const ratesFrom = ({ counting, factors }: RatesDraft) => ({ rateCounting: counting, rateFactors: factors })

/** Field by field, what is to be said about it; empty when all is well. */
export type Faults<Field extends string> = Partial<Record<Field, string>>

const fits = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

export const faultsInBasics = ({ name, pledge }: BasicsDraft): Faults<'name' | 'pledge'> => ({
  ...(fits(Hospital.entries.name, name) ? {} : { name: '请写医院的全名，2 到 40 个字。' }),
  ...(fits(Hospital.entries.pledge, pledge) ? {} : { pledge: '承诺请写 5 到 200 个字。' }),
})

export const contactFrom = (draft: ContactDraft): SupervisionContact => ({
  kind: draft.kind,
  label: draft.label.trim(),
  note: orNull(draft.note),
  phone: orNull(draft.phone),
  email: orNull(draft.email),
})

export const faultsInContact = (draft: ContactDraft): Faults<'label' | 'note' | 'phone' | 'email'> => {
  const { label, note, phone, email } = contactFrom(draft)
  const { entries } = SupervisionContact
  return {
    ...(fits(entries.label, label) ? {} : { label: '请写是哪个部门，最多 20 个字。' }),
    ...(fits(entries.note, note) ? {} : { note: '说明最多 40 个字。' }),
    ...(fits(entries.phone, phone) ? {} : { phone: '电话只写数字和短横，例如 0000-555-0120。' }),
    ...(fits(entries.email, email) ? {} : { email: '邮箱请写全，例如 jijian@example.org。' }),
    ...(phone === null && email === null ? { phone: '电话和邮箱至少写一个。' } : {}),
  }
}

const numberIn = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN)

export const faultsInPromises = (draft: PromisesDraft): Faults<PromiseName> => {
  const faults: Faults<PromiseName> = {}
  for (const name of promiseNames) {
    const { least, most } = promiseSettings[name]
    const value = numberIn(draft[name])
    if (!(value >= least && value <= most)) faults[name] = `请写 ${least} 到 ${most} 之间的整数。`
  }
  if (numberIn(draft.severalDepartmentsWithinWorkingDays) < numberIn(draft.replyWithinWorkingDays)) {
    faults.severalDepartmentsWithinWorkingDays ??= '几个科室一起查，不能比一个科室查还短。'
  }
  return faults
}

export const promisesFrom = (draft: PromisesDraft): Record<PromiseName, number> =>
  Object.fromEntries(promiseNames.map((name) => [name, numberIn(draft[name])])) as Record<PromiseName, number>

export const noticesFrom = ({ officerName, officerPhone, templateId }: NoticesDraft) => {
  const [name, phone] = [orNull(officerName), orNull(officerPhone)]
  return {
    privacyOfficer: name === null && phone === null ? null : { name: name ?? '', phone: phone ?? '' },
    reminderTemplateId: orNull(templateId),
  }
}

export const faultsInNotices = (draft: NoticesDraft): Faults<'officerName' | 'officerPhone' | 'templateId'> => {
  const { privacyOfficer, reminderTemplateId } = noticesFrom(draft)
  return {
    ...(privacyOfficer && privacyOfficer.name.length < 2 ? { officerName: '请写找谁，例如 信息科李工。' } : {}),
    ...(privacyOfficer && !fits(Hospital.entries.privacyOfficer, { name: '某人', phone: privacyOfficer.phone })
      ? { officerPhone: '电话只写数字和短横，例如 0000-555-0101。' }
      : {}),
    ...(fits(Hospital.entries.reminderTemplateId, reminderTemplateId)
      ? {}
      : { templateId: '模板编号请从小程序后台整个复制过来，中间没有空格。' }),
  }
}

export const isFaultless = (faults: Faults<string>): boolean => Object.keys(faults).length === 0
