import { isAsked, type Form, type Next, type QuestionId } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Item, List } from '../../ui/List'
import { Tappable } from '../../ui/Tappable'
import { nextInWords, numberOf } from './row.words'

interface JumpFieldProps {
  form: Form
  /** Only what stands below it can be led to. */
  from: QuestionId
  label: string
  value: Next | null
  onChange: (next: Next | null) => void
}

/** Where an answer leads: to what stands below, to a later question, to the end. */
export const JumpField = ({ form, from, label, value, onChange }: JumpFieldProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const place = form.questions.findIndex(({ id }) => id === from)
  const later = form.questions.slice(place + 1)
  const choose = (next: Next | null) => {
    setIsOpen(false)
    onChange(next)
  }
  const offered = [
    { key: 'on', title: '接着往下问', next: null },
    ...later.map((question) => ({
      key: question.id,
      title: isAsked(question) ? `第 ${numberOf(form, question.id)} 题 ${question.text}` : `小标题 ${question.text}`,
      next: question.id,
    })),
    { key: 'end', title: '到这里结束', next: 'end' as const },
  ]
  return (
    <View className="jump">
      <Tappable
        className="jump-now"
        label={`${label}，${nextInWords(form, value)}，${isOpen ? '收起' : '改'}`}
        onTap={() => setIsOpen(!isOpen)}
      >
        <View className="jump-label">{label}</View>
        <View className="jump-value">{nextInWords(form, value)}</View>
        <View className="jump-change">{isOpen ? '收起' : '改'}</View>
      </Tappable>
      {isOpen ? (
        <View className="jump-list">
          <List label={`${label}，改成`}>
            {offered.map(({ key, title, next }) => (
              <Item
                key={key}
                title={title}
                current={next === value}
                end={next === value ? '现在' : undefined}
                onTap={() => choose(next)}
              />
            ))}
          </List>
        </View>
      ) : null}
    </View>
  )
}
