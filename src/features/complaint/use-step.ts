import type { Progress } from '#domain/complaint/progress.contract'
import type { ReceiptSecret, Selector } from '#domain/complaint/receipt'
import type { ErrorCode } from '#domain/errors'
import type { PhotoId } from '#domain/ids'
import type { Result } from '#domain/result'
import { useRef, useState } from 'react'
import { complaintApi } from './complaint.api'
import { deleteStep, loadStep, saveStep, type StepDraft, type WrittenStep } from './step.draft'

interface Code {
  readonly selector: Selector
  readonly secret: ReceiptSecret
}

const send = (
  { selector, secret }: Code,
  step: WrittenStep,
  { eventId, text, rating }: StepDraft,
  photos: PhotoId[],
): Promise<Result<Progress, ErrorCode>> => {
  const receipt = { selector, secret, eventId }
  const written = text.trim() === '' ? null : text
  switch (step) {
    case 'answer':
    case 'add':
      return complaintApi.answer({ ...receipt, text: written, photos })
    case 'reopen':
      return complaintApi.reopen({ ...receipt, text, photos })
    case 'rate':
      return complaintApi.rate({ ...receipt, rating: rating ?? 0, text: written })
    case 'withdraw':
      return complaintApi.withdraw({ ...receipt, text: written })
  }
}

interface Open {
  readonly step: WrittenStep
  readonly draft: StepDraft
  readonly saved: boolean
}

/** A step being written: its draft lies on this phone until the office has it. */
export const useStep = (code: Code | null) => {
  const [open, setOpen] = useState<Open | null>(null)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)

  const begin = async (step: WrittenStep) => {
    if (!code) return
    setFailed(null)
    try {
      setOpen({ step, draft: await loadStep(code.selector, step), saved: true })
    } catch {
      setFailed('system.failed')
    }
  }
  const change = (part: Partial<StepDraft>) => {
    if (!open || !code) return
    const draft = { ...open.draft, ...part }
    setOpen({ ...open, draft, saved: saveStep(code.selector, open.step, draft) })
  }
  /** The case as it is afterwards; null when it was not taken, and then everything is still there. */
  const take = async (photos: PhotoId[]): Promise<Progress | null> => {
    if (!open || !code || underWay.current) return null
    underWay.current = true
    setBusy(true)
    setFailed(null)
    const answer = await send(code, open.step, open.draft, photos)
    underWay.current = false
    setBusy(false)
    if (!answer.ok) {
      setFailed(answer.code)
      return null
    }
    deleteStep(code.selector, open.step)
    setOpen(null)
    return answer.value
  }
  const leave = () => {
    setOpen(null)
    setFailed(null)
  }
  return { open, failed, busy, begin, change, take, leave }
}
