import type { LastFinding } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import { semantics } from '../../ui/semantics'
import { useNow } from '../../ui/useNow'
import { mendedInWords, monthWords } from './supervision.words'
import './supervision.css'

interface FindingListProps {
  findings: readonly LastFinding[]
  /** With the question each belongs to. */
  named?: boolean
}

/** What was low the last time, and what the department says it did about it. */
export const FindingList = ({ findings, named = false }: FindingListProps) => {
  const now = useNow()
  if (findings.length === 0) return <View className="supervision-none">上次没有评得低的。</View>
  return (
    <View className="findings" {...semantics({ role: 'list', label: '上次的问题' })}>
      {findings.map((finding) => (
        <View
          key={[finding.month, finding.questionId, finding.answer, finding.evidence].join()}
          className="finding"
          {...semantics({ role: 'listitem' })}
        >
          {named ? <View className="finding-question">{finding.question}</View> : null}
          <View className="finding-seen">
            {`${monthWords(finding.month)}评的是“${finding.answer}”${finding.evidence ? `：${finding.evidence}` : '。'}`}
          </View>
          <View className="finding-mended">{mendedInWords(finding, now)}</View>
        </View>
      ))}
    </View>
  )
}
