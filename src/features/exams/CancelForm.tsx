import { lengthOf } from '#domain/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Letter } from '../../ui/Letter'
import { SidePanel } from '../../ui/SidePanel'

const REASON_LEAST = 2
const REASON_MOST = 200

interface CancelFormProps {
  busy: boolean
  onCancel: (reason: string) => void
  onLeave: () => void
}

/** Why an exam is called off: every candidate reads it. */
export const CancelForm = ({ busy, onCancel, onLeave }: CancelFormProps) => {
  const [reason, setReason] = useState('')
  const length = lengthOf(reason.trim())
  return (
    <SidePanel title="为什么取消？" onClose={onLeave}>
      <View className="t4 c2">
        考生会看到这句话。交了的卷留着，但不再算合格或缺考；取消了不能恢复，要考另安排一场。
      </View>
      <View className="gap-3">
        <Letter label="为什么取消" value={reason} lines={3} limit={REASON_MOST} onInput={setReason} />
      </View>
      <View className="exam-acts gap-4">
        <Button
          busy={busy}
          busyText="正在取消"
          disabledBecause={length < REASON_LEAST ? '请写明原因' : length > REASON_MOST ? '请写短些' : undefined}
          onTap={() => onCancel(reason)}
        >
          取消这场考试
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不
        </Button>
      </View>
    </SidePanel>
  )
}
