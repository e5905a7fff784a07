import type { QuizQuestionId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import type { QuestionDraft } from './question.draft'

/** What was written here and has not reached the server, and upon which revision; null: upon none. */
export interface KeptQuestion {
  rev: number | null
  draft: QuestionDraft
}

const keyOf = (id: QuizQuestionId) => `question.draft.${id}`

// Written by this page alone.
const Kept = v.object({
  rev: v.nullable(v.number()),
  draft: v.looseObject({
    kind: v.string(),
    topic: v.string(),
    difficulty: v.number(),
    evidence: v.string(),
    story: v.string(),
    parts: v.pipe(v.array(v.looseObject({ id: v.string(), options: v.array(v.unknown()) })), v.minLength(1)),
  }),
})

export const keptQuestion = (id: QuizQuestionId): KeptQuestion | null => {
  const kept = v.safeParse(Kept, Taro.getStorageSync(keyOf(id)))
  return kept.success ? (kept.output as unknown as KeptQuestion) : null
}

/** False when the device had no room: then the page must not be closed before it is saved. */
export const keepQuestion = (id: QuizQuestionId, kept: KeptQuestion): boolean => {
  try {
    Taro.setStorageSync(keyOf(id), kept)
    return true
  } catch {
    return false
  }
}

export const dropQuestion = (id: QuizQuestionId): void => Taro.removeStorageSync(keyOf(id))
