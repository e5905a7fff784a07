import { useLoaded } from '#cloud/use-action'
import type { ExamId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { ExamView } from '#domain/integrity/office.contract'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { planDraftOf } from '../../../features/exams/exam.plan'
import { examsApi } from '../../../features/exams/exams.api'
import { OpenExam } from '../../../features/exams/OpenExam'
import { keptChanges } from '../../../features/exams/plan.store'
import { PlanForm } from '../../../features/exams/PlanForm'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goTo, routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'

interface OpenedExamProps {
  id: ExamId
  now: Instant
  /** Sees how many complaints there are of what. */
  seesComplaints: boolean
  onLeave: () => void
}

/** One exam as it is, or its plan while it is changed. */
export const OpenedExam = ({ id, now, seesComplaints, onLeave }: OpenedExamProps) => {
  const { remote, reload } = useLoaded(examsApi.exam, { id })
  const [changed, setChanged] = useState<ExamView | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const loaded = remote.status === 'done' ? remote.value : null
  // Back from the screen of the room, where more time may have been given.
  useDidShow(() => {
    if (loaded) void reload()
  })
  // What was done here last, until the server is asked again.
  const exam = changed && (!loaded || changed.rev >= loaded.rev) ? changed : loaded
  if (!exam) {
    return remote.status === 'failed' ? (
      <SignInOffer code={remote.code} to={routes.examDesk({ id })} onRetry={() => void reload()} />
    ) : (
      <Skeleton lines={8} />
    )
  }
  if (isEditing) {
    return (
      <PlanForm
        key={exam.rev}
        id={id}
        rev={exam.rev}
        first={keptChanges(id, exam.rev) ?? planDraftOf(exam.plan)}
        now={now}
        onSaved={(saved) => {
          setChanged(saved)
          setIsEditing(false)
        }}
        onLeave={() => setIsEditing(false)}
      />
    )
  }
  return (
    <OpenExam
      exam={exam}
      onExam={setChanged}
      onReload={() => {
        setChanged(null)
        void reload()
      }}
      onEdit={() => setIsEditing(true)}
      onRoom={() => void goTo(routes.examRoom({ id }))}
      onQuestion={(questionId) => void goTo(routes.questionBank({ id: questionId }))}
      onComplaints={seesComplaints ? () => void goTo(routes.rates()) : undefined}
      onLeave={onLeave}
    />
  )
}
