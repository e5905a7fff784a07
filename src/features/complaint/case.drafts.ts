import { Act, type CaseDetail } from '#domain/complaint/case.contract'
import { Category } from '#domain/complaint/category'
import { CareSetting, type ComplaintEvent, Finding } from '#domain/complaint/complaint.model'
import { type ComplaintId, EventId, StaffId } from '#domain/ids'
import { Instant } from '#domain/instant'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { BelongsTo, wasSortedAs } from './case.sorting'

const KEY = 'case.drafts'

const DAY_MS = 86_400_000
/** Long enough for leave and holidays; what was forgotten does not stay on the device for ever. */
export const DRAFT_KEPT_DAYS = 30

/** What somebody wrote or chose for one act on one case; each field is rescued by itself. */
export const CaseDraft = v.object({
  text: v.fallback(v.string(), ''),
  staffId: v.fallback(v.nullable(StaffId), null),
  finding: v.fallback(v.nullable(Finding), null),
  category: v.fallback(v.nullable(Category), null),
  urgent: v.fallback(v.nullable(v.boolean()), null),
  careSetting: v.fallback(v.nullable(CareSetting), null),
  department: v.fallback(v.nullable(BelongsTo), null),
  /** Made before the first attempt and kept until one succeeds: a retry is the same act. */
  eventId: v.fallback(v.nullable(EventId), null),
  savedAt: v.fallback(Instant, 0 as Instant),
})
export type CaseDraft = v.InferOutput<typeof CaseDraft>

export const emptyDraft: CaseDraft = v.parse(CaseDraft, {})

const nameOf = (id: ComplaintId, act: Act): string => `${id}.${act}`

const storedDrafts = (): Record<string, unknown> => {
  const stored: unknown = Taro.getStorageSync(KEY)
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? (stored as Record<string, unknown>)
    : {}
}

const readDraft = (stored: unknown): CaseDraft | null => {
  const draft = v.safeParse(CaseDraft, stored)
  return draft.success ? draft.output : null
}

const isRecent = (stored: unknown, now: Instant): boolean => {
  const draft = readDraft(stored)
  return draft !== null && draft.savedAt > now - DRAFT_KEPT_DAYS * DAY_MS
}

const store = (drafts: Record<string, unknown>): boolean => {
  try {
    Taro.setStorageSync(KEY, drafts)
    return true
  } catch {
    return false
  }
}

/** What was left unfinished on this device; empty when there is nothing. */
export const loadCaseDraft = (id: ComplaintId, act: Act): CaseDraft =>
  readDraft(storedDrafts()[nameOf(id, act)]) ?? emptyDraft

/** False when the device had no room: then the page must not be closed, and the person must be told. */
export const saveCaseDraft = (id: ComplaintId, act: Act, draft: CaseDraft, now: Instant): boolean => {
  const kept = Object.entries(storedDrafts()).filter(([, stored]) => isRecent(stored, now))
  return store({ ...Object.fromEntries(kept), [nameOf(id, act)]: { ...draft, savedAt: now } })
}

export const removeCaseDraft = (id: ComplaintId, act: Act): void => {
  const { [nameOf(id, act)]: _removed, ...others } = storedDrafts()
  store(others)
}

const OWNER_KEY = 'case.drafts.of'

/** What another colleague left unfinished on a shared computer is not shown to this one: it is taken off. */
export const claimCaseDrafts = (staffId: StaffId): void => {
  if (Taro.getStorageSync(OWNER_KEY) !== staffId) forgetCaseDrafts()
  Taro.setStorageSync(OWNER_KEY, staffId)
}

/** With signing out, nothing about a case stays on this device. */
export const forgetCaseDrafts = (): void => {
  Taro.removeStorageSync(KEY)
  Taro.removeStorageSync(OWNER_KEY)
}

const isBegun = ({ text, ...chosen }: CaseDraft): boolean => {
  const { staffId, finding, category, urgent, careSetting, department } = chosen
  return text.trim() !== '' || [staffId, finding, category, urgent, careSetting, department].some((one) => one !== null)
}

/** Acts of a case for which something was written and not sent. */
export const begunActs = (id: ComplaintId): Act[] => Act.options.filter((act) => isBegun(loadCaseDraft(id, act)))

const wordsOf = (event: ComplaintEvent): string | null => {
  if (event.kind === 'extended') return event.reason
  return 'text' in event ? event.text : null
}

/**
 * False when an earlier attempt, whose answer was lost, arrived with other words than are written now: what was
 * changed since did not go out with it.
 */
export const wentOutAsWritten = ({ events }: Pick<CaseDetail, 'events'>, draft: CaseDraft): boolean => {
  const event = events.find(({ id }) => id === draft.eventId)
  if (!event) return true
  const words = wordsOf(event)
  if (words !== null && words !== draft.text.replace(/\r\n?/g, '\n').trim()) return false
  if (event.kind === 'found') return event.finding === draft.finding
  if (event.kind === 'assigned') return event.to === draft.staffId
  if (event.kind === 'sorted') return wasSortedAs(event, draft)
  return true
}
