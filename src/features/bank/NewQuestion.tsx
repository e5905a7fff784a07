import type { Evidence, QuestionKind } from '#domain/integrity/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { SidePanel } from '../../ui/SidePanel'

const KINDS: readonly { value: QuestionKind; title: string; detail: string }[] = [
  { value: 'single', title: '单选', detail: '几个选项里只有一个对' },
  { value: 'multiple', title: '多选', detail: '至少两个对；错选不得分，漏选按考试的规定' },
  { value: 'true_false', title: '判断', detail: '一句话，对还是错' },
  { value: 'case', title: '案例', detail: '一段经过，后面跟两到六个小题' },
]

const EVIDENCE: readonly { value: Evidence; title: string; detail: string }[] = [
  { value: 'V', title: '原文就在手边', detail: '照着条款原文写，写完两个人复核就能用' },
  { value: 'M', title: '还没对过原文', detail: '先写下来；有人核过原文、写明出处，才能用' },
]

interface NewQuestionProps {
  onBegin: (kind: QuestionKind, evidence: Evidence) => void
  onClose: () => void
}

/** What kind of question, and whether its rule lies beside the writer. */
export const NewQuestion = ({ onBegin, onClose }: NewQuestionProps) => {
  const [kind, setKind] = useState<QuestionKind>('single')
  const [evidence, setEvidence] = useState<Evidence | null>(null)
  return (
    <SidePanel title="出一道题" onClose={onClose}>
      <Head>什么题型</Head>
      <View className="gap-2">
        <ChoiceGroup label="什么题型" options={KINDS} value={kind} onChange={setKind} />
      </View>
      <View className="gap-5">
        <Head aside="写的时候不能改">对着条款原文写吗</Head>
        <View className="gap-2">
          <ChoiceGroup label="对着条款原文写吗" options={EVIDENCE} value={evidence} onChange={setEvidence} />
        </View>
      </View>
      <View className="gap-5">
        <Button
          wide
          disabledBecause={evidence === null ? '先说对没对着原文' : undefined}
          onTap={() => {
            if (evidence !== null) onBegin(kind, evidence)
          }}
        >
          开始写
        </Button>
      </View>
    </SidePanel>
  )
}
