import { type Marking, type Paper, type PaperQuestion, type Slot, slotOf } from './paper.model'
import type { VersionContent } from './pool.model'
import { type OptionId, type PartId, questionVersionKey } from './question.model'
import { type AskedPart, partsOf } from './question.parts'
import type { Topic } from './question.topics'

/** 对, 漏选 (some of what is right and nothing wrong), 错, 没答. */
export type Verdict = 'right' | 'incomplete' | 'wrong' | 'unanswered'

/** Options chosen, by slot. What was never in the paper counts for nothing. */
export type Chosen = ReadonlyMap<Slot, readonly OptionId[]>

export const verdictOf = ({ kind, key }: Pick<AskedPart, 'kind' | 'key'>, chosen: readonly OptionId[]): Verdict => {
  const marked = [...new Set(chosen)]
  if (marked.length === 0) return 'unanswered'
  if (!marked.every((option) => key.includes(option))) return 'wrong'
  if (kind !== 'multiple') return marked.length === 1 ? 'right' : 'wrong'
  return marked.length === new Set(key).size ? 'right' : 'incomplete'
}

/** From 0 to 1. */
export const creditOf = (verdict: Verdict, incomplete: Marking['incomplete']): number => {
  if (verdict === 'right') return 1
  return verdict === 'incomplete' && incomplete === 'half' ? 1 / 2 : 0
}

export interface MarkedSlot {
  readonly slot: Slot
  readonly topic: Topic
  readonly verdict: Verdict
  readonly earned: number
  readonly possible: number
}

/** Earned of what could be earned; the score is their quotient, and what was left empty is divided by as well. */
export interface Score {
  readonly earned: number
  readonly possible: number
}

export interface Marked extends Score {
  readonly slots: MarkedSlot[]
}

/**
 * How a version is marked other than by its own key, once a regrade said so: by other keys, by part, or everybody right. A
 * single choice may then have several right options, of which one is enough.
 */
export type Correction = { readonly keys: ReadonlyMap<PartId, readonly OptionId[]> } | 'everybody'

/** By `questionVersionKey`. */
export type Corrections = ReadonlyMap<string, Correction>

export type Versions = ReadonlyMap<string, VersionContent>

/** Versions by `questionVersionKey`, as an attempt's paper looks them up. */
export const versionsByKey = (versions: readonly VersionContent[]): Versions =>
  new Map(versions.map((version) => [questionVersionKey(version.questionId, version.version), version]))

/** A version that the paper was drawn from is kept for ever. */
export const versionOf = (
  { questionId, version }: Pick<PaperQuestion, 'questionId' | 'version'>,
  versions: Versions,
) => {
  const found = versions.get(questionVersionKey(questionId, version))
  if (!found) throw new Error(`version ${version} of question ${questionId} is missing`)
  return found
}

const scoreOf = (slots: readonly MarkedSlot[]): Score => ({
  earned: slots.reduce((sum, { earned }) => sum + earned, 0),
  possible: slots.reduce((sum, { possible }) => sum + possible, 0),
})

const markQuestion = (
  question: PaperQuestion,
  parts: readonly AskedPart[],
  { chosen, incomplete, correction }: { chosen: Chosen; incomplete: Marking['incomplete']; correction?: Correction },
): MarkedSlot[] =>
  question.parts.map(({ part, options, marks }) => {
    const slot = slotOf(question.questionId, part)
    const about = { slot, topic: question.topic, possible: marks }
    const asked = parts.find(({ id }) => id === part)
    if (!asked) throw new Error(`part ${part} of question ${question.questionId} is missing`)
    const given = (chosen.get(slot) ?? []).filter((option) => options.includes(option))
    if (correction === 'everybody') return { ...about, verdict: 'right', earned: marks }
    const verdict = verdictOf({ kind: asked.kind, key: correction?.keys.get(part) ?? asked.key }, given)
    return { ...about, verdict, earned: marks * creditOf(verdict, incomplete) }
  })

/** Marks a paper by the versions it was drawn from. Every question drawn counts, answered or not. */
export const mark = (
  paper: Paper,
  chosen: Chosen,
  {
    versions,
    incomplete,
    corrections = new Map(),
  }: { readonly versions: Versions; readonly incomplete: Marking['incomplete']; readonly corrections?: Corrections },
): Marked => {
  const slots = paper.questions.flatMap((question) => {
    const parts = partsOf(versionOf(question, versions).content)
    const correction = corrections.get(questionVersionKey(question.questionId, question.version))
    return markQuestion(question, parts, { chosen, incomplete, ...(correction ? { correction } : {}) })
  })
  return { ...scoreOf(slots), slots }
}

/** Whether so many per cent of what could be earned were earned. Nothing drawn, nothing passed. */
export const isPass = ({ earned, possible }: Score, passPercent: number): boolean =>
  possible > 0 && earned * 100 >= passPercent * possible

/** 0–100; null where nothing was asked. Multiplied first: 29 of 50 is 58 and no hair less. */
export const percentOf = ({ earned, possible }: Score): number | null =>
  possible === 0 ? null : (100 * earned) / possible

export interface TopicScore extends Score {
  readonly topic: Topic
  /** Answered right, of those asked. */
  readonly right: number
  readonly asked: number
}

/** By topic, in the order in which the paper meets them. */
export const byTopic = (slots: readonly MarkedSlot[]): TopicScore[] =>
  [...new Set(slots.map(({ topic }) => topic))].map((topic) => {
    const those = slots.filter((slot) => slot.topic === topic)
    return {
      topic,
      ...scoreOf(those),
      right: those.filter(({ verdict }) => verdict === 'right').length,
      asked: those.length,
    }
  })
