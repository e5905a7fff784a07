import { sentenceFor } from '#domain/errors'
import type { Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { raterShort } from './period.words'
import { TextItem } from './TextItem'
import { type TextFilter, useTexts } from './use-texts'
import './TextAnswers.css'

interface TextAnswersProps {
  results: Pick<Results, 'rater'>
  onClose: () => void
}

/** What people wrote (留言), to be read and sorted by the survey office. */
export const TextAnswers = ({ results, onClose }: TextAnswersProps) => {
  const [filter, setFilter] = useState<TextFilter>({ kind: 'unread' })
  const { remote, texts, load, setThemes } = useTexts(results.rater, filter)
  const [editing, setEditing] = useState<string | null>(null)
  const choose = (chosen: TextFilter) => {
    setEditing(null)
    setFilter(chosen)
  }
  return (
    <SidePanel title={`${raterShort[results.rater]}的留言`} onClose={onClose}>
      <View className="t4 c2">一条条读，归到主题里，才看得出多少人说的是同一件事。新的在前。</View>
      <View className="text-filters" {...semantics({ role: 'group', label: '看哪些留言' })}>
        <Chip pressed={filter.kind === 'unread'} onTap={() => choose({ kind: 'unread' })}>
          还没归类
        </Chip>
        <Chip pressed={filter.kind === 'all'} onTap={() => choose({ kind: 'all' })}>
          全部
        </Chip>
        {(texts?.themes ?? []).map(({ theme, count }) => (
          <Chip
            key={theme}
            pressed={filter.kind === 'theme' && filter.theme === theme}
            label={`主题“${theme}”，${count} 条`}
            onTap={() => choose({ kind: 'theme', theme })}
          >
            {`${theme} ${count}`}
          </Chip>
        ))}
      </View>
      {texts ? (
        <View className="texts" {...semantics({ role: 'list', label: '留言' })}>
          {texts.rows.map((text) => (
            <TextItem
              key={text.id}
              text={text}
              themes={texts.themes}
              isEditing={editing === text.id}
              onEdit={() => setEditing(text.id)}
              onDone={() => setEditing(null)}
              onSave={(themes) => setThemes(text, themes)}
              onReload={() => void load(null)}
            />
          ))}
        </View>
      ) : null}
      {texts?.rows.length === 0 ? <View className="t4 c3">{emptyWords[filter.kind]}</View> : null}
      {remote.status === 'failed' ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void load(texts?.next ?? null)}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.status !== 'done' ? (
        <View className="gap-3">
          <Skeleton lines={4} label="正在取留言" />
        </View>
      ) : texts?.next ? (
        <View className="gap-4">
          <Button kind="quiet" wide onTap={() => void load(texts.next)}>
            再看后面的
          </Button>
        </View>
      ) : null}
    </SidePanel>
  )
}

const emptyWords: Record<TextFilter['kind'], string> = {
  unread: '都归好类了。',
  all: '还没有人留言。',
  theme: '这个主题下没有留言了。',
}
