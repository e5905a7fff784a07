import { QUESTIONS_MOST } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Item, List } from '../../ui/List'
import type { NewKind } from './form.edit'

const kinds: readonly { kind: NewKind; title: string; detail: string }[] = [
  { kind: 'D4', title: '满意不满意', detail: '四级量表：非常满意 到 非常不满意，可以答不适用' },
  { kind: 'S4', title: '多久一次', detail: '四级量表：总是如此 到 从未如此，可以答不适用' },
  { kind: 'single', title: '单选', detail: '选一个，每个选项可以跳到不同的题' },
  { kind: 'multiple', title: '多选', detail: '选几个都行' },
  { kind: 'number', title: '0 到 10 分', detail: '打一个分' },
  { kind: 'text', title: '填写', detail: '自己写几句' },
  { kind: 'section', title: '小标题', detail: '隔开两部分，不用答' },
]

interface AddQuestionProps {
  /** 「第 6 题」, after which it will stand. */
  after: string | null
  /** The form has as many as there can be. */
  isFull: boolean
  onAdd: (kind: NewKind) => void
}

export const AddQuestion = ({ after, isFull, onAdd }: AddQuestionProps) => {
  const [isOpen, setIsOpen] = useState(false)
  if (isFull) return <View className="t4 c2">{`一份问卷最多 ${QUESTIONS_MOST} 题，已经满了。`}</View>
  return (
    <View>
      <Button kind="quiet" onTap={() => setIsOpen(!isOpen)}>
        {isOpen ? '先不加' : '加一题'}
      </Button>
      {isOpen ? (
        <View className="gap-3">
          <List label={after ? `加在${after}后面` : '加在最前面'}>
            {kinds.map(({ kind, title, detail }) => (
              <Item
                key={kind}
                title={title}
                detail={detail}
                onTap={() => {
                  setIsOpen(false)
                  onAdd(kind)
                }}
              />
            ))}
          </List>
        </View>
      ) : null}
    </View>
  )
}
