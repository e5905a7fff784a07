import type { TouchpointBoard, WardRow } from '#domain/hospital/place.contract'
import { Ward } from '#domain/hospital/place.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { Letter } from '../../ui/Letter'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { TextField } from '../../ui/TextField'

export type WardWords = Pick<WardRow, 'id' | 'departmentId' | 'name' | 'pledge'>

interface WardFormProps {
  /** What it starts with; absent for a new one. */
  ward?: WardRow
  board: TouchpointBoard
  busy: boolean
  onSave: (ward: WardWords) => void
}

const PLEDGE_LIMIT = 200

/** Number, name, department and pledge of a ward. Its number stays: it is printed on the walls. */
export const WardForm = ({ ward, board, busy, onSave }: WardFormProps) => {
  const [id, setId] = useState<string>(ward?.id ?? '')
  const [name, setName] = useState(ward?.name ?? '')
  const [department, setDepartment] = useState(
    board.departments.find((one) => one.id === ward?.departmentId)?.name ?? '',
  )
  const [pledge, setPledge] = useState(ward?.pledge ?? '')
  const [checked, setChecked] = useState(false)
  const parsedId = v.safeParse(Ward.entries.id, id.trim().toUpperCase())
  const parsedName = v.safeParse(Ward.entries.name, name)
  const parsedPledge = v.safeParse(Ward.entries.pledge, pledge.trim() === '' ? null : pledge)
  const departmentId = optionNamed(board.departments, department)

  const save = () => {
    setChecked(true)
    if (!parsedId.success || !parsedName.success || !parsedPledge.success || departmentId === null) return
    onSave({ id: parsedId.output, name: parsedName.output, pledge: parsedPledge.output, departmentId })
  }
  const wrong = (is: boolean, sentence: string) => (checked && is ? sentence : undefined)

  return (
    <View>
      <TextField
        label="病区编号"
        value={id}
        disabled={ward !== undefined}
        hint={ward ? '印在码牌上的编号，不能改。' : '会印在码牌上，例如 JQ-12E；定了以后不能改。'}
        error={wrong(!parsedId.success, '编号只用大写字母、数字和短横，2 到 20 个。')}
        maxlength={20}
        onInput={setId}
      />
      <View className="gap-4">
        <TextField
          label="病区或场所的名字"
          value={name}
          placeholder="住院部 12 层东病区"
          error={wrong(!parsedName.success, '请写来的人认得出的名字，2 到 30 个字。')}
          maxlength={60}
          onInput={setName}
        />
      </View>
      <View className="gap-4">
        <Lookup
          label="归哪个科室"
          offer="是哪个科室"
          options={board.departments}
          typed={department}
          error={wrong(departmentId === null, '没有这个科室，请在列出来的里面点一个。')}
          onTyped={setDepartment}
        />
      </View>
      <View className="gap-4">
        <Letter
          label="这里的承诺，空着就用全院的"
          value={pledge}
          lines={3}
          limit={PLEDGE_LIMIT}
          placeholder={board.hospital.pledge}
          error={wrong(!parsedPledge.success, '承诺请写 5 到 200 个字，或者空着用全院的。')}
          onInput={setPledge}
        />
      </View>
      <View className="gap-4">
        <Button kind="primary" wide busy={busy} busyText="正在保存" onTap={save}>
          保存
        </Button>
      </View>
    </View>
  )
}
