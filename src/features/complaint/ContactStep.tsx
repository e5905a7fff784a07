import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { PaperSheet } from '../../ui/PaperSheet'
import { PromiseNote } from '../../ui/PromiseNote'
import { TextField } from '../../ui/TextField'
import { phoneProblem } from './complaint.draft.rules'
import type { StepProps } from './WhatSteps'

const NAME_MAX = 20

interface ContactStepProps extends StepProps {
  /** To the notice how personal information is used. */
  onPrivacy: () => void
}

export const ContactStep = ({ draft, change, onPrivacy }: ContactStepProps) => {
  const [paper, setPaper] = useState(false)
  const choose = (choice: 'named' | 'anonymous') => {
    if (choice === 'anonymous') return change({ named: false })
    if (!draft.named) setPaper(true)
  }
  const decide = (named: boolean) => {
    setPaper(false)
    change({ named })
  }
  return (
    <View>
      <Lead hint="两种都会办，期限一样。">要不要留电话？</Lead>
      <View className="form-part">
        <ChoiceGroup
          label="留名方式"
          options={[
            {
              value: 'anonymous',
              title: '不留名',
              detail: '我们不知道您是谁。要补充情况，只能等您凭查询码回来看；查询码丢了，谁也找不回。',
            },
            {
              value: 'named',
              title: '留名',
              detail: '医患办可以打电话给您，把事情问清楚。被说到的科室看不到您的姓名和电话。',
            },
          ]}
          value={draft.named === null ? null : draft.named ? 'named' : 'anonymous'}
          onChange={choose}
        />
      </View>
      {draft.named ? (
        <View className="form-part">
          <TextField
            label="电话"
            kind="digits"
            value={draft.phone}
            onInput={(phone) => change({ phone })}
            error={phoneProblem(draft.phone)}
            hint="手机号，或带区号的座机"
            maxlength={NAME_MAX}
          />
          <TextField
            label="姓名"
            aside="可以不写"
            value={draft.name}
            onInput={(name) => change({ name })}
            maxlength={NAME_MAX}
          />
        </View>
      ) : null}
      <View className="form-part">
        <PromiseNote
          seenBy="医患办的投诉管理专员，和查这件事的人"
          kept="办结后按投诉档案保存；想拿掉姓名电话，“查进度”里一步就行"
          never="不进病历，不影响看病和用药；谁也不许因此为难您"
        />
      </View>
      {paper ? <ContactPaper decide={decide} onPrivacy={onPrivacy} /> : null}
    </View>
  )
}

interface ContactPaperProps {
  decide: (named: boolean) => void
  onPrivacy: () => void
}

/** What a telephone number is asked for, before it is. */
const ContactPaper = ({ decide, onPrivacy }: ContactPaperProps) => (
  <PaperSheet
    title="留电话之前，讲明白"
    facts={[
      { icon: 'phone', term: '要什么', text: '只要一个电话，姓名可以不写' },
      { icon: 'complaint', term: '做什么用', text: '问清这件事，把答复告诉您。不发广告，不做别的' },
      { icon: 'eye', term: '谁看得到', text: '医患办的投诉管理专员。看一次，记一次' },
      { icon: 'clock', term: '留多久', text: '随这件投诉的档案保存；想拿掉姓名电话，“查进度”里一步就行' },
      { icon: 'cross', term: '不要的', text: '位置、通讯录、微信头像、病历，一样也不取' },
    ]}
    actions={
      <>
        <Button kind="quiet" grow onTap={() => decide(false)}>
          不同意，不留名
        </Button>
        <Button kind="quiet" grow onTap={() => decide(true)}>
          同意，留电话
        </Button>
      </>
    }
    onEscape={() => decide(false)}
  >
    不同意也能投诉，期限一样。
    <LinkText label="看全文：个人信息怎么用" onTap={onPrivacy}>
      看全文
    </LinkText>
  </PaperSheet>
)
