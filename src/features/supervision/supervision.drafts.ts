import { DepartmentId, DutyId, RatingId } from '#domain/ids'
import { Day, Instant } from '#domain/instant'
import { QuestionId, SentAnswers } from '#domain/survey/question.model'
import { DutyKind } from '#domain/survey/supervision.model'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

const KEY = 'supervision.drafts'

const DAY_MS = 86_400_000
/** What was forgotten does not stay on the phone for ever. */
export const DRAFT_KEPT_DAYS = 30

const savedAt = v.fallback(Instant, 0 as Instant)

/** A department being rated. The number is made before the first attempt, so that a retry is the same rating. */
export const RatingDraft = v.object({
  id: RatingId,
  version: v.number(),
  answers: v.fallback(SentAnswers, {}),
  /** What was seen, by question. */
  evidence: v.fallback(v.record(v.string(), v.string()), {}),
  at: v.fallback(v.nullable(QuestionId), null),
  /** What left this phone and no answer came, as JSON: it may have arrived. */
  handed: v.fallback(v.nullable(v.string()), null),
  savedAt,
})
export type RatingDraft = v.InferOutput<typeof RatingDraft>

/** A duty being written down; each field is rescued by itself. */
export const DutyDraft = v.object({
  id: v.fallback(v.nullable(DutyId), null),
  kind: v.fallback(v.nullable(DutyKind), null),
  day: v.fallback(v.nullable(Day), null),
  departmentId: v.fallback(v.nullable(DepartmentId), null),
  text: v.fallback(v.string(), ''),
  handed: v.fallback(v.nullable(v.string()), null),
  savedAt,
})
export type DutyDraft = v.InferOutput<typeof DutyDraft>

export const emptyDuty: DutyDraft = v.parse(DutyDraft, {})

// A phone is somebody's own; a browser may be used by the next one, and forgets with its tab.
const inBrowser = process.env.TARO_ENV === 'h5'

const read = (): Record<string, unknown> => {
  try {
    const stored: unknown = inBrowser ? JSON.parse(sessionStorage.getItem(KEY) ?? '{}') : Taro.getStorageSync(KEY)
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
      ? (stored as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

const write = (drafts: Record<string, unknown>): boolean => {
  try {
    if (inBrowser) sessionStorage.setItem(KEY, JSON.stringify(drafts))
    else Taro.setStorageSync(KEY, drafts)
    return true
  } catch {
    return false
  }
}

const Dated = v.object({ savedAt: Instant })

const isRecent = (stored: unknown, now: Instant): boolean => {
  const dated = v.safeParse(Dated, stored)
  return dated.success && dated.output.savedAt > now - DRAFT_KEPT_DAYS * DAY_MS
}

/** False when there was no room: then the page must not be closed, and the person must be told. */
const keep = (name: string, draft: RatingDraft | DutyDraft, now: Instant): boolean => {
  const kept = Object.entries(read()).filter(([, stored]) => isRecent(stored, now))
  return write({ ...Object.fromEntries(kept), [name]: { ...draft, savedAt: now } })
}

const drop = (name: string): void => {
  const { [name]: _dropped, ...others } = read()
  write(others)
}

const DUTY = 'duty'

export const loadRating = (departmentId: DepartmentId, now: Instant): RatingDraft | null => {
  const stored = read()[departmentId]
  const draft = v.safeParse(RatingDraft, stored)
  return draft.success && isRecent(stored, now) ? draft.output : null
}
export const keepRating = (departmentId: DepartmentId, draft: RatingDraft, now: Instant): boolean =>
  keep(departmentId, draft, now)
export const dropRating = (departmentId: DepartmentId): void => drop(departmentId)

export const loadDuty = (now: Instant): DutyDraft => {
  const stored = read()[DUTY]
  const draft = v.safeParse(DutyDraft, stored)
  return draft.success && isRecent(stored, now) ? draft.output : emptyDuty
}
export const keepDuty = (draft: DutyDraft, now: Instant): boolean => keep(DUTY, draft, now)
export const dropDuty = (): void => drop(DUTY)

/** With signing out, nothing that was seen stays in this tab. */
export const forgetSupervisionDrafts = (): void => {
  if (inBrowser) write({})
}
