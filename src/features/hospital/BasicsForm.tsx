import { View } from '@tarojs/components'
import { useState } from 'react'
import { Letter } from '../../ui/Letter'
import { TextField } from '../../ui/TextField'
import { SectionForm } from './SectionForm'
import { type BasicsDraft, faultsInBasics, isFaultless } from './settings.drafts'
import type { Saving } from './use-settings'

/** What every section of the settings is given. */
export interface SectionProps<Draft> {
  draft: Draft
  edited: boolean
  saving: Saving
  onDraft: (draft: Draft) => void
  onSave: () => void
  onDiscard: () => void
}

const PLEDGE_LIMIT = 200

/** Name and pledge of the hospital. */
export const BasicsForm = ({ draft, onDraft, onSave, ...section }: SectionProps<BasicsDraft>) => {
  const [checked, setChecked] = useState(false)
  const faults = faultsInBasics(draft)
  const shown = checked ? faults : {}
  const save = () => {
    setChecked(true)
    if (isFaultless(faults)) onSave()
  }
  return (
    <SectionForm title="医院" hint="扫码的人第一眼看到的名字和承诺。" onSave={save} {...section}>
      <View className="gap-4">
        <TextField
          label="医院名称"
          value={draft.name}
          maxlength={60}
          error={shown.name}
          onInput={(name) => onDraft({ ...draft, name })}
        />
      </View>
      <View className="gap-4">
        <Letter
          label="全院的承诺（我承诺　你监督）"
          value={draft.pledge}
          lines={3}
          limit={PLEDGE_LIMIT}
          error={shown.pledge}
          onInput={(pledge) => onDraft({ ...draft, pledge })}
        />
        <View className="settings-note">病区可以有自己的承诺，到“点位与码”里写；没写的用这一条。</View>
      </View>
    </SectionForm>
  )
}
