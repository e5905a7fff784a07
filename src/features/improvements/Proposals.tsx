import type { Proposal } from '#domain/survey/improvement.contract'
import { quarterInWords } from '#domain/survey/quarter'
import { raterNames } from '#domain/survey/survey.model'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Head } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import './ImprovementBoard.css'

/** 「三季度 58.7 分（95% 区间 55.0–62.4），界限 65 分」 */
export const proposalFigure = ({ cell, floor, source, rater }: Proposal): string => {
  const where = `${quarterInWords(source.quarter)} · ${raterNames[rater]}`
  if (cell.state !== 'shown' || cell.figure.mean === null) return where
  const { n, mean, lower, upper } = cell.figure
  const interval = lower === null || upper === null ? '' : `（95% 区间 ${lower.toFixed(1)}–${upper.toFixed(1)}）`
  return `${where} · ${n} 份里平均 ${mean.toFixed(1)} 分${interval}，界限 ${floor} 分`
}

interface ProposalsProps {
  proposals: readonly Proposal[]
  mayWrite: boolean
  onTake: (proposal: Proposal) => void
  onLeave: (proposal: Proposal) => void
}

/** Questions below their limit that wait for somebody. */
export const Proposals = ({ proposals, mayWrite, onTake, onLeave }: ProposalsProps) => (
  <View className="improve-part">
    <Head aside="低于界限的题，等一个人接下来">等着接的</Head>
    <View className="gap-3" {...semantics({ role: 'list', label: '等着接的' })}>
      {proposals.map((proposal) => (
        <View key={proposal.id} className="improve-proposal" {...semantics({ role: 'listitem' })}>
          <View>
            <View className="improve-question">{proposal.question}</View>
            <View className="improve-figure">{proposalFigure(proposal)}</View>
          </View>
          {mayWrite ? (
            <View className="improve-acts">
              <Button kind="quiet" label={`接下来：${proposal.question}`} onTap={() => onTake(proposal)}>
                接下来
              </Button>
              <Button kind="text" label={`不改，说明原因：${proposal.question}`} onTap={() => onLeave(proposal)}>
                不改，说明原因
              </Button>
            </View>
          ) : null}
        </View>
      ))}
    </View>
  </View>
)
