import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Letter } from '../../ui/Letter'
import { Head } from '../../ui/Lead'

const LEAST = 2
const MOST = 200

interface ReasonAskProps {
  title: string
  hint: string
  action: string
  busy: boolean
  onReason: (reason: string) => void
  onLeave: () => void
}

/** A reason in words before something goes back or is taken away. */
export const ReasonAsk = ({ title, hint, action, busy, onReason, onLeave }: ReasonAskProps) => {
  const [reason, setReason] = useState('')
  const length = reason.trim().length
  return (
    <View className="sheet-section">
      <Head>{title}</Head>
      <View className="t4 c2 gap-2">{hint}</View>
      <View className="gap-3">
        <Letter label={title} value={reason} lines={3} limit={MOST} onInput={setReason} />
      </View>
      <View className="desk-acts gap-3">
        <Button
          busy={busy}
          disabledBecause={length < LEAST ? '请先写明原因' : length > MOST ? '请写短些' : undefined}
          onTap={() => onReason(reason)}
        >
          {action}
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不
        </Button>
      </View>
    </View>
  )
}
