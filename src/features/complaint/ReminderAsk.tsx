import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { askReminder } from './ask-reminder'
import type { KeptReceipt } from './receipt.store'

interface ReminderAskProps {
  receipt: KeptReceipt
  onAsked: (receipt: KeptReceipt) => void
}

/** Inside WeChat alone, for a named complainant, where the hospital has such a message. */
export const ReminderAsk = ({ receipt, onAsked }: ReminderAskProps) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { named, reminderTemplateId } = receipt
  if (process.env.TARO_ENV !== 'weapp' || !named || reminderTemplateId === null) return null
  const ask = async () => {
    setBusy(true)
    setProblem(null)
    const reminder = await askReminder(receipt, reminderTemplateId)
    setBusy(false)
    if (reminder.kind === 'asked') onAsked(reminder.receipt)
    else setProblem(reminder.because)
  }
  return (
    <>
      <Button kind="text" wide icon="bell" busy={busy} busyText="正在问微信" onTap={() => void ask()}>
        有答复时，微信提醒我一次
      </Button>
      {problem ? (
        <Notice tone="wait" icon="bell" announced="status">
          {problem}
        </Notice>
      ) : null}
    </>
  )
}
