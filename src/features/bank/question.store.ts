import { QuizQuestionId } from '#domain/ids'
import Taro from '@tarojs/taro'
import * as v from 'valibot'
import type { QuestionDraft } from './question.draft'

/** What was written here and has not reached the server, and upon which revision; null: upon none. */
export interface KeptQuestion {
  rev: number | null
  draft: QuestionDraft
}

const PREFIX = 'question.draft.'

const keyOf = (id: QuizQuestionId) => `${PREFIX}${id}`

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

/** A new question that was left here before the server heard of it. */
export const keptNew = (): { id: QuizQuestionId; draft: QuestionDraft } | null => {
  const { keys } = Taro.getStorageInfoSync()
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const id = v.safeParse(QuizQuestionId, key.slice(PREFIX.length))
    const kept = id.success ? keptQuestion(id.output) : null
    if (id.success && kept?.rev === null) return { id: id.output, draft: kept.draft }
  }
  return null
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

/** With signing out, no question and no answer stays on this device. */
export const forgetQuestions = (): void => {
  const { keys } = Taro.getStorageInfoSync()
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) Taro.removeStorageSync(key)
}
