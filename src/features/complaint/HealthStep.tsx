import type { ForWhom } from '#domain/complaint/complaint.model'
import { View } from '@tarojs/components'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { PromiseNote } from '../../ui/PromiseNote'
import type { StepProps } from './WhatSteps'

interface HealthStepProps extends StepProps {
  onWords: () => void
  onPrivacy: () => void
}

/** Whose consent it is: a relative's own, a guardian's for a child (Art 31). */
const WHOSE: Record<ForWhom, string> = {
  self: '',
  relative: '家里人的病情，请先问过本人。',
  minor: '孩子的病情，由监护人替孩子同意。',
}

/** Separate consent (单独同意) for what the words and photos may tell of somebody's health (个人信息保护法 Art 28–30). */
export const HealthStep = ({ draft, change, onWords, onPrivacy }: HealthStepProps) => (
  <View>
    <Lead hint="病名、检查、用药这些最要紧，所以单独问您一次。">病情能用来查这件事吗？</Lead>
    <View className="form-part">
      <ChoiceGroup
        label="病情能不能用"
        options={[
          {
            value: 'yes',
            title: '同意',
            detail: `文字和照片里写到的病情，只用来查清、答复这一件。${WHOSE[draft.forWhom ?? 'self']}`,
          },
          { value: 'no', title: '不同意', detail: '照样办，期限一样。请先把病名、病情从文字和照片里去掉。' },
        ]}
        value={draft.healthConsent === null ? null : draft.healthConsent ? 'yes' : 'no'}
        onChange={(choice) => change({ healthConsent: choice === 'yes' })}
      />
    </View>
    {draft.healthConsent === false ? (
      <View className="form-part">
        <Notice icon="pen" actions={[{ text: '回去看看写的', onTap: onWords }]}>
          写了病情的话，请去掉再交；没写就接着下一步。
        </Notice>
      </View>
    ) : null}
    <View className="form-part">
      <PromiseNote
        seenBy="医患办的投诉管理专员，和查这件事的人"
        kept="随这件的档案保存；以后不想让用了，在“我的信息”里撤回"
        never="不进病历，不给别的单位，不影响看病"
      />
    </View>
    <LinkText onTap={onPrivacy}>看全文：个人信息怎么用</LinkText>
  </View>
)
