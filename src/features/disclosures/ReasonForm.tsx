import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import './Desk.css'

const LEAST = 2
const MOST = 100

interface ReasonFormProps {
  title: string
  hint: string
  action: string
  busy: boolean
  onReason: (reason: string) => void
  onLeave: () => void
}

/** One line of reason before something is sent back or taken away. */
export const ReasonForm = ({ title, hint, action, busy, onReason, onLeave }: ReasonFormProps) => {
  const [reason, setReason] = useState('')
  return (
    <View className="disclosure-form">
      <TextField label={title} hint={hint} value={reason} maxlength={MOST} onInput={setReason} />
      <View className="disclosure-acts">
        <Button
          kind="quiet"
          busy={busy}
          disabledBecause={reason.trim().length < LEAST ? '请先写一句原因' : undefined}
          onTap={() => onReason(reason.trim())}
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
