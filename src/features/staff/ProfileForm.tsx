import { type Role, roleNames } from '#domain/actor'
import { type Profile, StaffName, StaffNumber } from '#domain/hospital/staff.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { TextField } from '../../ui/TextField'
import { Head } from '../../ui/Lead'
import { DepartmentField, departmentNamed } from './DepartmentField'
import { roleSights, sightInWords } from './role.sight'
import type { People } from './use-people'

interface ProfileFormProps {
  /** What it starts with; absent for somebody new. */
  profile?: Profile
  departments: People['departments']
  saveText: string
  busy: boolean
  onSave: (profile: Profile) => void
}

const ROLE_OPTIONS = roleSights().flatMap((sight) =>
  sight.role === null ? [] : [{ value: sight.role, title: roleNames[sight.role], detail: sightInWords(sight) }],
)

/** Number, name, department and roles of one person. */
export const ProfileForm = ({ profile, departments, saveText, busy, onSave }: ProfileFormProps) => {
  const [number, setNumber] = useState<string>(profile?.number ?? '')
  const [name, setName] = useState(profile?.name ?? '')
  const [department, setDepartment] = useState(
    departments.find(({ id }) => id === profile?.departmentId)?.name ?? profile?.departmentId ?? '',
  )
  const [roles, setRoles] = useState<Role[]>(profile?.roles ?? [])
  const [checked, setChecked] = useState(false)
  const parsedNumber = v.safeParse(StaffNumber, number)
  const parsedName = v.safeParse(StaffName, name)
  const departmentId = departmentNamed(departments, department)

  const save = () => {
    setChecked(true)
    if (!parsedNumber.success || !parsedName.success || departmentId === undefined) return
    onSave({ number: parsedNumber.output, name: parsedName.output, departmentId, roles })
  }

  return (
    <View>
      <TextField
        label="工号"
        value={number}
        error={checked && !parsedNumber.success ? '工号只用字母、数字和短横，不能空着。' : undefined}
        maxlength={40}
        onInput={setNumber}
      />
      <View className="gap-4">
        <TextField
          label="姓名"
          value={name}
          error={checked && !parsedName.success ? '请写姓名，不要太长。' : undefined}
          maxlength={40}
          onInput={setName}
        />
      </View>
      <View className="gap-4">
        <DepartmentField
          departments={departments}
          typed={department}
          error={checked && departmentId === undefined ? '没有这个科室，请在列出来的里面点一个。' : undefined}
          onTyped={setDepartment}
        />
      </View>
      <View className="gap-4">
        <Head>角色</Head>
        <View className="gap-3">
          <ChoiceGroup
            multiple
            label="角色，可以选几个，也可以都不选"
            options={ROLE_OPTIONS}
            value={roles}
            onChange={setRoles}
          />
        </View>
      </View>
      <View className="gap-4">
        <Button kind="quiet" wide busy={busy} busyText="正在保存" onTap={save}>
          {saveText}
        </Button>
      </View>
    </View>
  )
}
