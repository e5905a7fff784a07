import type { SupervisorKind } from '#domain/hospital/hospital.model'
import { View } from '@tarojs/components'
import { TextField } from '../../ui/TextField'
import { TileGroup } from '../../ui/TileGroup'
import { type ContactDraft, faultsInContact } from './settings.drafts'

const KINDS: { value: SupervisorKind; title: string; detail: string }[] = [
  { value: 'hospital', title: '本院', detail: '医患办、门诊部' },
  { value: 'discipline', title: '纪检监察', detail: '医院纪委、监察室' },
  { value: 'commission', title: '卫生健康委', detail: '主管部门' },
]

export const kindNames = new Map(KINDS.map(({ value, title }) => [value, title]))

interface ContactFieldsProps {
  draft: ContactDraft
  /** Whether what is wrong is said yet. */
  checked: boolean
  onDraft: (draft: ContactDraft) => void
}

/** One way to reach those who supervise. */
export const ContactFields = ({ draft, checked, onDraft }: ContactFieldsProps) => {
  const faults = checked ? faultsInContact(draft) : {}
  return (
    <View>
      <TileGroup label="是谁的" options={KINDS} value={draft.kind} onChange={(kind) => onDraft({ ...draft, kind })} />
      <View className="gap-4">
        <TextField
          label="部门名称"
          value={draft.label}
          placeholder="医患办"
          maxlength={40}
          error={faults.label}
          onInput={(label) => onDraft({ ...draft, label })}
        />
      </View>
      <View className="gap-4">
        <TextField
          label="电话"
          aside="电话和邮箱至少写一个"
          value={draft.phone}
          placeholder="0000-555-0120"
          maxlength={20}
          error={faults.phone}
          onInput={(phone) => onDraft({ ...draft, phone })}
        />
      </View>
      <View className="gap-4">
        <TextField
          label="邮箱"
          value={draft.email}
          maxlength={80}
          error={faults.email}
          onInput={(email) => onDraft({ ...draft, email })}
        />
      </View>
      <View className="gap-4">
        <TextField
          label="说明"
          aside="可以不写"
          value={draft.note}
          placeholder="24 小时有人接"
          maxlength={60}
          error={faults.note}
          onInput={(note) => onDraft({ ...draft, note })}
        />
      </View>
    </View>
  )
}
