import type { QuestionResult, Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { percent } from '../../ui/chart/Plot'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { valueInWords } from './figure.words'
import { optionInWords, questionFacts } from './question.words'
import './QuestionList.css'

interface QuestionListProps {
  questions: Results['questions']
  /** Where what lies below its limit is taken care of; null: not from here. */
  onImprove: (() => void) | null
}

/** Every question in the order it is asked, with its figures; its options unfold. What people wrote is read elsewhere. */
export const QuestionList = ({ questions, onImprove }: QuestionListProps) => (
  <View className="questions" {...semantics({ role: 'list', label: '题目' })}>
    {questions
      .filter(({ kind }) => kind !== 'text')
      .map((question) => (
        <Question key={question.id} question={question} onImprove={onImprove} />
      ))}
  </View>
)

const Question = ({ question, onImprove }: { question: QuestionResult; onImprove: (() => void) | null }) => {
  const [open, setOpen] = useState(false)
  const { text, options, floor, isBelow } = question
  return (
    <View className="question" {...semantics({ role: 'listitem' })}>
      <View className="question-text">{text}</View>
      <View className="question-facts">
        {questionFacts(question).map((words) => (
          <View key={words} className="question-fact">
            {words}
          </View>
        ))}
        {options ? (
          <View className="question-way not-printed">
            <LinkText role="button" label={`${text}，${open ? '收起' : '看'}选项`} onTap={() => setOpen(!open)}>
              {open ? '收起选项' : '看选项'}
            </LinkText>
          </View>
        ) : null}
      </View>
      {isBelow && floor !== null ? (
        <View className="question-below">
          <Status tone="wait">{`低于改进界限 ${valueInWords(floor)} 分`}</Status>
          {onImprove ? (
            <LinkText label={`${text}，去“我们改了”`} onTap={onImprove}>
              去“我们改了” ›
            </LinkText>
          ) : null}
        </View>
      ) : null}
      {open && options ? <Options options={options} /> : null}
    </View>
  )
}

const Options = ({ options }: { options: NonNullable<QuestionResult['options']> }) => {
  const most = Math.max(1, ...options.map(({ count }) => count ?? 0))
  return (
    <View className="question-options" {...semantics({ role: 'list', label: '选项' })}>
      {options.map(({ id, text, count }) => (
        <View key={id} className="question-option" {...semantics({ role: 'listitem' })}>
          <View className="question-option-text">{text}</View>
          <View className="question-option-count">{optionInWords(count)}</View>
          <View className="question-track">
            {count === null ? null : <View className="question-bar" style={{ width: percent(count / most) }} />}
          </View>
        </View>
      ))}
    </View>
  )
}
