import { randomHex } from '#cloud/random.bytes'
import type { ErrorCode } from '#domain/errors'
import { EventId, type FollowUpId, Nonce } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { goingOnAt, handedIn, stillFitting, withAnswer } from '#domain/survey/answering.path'
import type { FollowUpDetail } from '#domain/survey/followup.contract'
import type { CallOutcome } from '#domain/survey/followup.model'
import { acceptAnswers, type AnswerValue } from '#domain/survey/path'
import { QuestionId } from '#domain/survey/question.model'
import { useCallback, useRef, useState } from 'react'
import * as v from 'valibot'
import { type CallDraft, type CallSheet, emptyCall, loadCall, removeCall, saveCall } from './call.drafts'
import { surveyApi } from './survey.api'

export interface OpenCall {
  readonly id: FollowUpId
  /** null: not read yet. */
  readonly detail: FollowUpDetail | null
  /** What did not work last; what is there stays there. */
  readonly problem: ErrorCode | null
  readonly draft: CallDraft
  /** What is kept lies on this device. */
  readonly saved: boolean
  /** When somebody picked up; null: nobody is on the phone. */
  readonly since: Instant | null
  /** The question that the hospital did not take as it was answered. */
  readonly refused: QuestionId | null
  readonly acting: CallOutcome | 'undo' | null
}

const FIELD = /^answers\.(q[0-9a-z]{1,10})$/

const refusedQuestion = (fields: readonly string[]): QuestionId | null => {
  const id = fields.map((field) => FIELD.exec(field)?.[1]).find((found) => found !== undefined)
  const parsed = v.safeParse(QuestionId, id)
  return parsed.success ? parsed.output : null
}

const CLOSED = new Set<ErrorCode>(['survey.follow_up_closed', 'survey.follow_up_unknown', 'survey.follow_up_settled'])

