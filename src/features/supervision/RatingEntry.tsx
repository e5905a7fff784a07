import type { DepartmentId } from '#domain/ids'
import type { RatedItem, RatingRow } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import type * as v from 'valibot'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { monthWords } from './supervision.words'
import './supervision.css'

type Item = v.InferOutput<typeof RatedItem>

interface RatingEntryProps {
  rating: RatingRow
  /** To what was found in this department alone. */
  onAbout?: (departmentId: DepartmentId, name: string) => void
}

/** What was found in a department in one month: what was low first, with what was seen. */
export const RatingEntry = ({ rating, onAbout }: RatingEntryProps) => {
  const { month, departmentId, departmentName, byName, items } = rating
  const isTold = ({ isLow, evidence }: Item) => isLow || evidence !== null
  const told = items.filter(isTold)
  const rest = items.filter((item) => !isTold(item))
  return (
    <View className="duty" {...semantics({ role: 'listitem' })}>
      <View className="duty-head">
        <View className="duty-title">{`${monthWords(month)} · ${departmentName}`}</View>
        <View className="duty-where">{[byName, lowWords(items)].filter(Boolean).join(' · ')}</View>
      </View>
      {told.map((item) => (
        <View key={item.questionId} className="rated-item">
          <View className="rated-question">{`${item.question} ${item.answer}`}</View>
          {item.evidence ? <View className="finding-seen">{item.evidence}</View> : null}
        </View>
      ))}
      {rest.length > 0 ? (
        <View className="duty-where">{rest.map(({ question, answer }) => `${question} ${answer}`).join('；')}</View>
      ) : null}
      {onAbout ? (
        <LinkText
          role="button"
          label={`只看这个科室，${departmentName}`}
          onTap={() => onAbout(departmentId, departmentName)}
        >
          只看这个科室
        </LinkText>
      ) : null}
    </View>
  )
}

const lowWords = (items: readonly Item[]): string => {
  const low = items.filter(({ isLow }) => isLow).length
  return low > 0 ? `评了 ${items.length} 项，${low} 项低` : `评了 ${items.length} 项，没有低的`
}
