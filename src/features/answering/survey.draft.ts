import { Nonce } from '#domain/ids'
import { Instant } from '#domain/instant'
import { QuestionId, SentAnswers } from '#domain/survey/question.model'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import { randomHex } from '#cloud/random.bytes'

const KEY = 'survey.drafts'

const DAY_MS = 86_400_000
/** What was forgotten does not stay on the phone for ever. */
export const DRAFT_KEPT_DAYS = 30

/**
 * A questionnaire being answered. It lives on this phone alone, with the number that it will be known by, so that
 * sending it again after a lost answer is the same sheet.
 */
export const SurveyDraft = v.object({
  nonce: Nonce,
  version: v.pipe(v.number(), v.integer()),
  /** Of hidden questions too: whoever goes back and chooses again finds what was there. */
  answers: v.fallback(SentAnswers, {}),
  /** The question that was shown. */
  at: v.fallback(v.nullable(QuestionId), null),
  /** What left this phone and no answer came: it may have arrived. */
  handed: v.fallback(v.nullable(SentAnswers), null),
  savedAt: v.fallback(Instant, 0 as Instant),
})
export type SurveyDraft = v.InferOutput<typeof SurveyDraft>

/** Where drafts lie: a patient's on the phone; a colleague's, at a computer that others use too, in this tab alone. */
export type Keeping = 'phone' | 'tab'

const inTab = (keeping: Keeping) => keeping === 'tab' && process.env.TARO_ENV === 'h5'

const read = (keeping: Keeping): unknown => {
  if (!inTab(keeping)) return Taro.getStorageSync(KEY)
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

const write = (keeping: Keeping, drafts: Record<string, unknown>): boolean => {
  try {
    if (inTab(keeping)) sessionStorage.setItem(KEY, JSON.stringify(drafts))
    else Taro.setStorageSync(KEY, drafts)
    return true
  } catch {
    return false
  }
}

const storedDrafts = (keeping: Keeping): Record<string, unknown> => {
  const stored = read(keeping)
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? (stored as Record<string, unknown>)
    : {}
}

const readDraft = (stored: unknown): SurveyDraft | null => {
  const draft = v.safeParse(SurveyDraft, stored)
  return draft.success ? draft.output : null
}

const isRecent = (stored: unknown, now: Instant): boolean => {
  const draft = readDraft(stored)
  return draft !== null && draft.savedAt > now - DRAFT_KEPT_DAYS * DAY_MS
}

/** What was left unfinished; null when there is nothing, or it was left too long ago. */
export const loadDraft = (keeping: Keeping, name: string, now: Instant): SurveyDraft | null => {
  const stored = storedDrafts(keeping)[name]
  return isRecent(stored, now) ? readDraft(stored) : null
}

/** False when there was no room: then the page must not be closed, and the person must be told. */
export const saveDraft = (keeping: Keeping, name: string, draft: SurveyDraft, now: Instant): boolean => {
  const kept = Object.entries(storedDrafts(keeping)).filter(([, stored]) => isRecent(stored, now))
  return write(keeping, { ...Object.fromEntries(kept), [name]: { ...draft, savedAt: now } })
}

export const deleteDraft = (keeping: Keeping, name: string): void => {
  const { [name]: _deleted, ...others } = storedDrafts(keeping)
  write(keeping, others)
}

/** With signing out, nothing that was answered stays in this tab. */
export const forgetStaffAnswers = (): void => {
  if (inTab('tab')) write('tab', {})
}

/** A number that nobody else knows, and that is stored nowhere but here. */
export const newNonce = async (): Promise<Nonce> => v.parse(Nonce, await randomHex())

export const newDraft = async (version: number, now: Instant): Promise<SurveyDraft> => ({
  nonce: await newNonce(),
  version,
  answers: {},
  at: null,
  handed: null,
  savedAt: now,
})
