import { CODES_AT_ONCE, type TouchpointBoard, type WardRow } from '#domain/hospital/place.contract'
import { PrintFormat, printFormatNames, Touchpoint } from '#domain/hospital/place.model'
import { nextNumbers } from '#domain/hospital/place.rules'
import type { TouchpointId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Item, List } from '../../ui/List'

export interface NewCode {
  id: TouchpointId
  spot: string
  format: PrintFormat
}

interface CodesFormProps {
  board: TouchpointBoard
  ward: WardRow
  busy: boolean
  onSave: (codes: NewCode[]) => void
}

export const formatOptions = PrintFormat.options.map((value) => ({ value, title: printFormatNames[value] }))

/** New codes of a ward: one line for each spot, numbers follow by themselves. */
export const CodesForm = ({ board, ward, busy, onSave }: CodesFormProps) => {
  const [text, setText] = useState('')
  const [format, setFormat] = useState<PrintFormat>('a4')
  const [checked, setChecked] = useState(false)
  const spots = text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []))
  const ids = nextNumbers(
    ward.id,
    board.rows.map(({ id }) => id),
    spots.length,
  )
  const unfit = spots.find((spot) => !v.safeParse(Touchpoint.entries.spot, spot).success)
  const error =
    spots.length === 0
      ? '请写贴在哪里，一行一处。'
      : spots.length > CODES_AT_ONCE
        ? `一次最多加 ${CODES_AT_ONCE} 张，请分几次加。`
        : unfit !== undefined
          ? `“${unfit.slice(0, 12)}”请写成 2 到 30 个字。`
          : undefined

  const save = () => {
    setChecked(true)
    if (error === undefined) onSave(ids.map((id, index) => ({ id, spot: spots[index] ?? '', format })))
  }

  return (
    <View>
      <Letter
        label="贴在哪里，一行一处"
        value={text}
        lines={4}
        placeholder={'护士站台面\n电梯厅'}
        error={checked ? error : undefined}
        onInput={setText}
      />
      {spots.length > 0 && error === undefined ? (
        <List label="会加上这些码">
          {ids.map((id, index) => (
            <Item key={id} title={spots[index] ?? ''} end={id} />
          ))}
        </List>
      ) : null}
      <View className="gap-4">
        <Head>做成什么样</Head>
        <ChoiceGroup label="做成什么样" options={formatOptions} value={format} onChange={setFormat} />
      </View>
      <View className="gap-4">
        <Button kind="primary" wide busy={busy} busyText="正在加" onTap={save}>
          {spots.length > 0 ? `加 ${spots.length} 张码` : '加码'}
        </Button>
      </View>
    </View>
  )
}
