import { View } from '@tarojs/components'
import { useState } from 'react'
import { lengthOf } from '#domain/text'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Letter } from '../../ui/Letter'
import { SidePanel } from '../../ui/SidePanel'

interface ReasonAskProps {
  title: string
  hint: string
  action: string
  least: number
  most: number
  busy: boolean
  /** Why it was not done, in a sentence. */
  problem: string | null
  onReason: (reason: string) => void
  onLeave: () => void
}

/** Some words that have to stand before an act is done: why, or where the rule was read. */
export const ReasonAsk = ({ title, hint, action, least, most, busy, problem, onReason, onLeave }: ReasonAskProps) => {
  const [reason, setReason] = useState('')
  const length = lengthOf(reason.trim())
  return (
    <SidePanel title={title} onClose={onLeave}>
      <View className="t4 c2">{hint}</View>
      <View className="gap-3">
        <Letter label={title} value={reason} lines={3} limit={most} onInput={setReason} />
      </View>
      {problem ? (
        <View className="gap-3">
          <ErrorNote>{problem}</ErrorNote>
        </View>
      ) : null}
      <View className="bank-acts gap-4">
        <Button
          busy={busy}
          busyText="正在记下"
          disabledBecause={length < least ? `请写明，至少 ${least} 个字` : length > most ? '请写短些' : undefined}
          onTap={() => onReason(reason)}
        >
          {action}
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不
        </Button>
      </View>
    </SidePanel>
  )
}
