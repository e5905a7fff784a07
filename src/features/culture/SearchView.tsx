import type { Column } from '#domain/culture/article.model'
import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { SearchField } from '../../ui/SearchField'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Tappable } from '../../ui/Tappable'
import { useNow } from '../../ui/useNow'
import { COLUMNS, mixedMeta, shortColumnNames } from './culture.words'
import { Marked, plainWords } from './Marked'
import { forgetSearches, recentSearches } from './searches.store'
import { type Found, useSearch } from './use-search'
import './SearchView.css'

interface SearchViewProps {
  /** What was looked for already, where one comes back. */
  begun: string
  onArticle: (id: ArticleId) => void
  onChannels: () => void
}

/** Words looked for in all that was published. */
export const SearchView = ({ begun, onArticle, onChannels }: SearchViewProps) => {
  const [words, setWords] = useState(begun)
  const [column, setColumn] = useState<Column | null>(null)
  const { search, goingOn, goOn, again } = useSearch(words, column)
  // Whoever found nothing decides whether to look farther back.
  useReachBottom(() => {
    if (search.status === 'done' && search.rows.length > 0) void goOn()
  })
  return (
    <View>
      <SearchField
        label="找文章"
        value={words}
        placeholder="想看什么，写一两个词"
        focus={begun === ''}
        onInput={setWords}
      />
      <View className="search-chips" {...semantics({ role: 'group', label: '哪一栏' })}>
        {([null, ...COLUMNS] as const).map((one) => (
          <Chip key={one ?? 'all'} pressed={column === one} onTap={() => setColumn(one)}>
            {one ? shortColumnNames[one] : '全部'}
          </Chip>
        ))}
      </View>
      {search.status === 'idle' ? <Recent onLook={setWords} /> : null}
      {search.status === 'pending' ? (
        <View className="gap-4">
          <Skeleton lines={6} label="正在找" />
        </View>
      ) : null}
      {search.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={again}>{sentenceFor(search.code)}</ErrorNote>
        </View>
      ) : null}
      {search.status === 'done' ? (
        <View>
          <View className="search-count" {...semantics({ role: 'status', live: 'polite' })}>
            {search.rows.length === 0
              ? '没有找到'
              : `${search.rows.length} 篇${search.next ? '，往前还有' : ''}，最近的在前`}
          </View>
          <View {...semantics({ role: 'list', label: '找到的' })}>
            {search.rows.map((found) => (
              <FoundRow key={found.card.id} found={found} onOpen={() => onArticle(found.card.id)} />
            ))}
          </View>
          {search.rows.length === 0 && !search.next ? (
            <Empty
              title={`没有写到“${search.words}”的文章`}
              hint={column ? '换到“全部”再找，或者换个短一点的词。' : '换个短一点的词，比如“红包”“医保”。'}
            />
          ) : null}
          {search.rows.length === 0 && search.next ? (
            <Empty title="最近的里面没有" hint="再往前找找，早些年的文章也在。" />
          ) : null}
          {search.next ? (
            <View className="gap-5">
              <Button kind="quiet" wide busy={goingOn} busyText="正在往前找" onTap={() => void goOn()}>
                再往前找
              </Button>
            </View>
          ) : null}
          <View className="gap-5">
            <List label="要找人说">
              <Item
                icon="report-secret"
                title="遇上了不廉洁的事"
                detail="找谁说、打哪个电话，都在监督渠道里"
                onTap={onChannels}
              />
            </List>
          </View>
        </View>
      ) : null}
    </View>
  )
}

const FoundRow = ({ found: { card, title, excerpt }, onOpen }: { found: Found; onOpen: () => void }) => {
  const meta = mixedMeta(card, useNow())
  return (
    <View className="list-row" {...semantics({ role: 'listitem' })}>
      <Tappable
        role="link"
        className="found"
        label={[card.title, plainWords(excerpt), meta].filter(Boolean).join('，')}
        onTap={onOpen}
      >
        <View className="found-title">
          <Marked excerpt={title} />
        </View>
        {excerpt.length > 0 ? (
          <View className="found-excerpt">
            <Marked excerpt={excerpt} />
          </View>
        ) : null}
        <View className="found-meta">{meta}</View>
      </Tappable>
    </View>
  )
}

const Recent = ({ onLook }: { onLook: (words: string) => void }) => {
  const [searches, setSearches] = useState(recentSearches)
  if (searches.length === 0) {
    return <View className="search-hint">标题和正文里的字都能找，比如“红包”“病历”“值班”。</View>
  }
  const forget = () => {
    forgetSearches()
    setSearches([])
  }
  return (
    <View className="gap-5">
      <Head
        level={2}
        aside={
          <View className="search-forget">
            <LinkText role="button" label="清掉找过的" onTap={forget}>
              清掉
            </LinkText>
          </View>
        }
      >
        找过的，只在这台手机里
      </Head>
      <View className="search-chips">
        {searches.map((words) => (
          <Chip key={words} icon="clock" label={`再找“${words}”`} onTap={() => onLook(words)}>
            {words}
          </Chip>
        ))}
      </View>
    </View>
  )
}
