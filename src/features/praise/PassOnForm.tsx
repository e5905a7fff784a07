import type { DepartmentId } from '#domain/ids'
import type { PraiseRow } from '#domain/survey/praise.contract'
import { PraiseKind, praiseKindNames } from '#domain/survey/praise.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { TextField } from '../../ui/TextField'
import type { PraisePage } from './use-praise-desk'

const TO_MOST = 40

interface PassOnFormProps {
  praise: PraiseRow
  departments: PraisePage['departments']
  busy: boolean
  /** The other way out of this form. */
  leave: string
  onPassOn: (passed: { to: string; departmentId: DepartmentId | null; kind: PraiseKind }) => void
  onLeave: () => void
}

/** To whom it was passed on (带到了), whose it is, and what it was. */
export const PassOnForm = ({ praise, departments, busy, leave, onPassOn, onLeave }: PassOnFormProps) => {
  const [to, setTo] = useState(praise.passedOn?.to ?? '')
  const [department, setDepartment] = useState(praise.departmentName ?? '')
  const [kind, setKind] = useState<PraiseKind>(praise.photos.length > 0 && !praise.passedOn ? 'banner' : praise.kind)
  const options = departments.map(({ id, name }) => ({ id, name }))
  const departmentId = optionNamed(options, department)
  const unknown = department.trim() !== '' && departmentId === null
  const wants = to.trim() === '' ? '请写带给了谁' : unknown ? '请从列出的科室里选' : undefined
  return (
    <View className="praise-form">
      <Head>带到了？</Head>
      <View className="gap-3">
        <TextField
          label="带给了谁"
          hint="写的人会看到，例如“呼吸科夜班护士”。"
          value={to}
          maxlength={TO_MOST}
          onInput={setTo}
        />
      </View>
      <View className="gap-4">
        <Lookup
          label="算在哪个科"
          aside="不知道就空着"
          offer="科室"
          options={options}
          typed={department}
          error={unknown ? '没有这个科室，请从列出的里选，或者空着。' : undefined}
          onTyped={setDepartment}
        />
      </View>
      <View className="gap-4">
        <ChoiceGroup
          label="送来的是什么"
          options={PraiseKind.options.map((value) => ({ value, title: praiseKindNames[value] }))}
          value={kind}
          onChange={setKind}
        />
      </View>
      <View className="praise-acts">
        <Button busy={busy} disabledBecause={wants} onTap={() => onPassOn({ to, departmentId, kind })}>
          带到了
        </Button>
        <Button kind="text" onTap={onLeave}>
          {leave}
        </Button>
      </View>
    </View>
  )
}
