import type { Kind } from '#domain/complaint/category'
import { COMPLAINT_TEXT_MAX } from '#domain/complaint/complaint.model'
import { View } from '@tarojs/components'
import { Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import type { StepProps } from './WhatSteps'

const WITHOUT_ILLNESS = '别人的病名、病情请不要写。'

/** What is asked, and what may be written down: illness only where consent to it is asked for afterwards. */
const WORDS: Record<Kind, { lead: string; hint: string; placeholder: string }> = {
  complaint: {
    lead: '发生了什么？',
    hint: '想到哪儿写到哪儿。在哪里、当时怎么说的，写上会办得更快。',
    placeholder: '比如：我在护士站问报告什么时候出……',
  },
  inquiry: { lead: '想问什么？', hint: '写得越具体，答得越准。', placeholder: '比如：出院带药要去哪个窗口……' },
  suggestion: {
    lead: '您想怎么改？',
    hint: `现在是什么样，怎样会更好。${WITHOUT_ILLNESS}`,
    placeholder: '比如：候诊区能不能添几把椅子……',
  },
  praise: {
    lead: '想谢谢谁？',
    hint: `不知道名字也行，写“夜里给我妈翻身的护士”，我们去找。${WITHOUT_ILLNESS}`,
    placeholder: '比如：12 层的夜班护士，她每次都……',
  },
}

export const WordsStep = ({ draft, change, saved }: StepProps & { saved: boolean }) => {
  const { lead, hint, placeholder } = WORDS[draft.kind ?? 'complaint']
  return (
    <View>
      <Lead hint={hint}>{lead}</Lead>
      <View className="form-part">
        <Letter
          label={lead.replace('？', '')}
          value={draft.text}
          onInput={(text) => change({ text })}
          placeholder={placeholder}
          limit={COMPLAINT_TEXT_MAX}
          saved={saved && draft.text ? '草稿已存在这台手机里，关掉也不会丢' : undefined}
          error={saved ? undefined : '这台手机存不下草稿了，交出去之前请别关这一页。'}
        />
      </View>
    </View>
  )
}
