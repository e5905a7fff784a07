import { departmentCodeIn, officialParentOf, suggestCodes } from '#domain/hospital/department.codes'
import { Department } from '#domain/hospital/hospital.model'
import type { DepartmentRow } from '#domain/hospital/settings.contract'
import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { Item, List } from '../../ui/List'
import { TextField } from '../../ui/TextField'

interface DepartmentFormProps {
  rows: readonly DepartmentRow[]
  /** Absent for a new one. */
  department?: DepartmentRow
  busy: boolean
  onSave: (department: { id: DepartmentId; name: string }) => void
}

/** Name and code of a department. The code stays: wards and cases hold it. */
export const DepartmentForm = ({ rows, department, busy, onSave }: DepartmentFormProps) => {
  const [name, setName] = useState(department?.name ?? '')
  const [code, setCode] = useState<string>(department?.id ?? '')
  const [checked, setChecked] = useState(false)
  const taken = new Set<string>(rows.map(({ id }) => id))
  const id = departmentCodeIn(code)
  const parsedName = v.safeParse(Department.entries.name, name)
  const isTaken = !department && id !== null && taken.has(id)
  const suggested = !department && id === null ? suggestCodes(code || name, taken) : []
  const parent = id && officialParentOf(id)

  const codeFault = !id
    ? '请用《医疗机构诊疗科目名录》的编号，例如 03.01；职能科室用字母开头，例如 F01。'
    : isTaken
      ? `${id} 已经有科室用了，请换一个。`
      : undefined
  const save = () => {
    setChecked(true)
    if (id && !isTaken && parsedName.success) onSave({ id, name: parsedName.output })
  }
  return (
    <View>
      <TextField
        label="科室名称"
        value={name}
        placeholder="呼吸内科"
        maxlength={60}
        error={checked && !parsedName.success ? '名称请写 2 到 30 个字。' : undefined}
        onInput={setName}
      />
      <View className="gap-4">
        <TextField
          label="编号"
          value={code}
          disabled={department !== undefined}
          hint={
            department
              ? '编号定了不能改：病区和投诉都记着它。'
              : parent
                ? `在名录的“${parent.code} ${parent.name}”里。`
                : '按名录编号；职能科室名录里没有，用 F 开头往下排。'
          }
          error={checked ? codeFault : undefined}
          maxlength={20}
          onInput={setCode}
        />
      </View>
      {suggested.length > 0 ? (
        <View className="gap-3">
          <List label="可以用的编号">
            {suggested.map((one) => (
              <Item
                key={one.id}
                title={one.name || '职能科室，接着往下排'}
                end={one.id}
                onTap={() => setCode(one.id)}
              />
            ))}
          </List>
        </View>
      ) : null}
      <View className="settings-acts">
        <Button wide busy={busy} busyText="正在保存" onTap={save}>
          保存
        </Button>
      </View>
    </View>
  )
}
