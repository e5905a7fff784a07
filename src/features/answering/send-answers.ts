import type { ErrorCode } from '#domain/errors'
import type { SurveyId } from '#domain/ids'
import type { Thanks } from '#domain/survey/answering.contract'
import type { SentAnswers } from '#domain/survey/question.model'
import { answerAt, type Door } from './answering.door'
import { newNonce, type SurveyDraft } from './survey.draft'

/** After these one cannot know whether it arrived. */
const UNCERTAIN = new Set<ErrorCode>(['network.offline', 'system.failed'])

/** Nothing can be handed in here, now or any more. */
const CLOSED = [
  'survey.not_open',
  'survey.already_answered',
  'survey.full',
  'survey.own_department',
  'survey.link_unknown',
] as const
export type ClosedCode = (typeof CLOSED)[number]

export const isClosed = (code: ErrorCode): code is ClosedCode => (CLOSED as readonly ErrorCode[]).includes(code)

/** What became of it, and the draft as it lies on the phone afterwards. */
export type Outcome =
  | { readonly kind: 'arrived'; readonly thanks: Thanks; readonly version: number; readonly sent: SentAnswers }
  | { readonly kind: 'closed'; readonly code: ClosedCode }
  | { readonly kind: 'uncertain'; readonly code: ErrorCode }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly fields: readonly string[]
      readonly draft: SurveyDraft
    }

interface Sending {
  readonly door: Door
  readonly surveyId: SurveyId
  /** Puts the draft into the phone, before anything leaves it. */
  readonly keep: (draft: SurveyDraft) => void
}

const isSame = (one: SentAnswers, other: SentAnswers) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Hands answers in. The same answers go out under the same number however often they are sent; where others may have
 * arrived already, these get a number of their own, and the ones that did arrive are the ones that count.
 */
export const sendAnswers = async (draft: SurveyDraft, sent: SentAnswers, sending: Sending): Promise<Outcome> => {
  const isOther = draft.handed !== null && !isSame(draft.handed, sent)
  const attempt = { ...draft, nonce: isOther ? await newNonce() : draft.nonce, handed: sent }
  sending.keep(attempt)
  const { nonce, version } = attempt
  const answer = await answerAt(sending.door, { surveyId: sending.surveyId, version, nonce, answers: sent })
  if (answer.ok) return { kind: 'arrived', thanks: answer.value, version, sent }
  const { code, fields = [] } = answer
  if (UNCERTAIN.has(code)) return { kind: 'uncertain', code }
  if (code === 'survey.already_answered' && isOther && draft.handed) return sendAnswers(draft, draft.handed, sending)
  if (isClosed(code)) return { kind: 'closed', code }
  const settled = isOther ? { ...attempt, handed: null } : { ...attempt, handed: draft.handed }
  sending.keep(settled)
  return { kind: 'refused', code, fields, draft: settled }
}
