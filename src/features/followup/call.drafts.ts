import { EventId, FollowUpId, Nonce, type StaffId, SurveyId } from '#domain/ids'
import { Instant } from '#domain/instant'
import { CallOutcome } from '#domain/survey/followup.model'
import { QuestionId, SentAnswers } from '#domain/survey/question.model'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'followup.calls'
const OWNER_KEY = 'followup.calls.of'

const DAY_MS = 86_400_000
/** Somebody who could not be reached is rung again within days; longer than this it is forgotten work. */
export const CALL_KEPT_DAYS = 30

/** What was answered on the phone so far, with the number that its sheet will be known by. */
export const CallSheet = v.object({
  surveyId: SurveyId,
  version: v.pipe(v.number(), v.integer()),
  nonce: Nonce,
  /** Of hidden questions too: whoever goes back and chooses again finds what was there. */
  answers: v.fallback(SentAnswers, {}),
  /** The question that was shown. */
  at: v.fallback(v.nullable(QuestionId), null),
})
export type CallSheet = v.InferOutput<typeof CallSheet>

/** A call that is not recorded yet. */
export const CallDraft = v.object({
  sheet: v.fallback(v.nullable(CallSheet), null),
  /** Made before the first attempt to record it and kept until one succeeds: a retry is the same call. */
  attempt: v.fallback(v.nullable(v.object({ id: EventId, outcome: CallOutcome })), null),
  savedAt: v.fallback(Instant, 0 as Instant),
})
export type CallDraft = v.InferOutput<typeof CallDraft>

export const emptyCall: CallDraft = v.parse(CallDraft, {})

const storedCalls = (): Record<string, unknown> => {
  const stored: unknown = Taro.getStorageSync(KEY)
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
    ? (stored as Record<string, unknown>)
    : {}
}

const readCall = (stored: unknown): CallDraft | null => {
  const draft = v.safeParse(CallDraft, stored)
  return draft.success ? draft.output : null
}

const isRecent = (stored: unknown, now: Instant): boolean => {
  const draft = readCall(stored)
  return draft !== null && draft.savedAt > now - CALL_KEPT_DAYS * DAY_MS
}

const store = (calls: Record<string, unknown>): boolean => {
  try {
    Taro.setStorageSync(KEY, calls)
    return true
  } catch {
    return false
  }
}

/** What is left of a call on this device; empty when there is nothing. */
export const loadCall = (id: FollowUpId): CallDraft => readCall(storedCalls()[id]) ?? emptyCall

/** False when the device had no room: then the page must not be closed, and the person must be told. */
export const saveCall = (id: FollowUpId, draft: CallDraft, now: Instant): boolean => {
  const kept = Object.entries(storedCalls()).filter(([, stored]) => isRecent(stored, now))
  return store({ ...Object.fromEntries(kept), [id]: { ...draft, savedAt: now } })
}

export const removeCall = (id: FollowUpId): void => {
  const { [id]: _removed, ...others } = storedCalls()
  store(others)
}

/** With signing out, nothing that anybody said stays on this device. */
export const forgetCalls = (): void => {
  Taro.removeStorageSync(KEY)
  Taro.removeStorageSync(OWNER_KEY)
}

/** What another colleague left unfinished on a shared computer is not shown to this one: it is taken off. */
export const claimCalls = (staffId: StaffId): void => {
  if (Taro.getStorageSync(OWNER_KEY) !== staffId) forgetCalls()
  Taro.setStorageSync(OWNER_KEY, staffId)
}

/** How many questions were answered in the call so far. */
export const answeredIn = ({ sheet }: CallDraft): number => Object.keys(sheet?.answers ?? {}).length
