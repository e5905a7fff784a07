import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { ChartPoint } from '#domain/metrics/metrics.contract'
import { RateNote } from '#domain/metrics/metrics.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { TextField } from '../../ui/TextField'
import { metricsApi } from './metrics.api'

interface NoteFormProps {
  point: ChartPoint
  onDone: () => void
  /** Somebody else wrote meanwhile: theirs is to be seen first. */
  onReload: () => void
}

/** What happened in a month, for everybody who reads the chart. */
export const NoteForm = ({ point, onDone, onReload }: NoteFormProps) => {
  const { month, note, noteRev } = point
  const [text, setText] = useState(note?.text ?? '')
  const [refused, setRefused] = useState(false)
  const { remote, run } = useAction(metricsApi.annotate)
  const send = async (wanted: string | null) => {
    const result = await run({ month, text: wanted, rev: noteRev })
    if (result.ok) onDone()
    else if (result.code === 'data.changed') onReload()
  }
  const submit = () => {
    const parsed = v.safeParse(RateNote.entries.text, text)
    setRefused(!parsed.success)
    if (parsed.success) void send(parsed.output)
  }
  const busy = remote.status === 'pending'
  return (
    <View>
      <TextField
        label="一句话"
        value={text}
        placeholder="例如：新收费系统上线"
        hint="写在图上，看得到投诉率的人都看得到。不写患者和职工的名字。"
        error={refused ? '请写 1 到 60 个字。' : undefined}
        onInput={setText}
        onConfirm={submit}
      />
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <Button wide busy={busy} onTap={submit}>
          写上去
        </Button>
      </View>
      {note ? (
        <View className="gap-3">
          <Button kind="quiet" wide disabled={busy} onTap={() => void send(null)}>
            去掉这条说明
          </Button>
        </View>
      ) : null}
    </View>
  )
}
