import { sentenceFor } from '#domain/errors'
import { type Topic, topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Pick } from '../../ui/Pick'
import { SidePanel } from '../../ui/SidePanel'
import { toast } from '../../ui/toast'
import { allQuestions, saveAsGift, saveAsSheet } from './question.export'

type Form = 'sheet' | 'gift'

const FORMS: readonly { value: Form; title: string; detail: string }[] = [
  { value: 'sheet', title: '表格（XLSX）', detail: '在 Excel 里看、改，改好能再导回来' },
  { value: 'gift', title: 'GIFT', detail: 'Moodle 和别的学习平台认得的文本' },
]

interface ExportPanelProps {
  topics: readonly { topic: Topic; count: number }[]
  topic: Topic | null
  onClose: () => void
}

/** The bank, or one topic of it, as a file that can be brought in again. */
export const ExportPanel = ({ topics, topic: first, onClose }: ExportPanelProps) => {
  const [form, setForm] = useState<Form>('sheet')
  const [topic, setTopic] = useState<Topic | null>(first)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const name = topic === null ? '题库' : `题库 ${topicNames[topic]}`
  const save = async () => {
    setBusy(true)
    setProblem(null)
    const questions = await allQuestions(topic)
    if (questions.ok) {
      try {
        await (form === 'sheet' ? saveAsSheet(questions.value, name) : saveAsGift(questions.value, name))
        toast(`${questions.value.length} 题下载好了`)
      } catch {
        setProblem('文件没有写成，请再试一次。')
      }
    } else setProblem(sentenceFor(questions.code))
    setBusy(false)
  }
  return (
    <SidePanel title="导出题库" onClose={onClose}>
      {process.env.TARO_ENV === 'h5' ? (
        <View>
          <Head>存成什么</Head>
          <View className="gap-2">
            <ChoiceGroup label="存成什么" options={FORMS} value={form} onChange={setForm} />
          </View>
          <View className="gap-4">
            <Pick
              label="主题"
              value={topic ?? ''}
              options={[
                { value: '', title: '全部主题' },
                ...topics.map((each) => ({ value: each.topic, title: `${topicNames[each.topic]} ${each.count}` })),
              ]}
              onChange={(next) => setTopic(next === '' ? null : next)}
            />
          </View>
          {problem ? (
            <View className="gap-4">
              <ErrorNote onRetry={() => void save()}>{problem}</ErrorNote>
            </View>
          ) : null}
          <View className="gap-5">
            <Button wide icon="save" busy={busy} busyText="正在写文件" onTap={() => void save()}>
              下载
            </Button>
          </View>
          <View className="gap-3 t4 c2">里面有答案。用完请删掉，别放在大家都用的电脑上。</View>
        </View>
      ) : (
        <Empty title="导出题库请在电脑上办" hint="在电脑上打开“题库”，点“导出”。" />
      )}
    </SidePanel>
  )
}
