import type { Instant } from '#domain/instant'
import type { PublicChange } from '#domain/survey/improvement.contract'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { evidenceInWords, outcomeOf } from './change.words'
import './ChangeList.css'

interface ChangeListProps {
  changes: readonly PublicChange[]
  now: Instant
}

/** 您说的 over 改了 or 还没改, each with since when, who looked, and every day that was promised. */
export const ChangeList = ({ changes, now }: ChangeListProps) => (
  <View className="changes" {...semantics({ role: 'list', label: '您说的，我们改了' })}>
    {changes.map((change) => {
      const { key, tone, text, fine } = outcomeOf(change, change.departmentName, now)
      const evidence = evidenceInWords(change.evidence)
      return (
        <View key={change.id} className="swap" {...semantics({ role: 'listitem' })}>
          <View className="swap-line">
            <View className="swap-key">您说的</View>
            <View className="swap-said">
              {`“${change.said}”`}
              {change.saidBy === null ? null : <Text className="swap-count">{` ${change.saidBy} 人说过`}</Text>}
            </View>
          </View>
          <View className="swap-line is-did">
            <View className={classNames('swap-key', tone)}>{key}</View>
            <View className="swap-did">{text}</View>
          </View>
          {[...fine, ...(evidence ? [evidence] : [])].map((line) => (
            <View key={line} className="swap-fine">
              {line}
            </View>
          ))}
        </View>
      )
    })}
  </View>
)
