import { randomHex } from '#cloud/random.bytes'
import type { ErrorCode } from '#domain/errors'
import { type DepartmentId, RatingId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { lengthOf } from '#domain/text'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import {
  afterSkipping,
  askedIn,
  goingOnAt,
  handedIn,
  standingAt,
  stillFitting,
  whyNot,
  withAnswer,
} from '#domain/survey/answering.path'
import type { AnswerValue } from '#domain/survey/path'
import { type AskedQuestion, QuestionId, type SentAnswers, TEXT_MOST } from '#domain/survey/question.model'
import { missingEvidence } from '#domain/survey/supervision.rules'
import { useState } from 'react'
import * as v from 'valibot'
import { surveyApi } from './survey.api'
import { dropRating, keepRating, loadRating, type RatingDraft } from './supervision.drafts'
import { evidenceWanted } from './supervision.words'

/** After these one cannot know whether it arrived. */
const UNCERTAIN = new Set<ErrorCode>(['network.offline', 'system.failed'])

/** Nothing can be handed in here any more this month. */
const CLOSED = new Set<ErrorCode>(['supervision.rated', 'survey.not_open', 'survey.full', 'supervision.no_term'])

export type RatingStage =
  | { readonly kind: 'opening' }
  | { readonly kind: 'question'; readonly id: QuestionId }
  | { readonly kind: 'closed'; readonly code: ErrorCode }
  | { readonly kind: 'done'; readonly low: number }

interface RatingOptions {
  departmentId: DepartmentId
  open: OpenSurvey
  now: Instant
  /** A screen is read from its beginning. */
  onShow: () => void
}

export type Rating = ReturnType<typeof useRating>

const EVIDENCE_LEAST = 2

/** What this question still wants before one goes on, in words; null: nothing. */
export const ratingWants = (
  open: OpenSurvey,
  draft: Pick<RatingDraft, 'answers' | 'evidence'>,
  question: AskedQuestion,
  isLast: boolean,
): string | null => {
  const answer = draft.answers[question.id]
  const wanted = whyNot(question, answer, isLast)
  if (wanted !== null) return wanted
  const written = lengthOf((draft.evidence[question.id] ?? '').trim())
  if (written > TEXT_MOST) return `太长了，请删到 ${TEXT_MOST} 字以内`
  const seen = written < EVIDENCE_LEAST ? {} : draft.evidence
  const missing = answer === undefined ? [] : missingEvidence(open.form, { [question.id]: answer }, seen)
  return missing.length > 0 ? `${evidenceWanted(question)}：看到了什么` : null
}

/** What was seen, of the questions that go out. */
const handedEvidence = (answers: SentAnswers, evidence: RatingDraft['evidence']): RatingDraft['evidence'] =>
  Object.fromEntries(
    Object.entries(evidence).flatMap(([id, text]) =>
      answers[id] !== undefined && lengthOf(text.trim()) >= EVIDENCE_LEAST ? [[id, text.trim()]] : [],
    ),
  )

const questionIn = (fields: readonly string[] | undefined): QuestionId | null => {
  const id = v.safeParse(QuestionId, (fields?.[0] ?? '').split('.')[1])
  return id.success ? id.output : null
}

const newId = async () => v.parse(RatingId, await randomHex())

/** Walks through the rating of one department, keeps it on this phone, and hands it in. */
export const useRating = ({ departmentId, open, now, onShow }: RatingOptions) => {
  const { form, surveyId, version } = open
  const [draft, setDraft] = useState<RatingDraft | null>(() => loadRating(departmentId, now))
  const [stage, setStage] = useState<RatingStage>({ kind: 'opening' })
  const [saved, setSaved] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)

  const keep = (next: RatingDraft) => {
    setDraft(next)
    setSaved(keepRating(departmentId, next, now))
  }
  const forget = () => {
    dropRating(departmentId)
    setDraft(null)
  }
  const show = (next: RatingStage) => {
    setStage(next)
    onShow()
  }
  const showQuestion = (at: RatingDraft, id: QuestionId | null) => {
    if (id === null) return
    keep({ ...at, at: id })
    show({ kind: 'question', id })
  }

  /** From the start, or from where it was left; of an earlier version, with the answers that still fit. */
  const begin = async () => {
    if (busy) return
    setFailed(null)
    if (!draft) {
      const id = await newId()
      const begun: RatingDraft = { id, version, answers: {}, evidence: {}, at: null, handed: null, savedAt: now }
      return showQuestion(begun, askedIn(form, {})[0]?.id ?? null)
    }
    const isOfThisVersion = draft.version === version
    const fitting = isOfThisVersion ? draft : { ...draft, version, answers: stillFitting(form, draft.answers) }
    showQuestion(fitting, goingOnAt(form, fitting.answers, fitting.at))
  }

  const handIn = async () => {
    if (!draft || busy) return
    setBusy(true)
    setFailed(null)
    const answers = handedIn(form, draft.answers)
    const sent = { answers, evidence: handedEvidence(answers, draft.evidence) }
    const handed = JSON.stringify(sent)
    // Something else may have arrived under the old number already.
    const id = draft.handed !== null && draft.handed !== handed ? await newId() : draft.id
    keep({ ...draft, id, handed })
    const send = (under: RatingId, what: typeof sent) =>
      surveyApi.rateDepartment({ id: under, surveyId, version, departmentId, ...what })
    let answer = await send(id, sent)
    if (!answer.ok && answer.code === 'supervision.rated' && draft.handed !== null && id !== draft.id) {
      // What went out before is what arrived, perhaps by half: under its own number it becomes whole.
      answer = await send(draft.id, JSON.parse(draft.handed) as typeof sent)
    }
    setBusy(false)
    if (answer.ok) {
      forget()
      return show({ kind: 'done', low: Object.keys(sent.evidence).length })
    }
    if (CLOSED.has(answer.code)) {
      if (answer.code === 'supervision.rated') forget()
      return show({ kind: 'closed', code: answer.code })
    }
    setFailed(answer.code)
    if (UNCERTAIN.has(answer.code)) return
    const settled = { ...draft, id, handed: null }
    keep(settled)
    const wanted = questionIn(answer.fields)
    if (wanted !== null && standingAt(form, settled.answers, wanted)) showQuestion(settled, wanted)
  }

  const answer = (id: QuestionId, value: AnswerValue | undefined) => {
    if (!draft || busy) return
    setFailed(null)
    keep({ ...draft, answers: withAnswer(draft.answers, id, value) })
  }
  const write = (id: QuestionId, text: string) => {
    if (!draft || busy) return
    setFailed(null)
    keep({ ...draft, evidence: { ...draft.evidence, [id]: text } })
  }
  /** To another question; without losing anything. */
  const goTo = (id: QuestionId | null, at = draft) => {
    if (!at || busy) return
    setFailed(null)
    showQuestion(at, id)
  }
  /** On without an answer. */
  const skip = (id: QuestionId) => {
    if (!draft) return
    goTo(afterSkipping(form, draft.answers, id), { ...draft, answers: withAnswer(draft.answers, id, undefined) })
  }
  const leave = () => {
    if (busy) return
    setFailed(null)
    show({ kind: 'opening' })
  }
  return { draft, stage, saved, busy, failed, begin, handIn, answer, write, goTo, skip, leave }
}
