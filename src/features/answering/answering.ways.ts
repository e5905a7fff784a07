import type { OpenSurvey } from '#domain/survey/answering.contract'
import type { ReactNode } from 'react'

/** Where one may go from a questionnaire. */
export interface Ways {
  /** Back from the opening screen. */
  onLeave: () => void
  /** After it arrived. */
  onDone: () => void
  /** To the public pages; absent for staff. */
  onPraise?: (open: OpenSurvey | null) => void
  onChanged: () => void
  /** With the words that a complaint would begin with; absent for staff. */
  onComplain?: (open: OpenSurvey | null, words: string) => void
  /** Whom to tell of a red packet. */
  report: ReactNode
}
