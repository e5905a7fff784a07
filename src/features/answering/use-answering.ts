import type { ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { OpenSurvey, Thanks } from '#domain/survey/answering.contract'
import type { AnswerValue } from '#domain/survey/path'
import { QuestionId, type SentAnswers } from '#domain/survey/question.model'
import { useState } from 'react'
import * as v from 'valibot'
import { type Door, draftAt } from './answering.door'
import { type ClosedCode, type Outcome, sendAnswers } from './send-answers'
import { deleteDraft, type Keeping, loadDraft, newDraft, saveDraft, type SurveyDraft } from './survey.draft'
import {
  afterSkipping,
  askedIn,
  goingOnAt,
  handedIn,
  standingAt,
  stillFitting,
  withAnswer,
  wordsOfConcern,
} from '#domain/survey/answering.path'

export type Stage =
  | { readonly kind: 'opening' }
  | { readonly kind: 'question'; readonly id: QuestionId }
  | { readonly kind: 'closed'; readonly code: ClosedCode }
  | {
      readonly kind: 'done'
      readonly thanks: Thanks
      /** Questions on the way that was gone. */
      readonly asked: number
      /** What a complaint would begin with; '' where nothing was low. */
      readonly words: string
    }

const refusedQuestion = (fields: readonly string[] | undefined): QuestionId | null => {
  const id = v.safeParse(QuestionId, (fields?.[0] ?? '').split('.')[1])
  return id.success ? id.output : null
}

interface AnsweringOptions {
  open: OpenSurvey
  door: Door
  now: Instant
  /** A screen is read from its beginning. */
  onShow: () => void
}

export type Answering = ReturnType<typeof useAnswering>

/** Walks through a questionnaire question by question, keeps what was answered on this phone, and hands it in. */
export const useAnswering = ({ open, door, now, onShow }: AnsweringOptions) => {
  const { form } = open
  const keeping: Keeping = door.kind === 'staff' ? 'tab' : 'phone'
  const name = draftAt(door, open.surveyId)
  const [draft, setDraft] = useState<SurveyDraft | null>(() => loadDraft(keeping, name, now))
  const [stage, setStage] = useState<Stage>({ kind: 'opening' })
  const [saved, setSaved] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  /** The question that the hospital did not take as it was answered. */
  const [refused, setRefused] = useState<QuestionId | null>(null)

  const keep = (next: SurveyDraft) => {
    setDraft(next)
    setSaved(saveDraft(keeping, name, next, now))
  }
  const forget = () => {
    deleteDraft(keeping, name)
    setDraft(null)
  }
  const show = (next: Stage) => {
    setStage(next)
    onShow()
  }
  const showQuestion = (at: SurveyDraft, id: QuestionId | null) => {
    if (id === null) return
    keep({ ...at, at: id })
    show({ kind: 'question', id })
  }

  const during = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    setRefused(null)
    try {
      await work()
    } catch {
      setFailed('system.failed')
    } finally {
      setBusy(false)
    }
  }

  const begin = () =>
    during(async () => {
      deleteDraft(keeping, name)
      const begun = await newDraft(open.version, now)
      showQuestion(begun, askedIn(form, {})[0]?.id ?? null)
    })

  /** From where it was left; of an earlier version, with the answers that still fit. */
  const goOn = () => {
    if (!draft) return
    const fitting =
      draft.version === open.version
        ? draft
        : { ...draft, version: open.version, answers: stillFitting(form, draft.answers) }
    showQuestion(fitting, goingOnAt(form, fitting.answers, fitting.at))
  }

  const settle = (outcome: Outcome) => {
    switch (outcome.kind) {
      case 'arrived': {
        const { thanks, sent } = outcome
        const isOfThisVersion = outcome.version === open.version
        forget()
        return show({
          kind: 'done',
          thanks,
          asked: isOfThisVersion ? askedIn(form, sent).length : thanks.answered,
          words: isOfThisVersion ? wordsOfConcern(form, sent) : '',
        })
      }
      case 'closed':
        // What is not asked now may be asked again.
        if (outcome.code !== 'survey.not_open') forget()
        return show({ kind: 'closed', code: outcome.code })
      case 'uncertain':
        return setFailed(outcome.code)
      case 'refused': {
        setFailed(outcome.code)
        const wanted = outcome.code === 'survey.answer_refused' ? refusedQuestion(outcome.fields) : null
        if (wanted === null || standingAt(form, outcome.draft.answers, wanted) === null) return undefined
        setRefused(wanted)
        return showQuestion(outcome.draft, wanted)
      }
    }
  }

  const send = (at: SurveyDraft, sent: SentAnswers) =>
    during(async () => settle(await sendAnswers(at, sent, { door, surveyId: open.surveyId, keep })))

  const handIn = async () => {
    if (draft) await send(draft, handedIn(form, draft.answers))
  }

  /** What left this phone before, as it was. */
  const sendAgain = async () => {
    if (draft?.handed) await send(draft, draft.handed)
  }

  const answer = (id: QuestionId, value: AnswerValue | undefined) => {
    if (!draft || busy) return
    setFailed(null)
    setRefused(null)
    keep({ ...draft, answers: withAnswer(draft.answers, id, value) })
  }

  /** To another question; without losing anything. */
  const goTo = (id: QuestionId | null, at = draft) => {
    if (!at || busy) return
    setFailed(null)
    setRefused(null)
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

  return { draft, stage, saved, busy, failed, refused, begin, goOn, handIn, sendAgain, answer, goTo, skip, leave }
}
