import { type ErrorCode, sentenceFor } from '#domain/errors'
import { Text } from '#domain/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { SidePanel } from '../../ui/SidePanel'
import { TextField } from '../../ui/TextField'

const Reason = Text(2, 100)

interface ReasonPanelProps {
  title: string
  /** Who reads the reason. */
  hint: string
  /** The act in words. */
  act: string
  busy: boolean
  failed: ErrorCode | null
  onSend: (reason: string) => void
  onClose: () => void
}

/** An act that wants its reason. */
export const ReasonPanel = ({ title, hint, act, busy, failed, onSend, onClose }: ReasonPanelProps) => {
  const [reason, setReason] = useState('')
  const wants = v.is(Reason, reason) ? undefined : '请写明原因，2 到 100 个字'
  return (
    <SidePanel title={title} onClose={onClose}>
      <TextField label="原因" value={reason} hint={hint} maxlength={100} onInput={setReason} />
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <Button wide busy={busy} busyText="正在存" disabledBecause={wants} onTap={() => onSend(reason)}>
          {act}
        </Button>
      </View>
    </SidePanel>
  )
}
