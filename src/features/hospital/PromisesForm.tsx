import { type PromiseName, type PromiseSetting, promiseSettings } from '#domain/hospital/promise.settings'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { TextField } from '../../ui/TextField'
import type { SectionProps } from './BasicsForm'
import { SectionForm } from './SectionForm'
import { faultsInPromises, isFaultless, promiseNames, type PromisesDraft } from './settings.drafts'

const LABELS: Record<PromiseName, { label: string; unit: string }> = {
  replyWithinWorkingDays: { label: '答复投诉', unit: '个工作日内' },
  severalDepartmentsWithinWorkingDays: { label: '要几个科室一起查的，答复', unit: '个工作日内' },
  reviewWithinWorkingDays: { label: '投诉人要求再查一次，答复', unit: '个工作日内' },
  closeAfterDays: { label: '答复之后没有回音，可以归档', unit: '天后' },
  graceMonthsForReplacedCodes: { label: '换下来的码还能用', unit: '个月' },
  passOnPraiseWithinDays: { label: '把表扬带到', unit: '天内' },
  followUpGeneralDays: { label: '出院随访，一般的', unit: '天内' },
  followUpChronicDays: { label: '出院随访，慢病的', unit: '天内' },
  followUpTumourDays: { label: '出院随访，肿瘤的', unit: '天内' },
  followUpKeptDays: { label: '随访完，姓名和电话再留', unit: '天' },
}

const hintFor = ({ usual, least, most, rule }: PromiseSetting, unit: string): string =>
  rule
    ? `默认 ${usual} ${unit}，默认值来自${rule}，待法务确认。只能更短，不能更长。`
    : `默认 ${usual} ${unit}，是医院自己的承诺，可以写 ${least} 到 ${most}。`

/** What the hospital promises, in days. */
export const PromisesForm = ({ draft, onDraft, onSave, ...section }: SectionProps<PromisesDraft>) => {
  const [checked, setChecked] = useState(false)
  const faults = faultsInPromises(draft)
  const shown = checked ? faults : {}
  const save = () => {
    setChecked(true)
    if (isFaultless(faults)) onSave()
  }
  return (
    <SectionForm
      title="期限"
      hint="改过以后收到的投诉、导入的出院的人照新的算；已经答应了日期的，日期不变。收到的当天不算。"
      onSave={save}
      {...section}
    >
      {promiseNames.map((name) => {
        const { label, unit } = LABELS[name]
        return (
          <View key={name} className="gap-4">
            <TextField
              label={label}
              aside={unit}
              kind="digits"
              value={draft[name]}
              maxlength={3}
              hint={hintFor(promiseSettings[name], unit)}
              error={shown[name]}
              onInput={(typed) => onDraft({ ...draft, [name]: typed })}
            />
          </View>
        )
      })}
    </SectionForm>
  )
}