/** Somebody to ring: read, asked question by question, and what came of it recorded. */
export const useCall = (now: Instant) => {
  const [opened, setOpened] = useState<OpenCall | null>(null)
  // What is open when a late answer comes, not when it was asked for.
  const latest = useRef<OpenCall | null>(null)
  const underWay = useRef(false)

  const show = useCallback((next: OpenCall | null) => {
    latest.current = next
    setOpened(next)
  }, [])
  const change = useCallback(
    (id: FollowUpId, part: Partial<OpenCall>) => {
      const current = latest.current
      if (current?.id === id) show({ ...current, ...part })
    },
    [show],
  )

  const read = useCallback(
    async (id: FollowUpId, problem: ErrorCode | null = null) => {
      const answer = await surveyApi.followUp({ id })
      change(id, answer.ok ? { detail: answer.value, problem } : { problem: problem ?? answer.code })
    },
    [change],
  )
  const open = useCallback(
    (id: FollowUpId) => {
      const draft = loadCall(id)
      show({ id, detail: null, problem: null, draft, saved: true, since: null, refused: null, acting: null })
      return read(id)
    },
    [show, read],
  )
  const close = () => show(null)
  const reread = () => (latest.current ? read(latest.current.id) : Promise.resolve())

  const keep = (draft: CallDraft, part: Partial<OpenCall> = {}) => {
    const current = latest.current
    if (!current) return
    change(current.id, { ...part, draft, saved: saveCall(current.id, draft, now) })
  }
  const changeSheet = (to: (sheet: CallSheet) => CallSheet) => {
    const draft = latest.current?.draft
    if (draft?.sheet) keep({ ...draft, sheet: to(draft.sheet) }, { refused: null, problem: null })
  }

  /** Somebody picked up: on from where the last call broke off. */
  const begin = async () => {
    const current = latest.current
    const survey = current?.detail?.survey
    if (!current || !survey) return
    const { surveyId, version, form } = survey
    const before = current.draft.sheet
    const answers = before?.surveyId === surveyId ? stillFitting(form, before.answers) : {}
    const nonce = before?.nonce ?? v.parse(Nonce, await randomHex())
    const at = goingOnAt(form, answers, before?.at ?? null)
    keep({ ...current.draft, sheet: { surveyId, version, nonce, answers, at } }, { since: Date.now() as Instant })
  }
  /** The line is dead or they have no time: what was said stays for the next call. */
  const hangUp = () => {
    if (latest.current) change(latest.current.id, { since: null })
  }
  const answer = (id: QuestionId, value: AnswerValue | undefined) =>
    changeSheet((sheet) => ({ ...sheet, answers: withAnswer(sheet.answers, id, value) }))
  const goTo = (id: QuestionId) => changeSheet((sheet) => ({ ...sheet, at: id }))

  const finish = (id: FollowUpId, detail: FollowUpDetail) => {
    if (detail.stage === 'done') removeCall(id)
    const draft = detail.stage === 'done' ? emptyCall : { ...(latest.current?.draft ?? emptyCall), attempt: null }
    if (detail.stage !== 'done') saveCall(id, draft, now)
    change(id, { detail, draft, since: null, problem: null, refused: null })
  }

  /** Records what came of the call. What was answered goes with it where it is whole and `withAnswers`. */
  const record = async (outcome: CallOutcome, { closes = false, withAnswers = false } = {}): Promise<boolean> => {
    const current = latest.current
    if (!current || underWay.current) return false
    underWay.current = true
    const { id, draft, detail } = current
    const again = draft.attempt?.outcome === outcome ? draft.attempt.id : null
    const attemptId = again ?? v.parse(EventId, await randomHex())
    keep({ ...draft, attempt: { id: attemptId, outcome } }, { acting: outcome, problem: null, refused: null })
    const sheet = withAnswers && detail?.survey ? draft.sheet : null
    const answers = sheet && detail?.survey ? asHandedIn(sheet, detail.survey.form) : null
    const reply = await surveyApi.recordCall({ id, attemptId, outcome, closes, answers })
    underWay.current = false
    change(id, { acting: null })
    if (reply.ok) {
      finish(id, reply.value)
      return true
    }
    const refused = reply.code === 'survey.answer_refused' ? refusedQuestion(reply.fields ?? []) : null
    if (refused && latest.current?.draft.sheet) goTo(refused)
    change(id, { problem: reply.code, refused })
    if (CLOSED.has(reply.code)) await read(id, reply.code)
    return false
  }

  /** Takes the last call back. */
  const undo = async (): Promise<boolean> => {
    const current = latest.current
    const calls = current?.detail?.calls ?? []
    const last = calls[calls.length - 1]
    if (!current || !last || underWay.current) return false
    underWay.current = true
    change(current.id, { acting: 'undo', problem: null })
    const reply = await surveyApi.undoCall({ id: current.id, attemptId: last.id })
    underWay.current = false
    change(current.id, { acting: null })
    if (reply.ok) change(current.id, { detail: reply.value })
    else if (CLOSED.has(reply.code)) await read(current.id, reply.code)
    else change(current.id, { problem: reply.code })
    return reply.ok
  }

  return { opened, open, close, reread, begin, hangUp, answer, goTo, record, undo }
}

export type Calling = ReturnType<typeof useCall>

const asHandedIn = (
  { surveyId, version, nonce, answers }: CallSheet,
  form: NonNullable<FollowUpDetail['survey']>['form'],
) => ({
  surveyId,
  version,
  nonce,
  answers: handedIn(form, answers),
})

/** Everything that had to be answered was: it can go with whatever came of the call. */
export const isWhole = ({ detail, draft }: OpenCall): boolean => {
  const survey = detail?.survey
  if (!survey || draft.sheet?.surveyId !== survey.surveyId) return false
  const handed = handedIn(survey.form, draft.sheet.answers)
  return Object.keys(handed).length > 0 && acceptAnswers(survey.form, handed).ok
}
