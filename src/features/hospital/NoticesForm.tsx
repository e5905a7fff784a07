import { View } from '@tarojs/components'
import { useState } from 'react'
import { Head } from '../../ui/Lead'
import { TextField } from '../../ui/TextField'
import type { SectionProps } from './BasicsForm'
import { SectionForm } from './SectionForm'
import { faultsInNotices, isFaultless, type NoticesDraft } from './settings.drafts'

/** Whom to ask about personal information, and the reminder of a reply. */
export const NoticesForm = ({ draft, onDraft, onSave, ...section }: SectionProps<NoticesDraft>) => {
  const [checked, setChecked] = useState(false)
  const faults = faultsInNotices(draft)
  const shown = checked ? faults : {}
  const save = () => {
    setChecked(true)
    if (isFaultless(faults)) onSave()
  }
  return (
    <SectionForm title="隐私与提醒" hint="都可以空着。" onSave={save} {...section}>
      <View className="gap-5">
        <Head>个人信息的事找谁</Head>
        <TextField
          label="找谁"
          value={draft.officerName}
          placeholder="信息科 李工"
          maxlength={40}
          hint="有人要查、改、删自己的信息，或者觉得用得不对，找这个人。空着就打监督电话里的第一个。"
          error={shown.officerName}
          onInput={(officerName) => onDraft({ ...draft, officerName })}
        />
      </View>
      <View className="gap-4">
        <TextField
          label="这个人的电话"
          value={draft.officerPhone}
          placeholder="0000-555-0101"
          maxlength={20}
          error={shown.officerPhone}
          onInput={(officerPhone) => onDraft({ ...draft, officerPhone })}
        />
      </View>
      <View className="gap-5">
        <Head>有答复时，微信提醒一次</Head>
        <TextField
          label="订阅消息的模板编号"
          value={draft.templateId}
          maxlength={80}
          hint="在小程序后台选好模板后，把编号复制到这里。空着就不问、也不发。只发给留名的投诉人，消息里没有投诉内容。"
          error={shown.templateId}
          onInput={(templateId) => onDraft({ ...draft, templateId })}
        />
      </View>
    </SectionForm>
  )
}
