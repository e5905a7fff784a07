import { type ErrorCode, sentenceFor } from '#domain/errors'
import { isAsked } from '#domain/survey/question.model'
import { readySet } from '#domain/survey/ready/ready.sets'
import { Rater, raterNames } from '#domain/survey/survey.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { SidePanel } from '../../ui/SidePanel'

export type Beginning = 'ready' | 'empty'

interface NewQuestionnaireProps {
  busy: boolean
  failed: ErrorCode | null
  onMake: (rater: Rater, beginning: Beginning) => void
  onClose: () => void
}

const raters = Rater.options.map((rater) => ({ value: rater, title: raterNames[rater] }))

/** Who will answer, and whether to begin with the set that is there or with nothing. */
export const NewQuestionnaire = ({ busy, failed, onMake, onClose }: NewQuestionnaireProps) => {
  const [rater, setRater] = useState<Rater>('outpatient')
  const [beginning, setBeginning] = useState<Beginning>('ready')
  const set = readySet(rater)
  return (
    <SidePanel title="新建一份问卷" onClose={onClose}>
      {failed ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-4">
        <Head>给谁答</Head>
        <ChoiceGroup label="给谁答" options={raters} value={rater} onChange={setRater} />
      </View>
      <View className="gap-5">
        <Head>从什么开始</Head>
        <ChoiceGroup
          label="从什么开始"
          options={[
            {
              value: 'ready',
              title: '写好的一份',
              detail: `“${set.title}”，${set.questions.filter(isAsked).length} 题，拿来改`,
            },
            { value: 'empty', title: '空白', detail: '从第一题写起' },
          ]}
          value={beginning}
          onChange={setBeginning}
        />
      </View>
      <View className="gap-5">
        <Button wide busy={busy} busyText="正在建" onTap={() => onMake(rater, beginning)}>
          建好，去改
        </Button>
      </View>
    </SidePanel>
  )
}
