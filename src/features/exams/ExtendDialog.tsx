import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import { EXTRA_MINUTES_MOST } from '#domain/integrity/exam.model'
import type { ExamView } from '#domain/integrity/office.contract'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { toast } from '../../ui/toast'
import { examsApi } from './exams.api'

export const EXTRA_AT_ONCE = 5

interface ExtendDialogProps {
  id: ExamId
  onExtended: (exam: ExamView) => void
  onClose: () => void
}

/** Five more minutes for everybody who is sitting it, upon what it has now: a second tap adds nothing. */
export const ExtendDialog = ({ id, onExtended, onClose }: ExtendDialogProps) => {
  const [exam, setExam] = useState<ExamView | null>(null)
  const [busy, setBusy] = useState(true)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  useEffect(() => {
    const look = async () => {
      const answer = await examsApi.exam({ id })
      setBusy(false)
      if (answer.ok) setExam(answer.value)
      else setFailed(answer.code)
    }
    void look()
  }, [id])
  const inAll = (exam?.extraMinutes ?? 0) + EXTRA_AT_ONCE
  const isFull = exam !== null && inAll > EXTRA_MINUTES_MOST
  const extend = async () => {
    if (!exam || isFull) return onClose()
    setBusy(true)
    const answer = await examsApi.extendExam({ id, rev: exam.rev, extraMinutes: inAll })
    setBusy(false)
    if (!answer.ok) return setFailed(answer.code)
    toast(`全场延长 ${EXTRA_AT_ONCE} 分钟了`)
    onExtended(answer.value)
  }
  const detail = failed
    ? sentenceFor(failed)
    : isFull
      ? `最多延长 ${EXTRA_MINUTES_MOST} 分钟，已经延长了 ${exam.extraMinutes} 分钟。`
      : `在答的每个人都多 ${EXTRA_AT_ONCE} 分钟，收卷也推后 ${EXTRA_AT_ONCE} 分钟；一共延长 ${inAll} 分钟。`
  return (
    <ConfirmDialog
      title={`全场延长 ${EXTRA_AT_ONCE} 分钟？`}
      detail={detail}
      confirm={failed || isFull ? '知道了' : '延长'}
      busy={busy}
      onConfirm={() => {
        if (failed) onClose()
        else void extend()
      }}
      onCancel={onClose}
    />
  )
}
