import type { SurveyId } from '#domain/ids'
import type { Form } from '#domain/survey/question.model'
import Taro from '@tarojs/taro'
import * as v from 'valibot'

/** What was written here and has not reached the server, and upon which revision. */
export interface KeptDraft {
  rev: number
  form: Form
}

const keyOf = (id: SurveyId) => `questionnaire.draft.${id}`

// Written by this page alone. Words may be missing as yet, so it need not be a whole form.
const Kept = v.object({
  rev: v.number(),
  form: v.looseObject({
    title: v.string(),
    opening: v.nullable(v.string()),
    dimensions: v.array(v.looseObject({ id: v.string(), name: v.string() })),
    overall: v.nullable(v.string()),
    questions: v.pipe(v.array(v.looseObject({ id: v.string(), kind: v.string(), text: v.string() })), v.minLength(1)),
  }),
})

export const loadDraft = (id: SurveyId): KeptDraft | null => {
  const kept = v.safeParse(Kept, Taro.getStorageSync(keyOf(id)))
  return kept.success ? (kept.output as unknown as KeptDraft) : null
}

/** False when the device had no room: then the page must not be closed before it is saved. */
export const keepDraft = (id: SurveyId, kept: KeptDraft): boolean => {
  try {
    Taro.setStorageSync(keyOf(id), kept)
    return true
  } catch {
    return false
  }
}

export const dropDraft = (id: SurveyId): void => Taro.removeStorageSync(keyOf(id))
