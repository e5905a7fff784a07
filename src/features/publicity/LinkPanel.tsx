import { useAction, useLoaded } from '#cloud/use-action'
import type { Block } from '#domain/culture/block.model'
import { sentenceFor } from '#domain/errors'
import { type Topic as QuizTopic, topicNames, topics } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { TextField } from '../../ui/TextField'
import { publicityApi } from './publicity.api'

type Link = Extract<Block, { kind: 'link' }>
type Page = Link['to']['page']

const pageNames: Record<Page, string> = { article: '文章', disclosure: '公开事项', quiz: '题目' }
const PAGES: readonly Page[] = ['article', 'disclosure', 'quiz']

interface LinkPanelProps {
  onChoose: (link: Link) => void
  onClose: () => void
}

/** Where a link of the article leads: another article, a disclosed item, a topic of questions. */
export const LinkPanel = ({ onChoose, onClose }: LinkPanelProps) => {
  const [page, setPage] = useState<Page>('article')
  return (
    <SidePanel title="连到哪里" onClose={onClose}>
      <View className="desk-chips" {...semantics({ role: 'group', label: '连到哪一种' })}>
        {PAGES.map((each) => (
          <View key={each} className="desk-chip">
            <Chip pressed={each === page} onTap={() => setPage(each)}>
              {pageNames[each]}
            </Chip>
          </View>
        ))}
      </View>
      {page === 'article' ? <Articles onChoose={onChoose} /> : null}
      {page === 'disclosure' ? <Disclosures onChoose={onChoose} /> : null}
      {page === 'quiz' ? <Topic onChoose={onChoose} /> : null}
    </SidePanel>
  )
}

const PUBLISHED = { queue: 'published', skip: 0 } as const

const Articles = ({ onChoose }: Pick<LinkPanelProps, 'onChoose'>) => {
  const { remote, reload } = useLoaded(publicityApi.drafts, PUBLISHED)
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={6} />
  const { rows } = remote.value
  if (rows.length === 0) return <View className="t4 c2">还没有发布过的文章可以连。</View>
  return (
    <List label="发布过的文章">
      {rows.map(({ id, title }) => (
        <Item
          key={id}
          title={title}
          onTap={() => onChoose({ kind: 'link', to: { page: 'article', articleId: id }, label: title })}
        />
      ))}
    </List>
  )
}

const Disclosures = ({ onChoose }: Pick<LinkPanelProps, 'onChoose'>) => {
  const [words, setWords] = useState('')
  const { remote, run } = useAction(publicityApi.findDisclosures)
  const look = () => {
    if (words.trim() !== '') void run({ words, after: null })
  }
  return (
    <View>
      <TextField
        label="找公开事项"
        value={words}
        maxlength={40}
        placeholder="题目里的几个字"
        onInput={setWords}
        onConfirm={look}
      />
      <View className="gap-3">
        <Button
          kind="quiet"
          busy={remote.status === 'pending'}
          busyText="正在找"
          disabledBecause={words.trim() === '' ? '请先写几个字' : undefined}
          onTap={look}
        >
          找
        </Button>
      </View>
      {remote.status === 'failed' ? <ErrorNote onRetry={look}>{sentenceFor(remote.code)}</ErrorNote> : null}
      {remote.status === 'done' ? (
        remote.value.rows.length === 0 ? (
          <View className="t4 c2 gap-3">没有找到，请换几个字。</View>
        ) : (
          <List label="找到的公开事项">
            {remote.value.rows.map(({ id, title }) => (
              <Item
                key={id}
                title={title}
                onTap={() => onChoose({ kind: 'link', to: { page: 'disclosure', disclosureId: id }, label: title })}
              />
            ))}
          </List>
        )
      ) : null}
    </View>
  )
}

const Topic = ({ onChoose }: Pick<LinkPanelProps, 'onChoose'>) => {
  const [topic, setTopic] = useState<QuizTopic | null>(null)
  const [label, setLabel] = useState('')
  const wants = topic === null ? '请选一个主题' : label.trim() === '' ? '请写上链接的字' : undefined
  return (
    <View>
      <View className="desk-chips gap-4" {...semantics({ role: 'group', label: '哪个主题的题' })}>
        {topics.map((each) => (
          <View key={each} className="desk-chip">
            <Chip pressed={each === topic} onTap={() => setTopic(each)}>
              {topicNames[each]}
            </Chip>
          </View>
        ))}
      </View>
      <View className="t4 c2 gap-2">点开是“廉洁学习”，只有本院职工能答。</View>
      <View className="gap-3">
        <TextField
          label="链接上写什么"
          value={label}
          maxlength={60}
          placeholder="例如：九项准则，试着答五道"
          onInput={setLabel}
        />
      </View>
      <View className="gap-4">
        <Button
          disabledBecause={wants}
          onTap={() => {
            if (topic) onChoose({ kind: 'link', to: { page: 'quiz', topic }, label })
          }}
        >
          放进文章
        </Button>
      </View>
    </View>
  )
}
