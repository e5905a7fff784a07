import type { Act } from '#domain/complaint/case.contract'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Detail } from '../../ui/Detail'
import { ErrorNote } from '../../ui/ErrorNote'
import { Skeleton } from '../../ui/Skeleton'
import { type CaseDraft, begunActs } from './case.drafts'
import type { FormAct } from './case.form.words'
import { CaseActs } from './CaseActs'
import { CaseFacts } from './CaseFacts'
import type { Colleagues } from './CaseFields'
import { CaseForm } from './CaseForm'
import { CaseHead } from './CaseHead'
import { CaseHistory } from './CaseHistory'
import type { OpenCase, Outcome } from './use-open-case'
import './CaseView.css'

interface CaseViewProps {
  opened: OpenCase
  now: Instant
  acting: Act | null
  /** The act being written. */
  form: FormAct | null
  colleagues: Colleagues
  /** The way in, where the session has ended; nothing that was written is lost by it. */
  signIn: (code: ErrorCode) => ReactNode
  onAct: (act: Act) => void
  onSubmit: (act: FormAct, draft: CaseDraft) => Promise<Outcome>
  onLeaveForm: () => void
  onRetry: () => void
}

const SIGNED_OUT = new Set<ErrorCode>(['auth.required', 'session.expired'])

const troubleOf = (
  { problem }: OpenCase,
  { signIn, onRetry }: Pick<CaseViewProps, 'signIn' | 'onRetry'>,
): ReactNode => {
  if (problem === null) return null
  if (SIGNED_OUT.has(problem)) return signIn(problem)
  return (
    <ErrorNote onRetry={onRetry} retryText="重新读一遍">
      {sentenceFor(problem)}
    </ErrorNote>
  )
}

/** One case at the desk: what to do next, what happened, what else is known. */
export const CaseView = ({
  opened,
  now,
  acting,
  form,
  colleagues,
  signIn,
  onAct,
  onSubmit,
  onLeaveForm,
  onRetry,
}: CaseViewProps) => {
  const { id, detail, fresh, contact } = opened
  const trouble = troubleOf(opened, { signIn, onRetry })
  if (!detail) return <>{trouble ?? <Skeleton lines={8} />}</>
  const act = form ? (
    <CaseForm
      key={`${id}.${form}`}
      act={form}
      detail={detail}
      now={now}
      colleagues={colleagues}
      busy={acting === form}
      trouble={trouble}
      onSubmit={(draft) => onSubmit(form, draft)}
      onLeave={onLeaveForm}
    />
  ) : (
    <CaseActs detail={detail} now={now} begun={new Set(begunActs(id))} acting={acting} onAct={onAct} />
  )
  return (
    <Detail
      head={
        <>
          <CaseHead detail={detail} now={now} />
          {trouble && !form ? <View className="case-problem">{trouble}</View> : null}
        </>
      }
      act={act}
      facts={<CaseFacts detail={detail} contact={contact} now={now} onSeeContact={() => onAct('seeContact')} />}
    >
      <CaseHistory detail={detail} fresh={fresh} now={now} />
    </Detail>
  )
}
