import { useLoaded } from '#cloud/use-action'
import type { ArticleContent } from '#domain/culture/article.model'
import { isSameContent } from '#domain/culture/article.rules'
import type { MediaLink } from '#domain/culture/reader.contract'
import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { ChangesView } from './ChangesView'
import { publicityApi } from './publicity.api'
import { nameOf, whenInWords } from './publicity.words'

interface VersionsPanelProps {
  id: ArticleId
  /** What is on the desk now. */
  current: ArticleContent
  now: Instant
  busy: boolean
  mayRestore: boolean
  onRestore: (version: number, media: readonly MediaLink[]) => void
  onClose: () => void
}

/** Earlier versions of an article: what differs, and back to one of them. */
export const VersionsPanel = ({ id, current, now, busy, mayRestore, onRestore, onClose }: VersionsPanelProps) => {
  const { remote, reload } = useLoaded(publicityApi.draftVersions, { id })
  const [open, setOpen] = useState<number | null>(null)
  return (
    <SidePanel title={open === null ? '以前的稿' : `第 ${open} 稿`} onClose={onClose}>
      {open !== null ? (
        <View>
          <LinkText role="button" onTap={() => setOpen(null)}>
            ‹ 所有的稿
          </LinkText>
          <OneVersion
            key={open}
            id={id}
            version={open}
            current={current}
            busy={busy}
            mayRestore={mayRestore}
            onRestore={onRestore}
          />
        </View>
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={6} />
      ) : remote.value.versions.length === 0 ? (
        <View className="t4 c2">还没有记过稿。写一会儿、送审和点“记一稿”的时候，都会记下一稿。</View>
      ) : (
        <List label="以前的稿">
          {remote.value.versions.map(({ version, at, by, title, length, published }) => (
            <Item
              key={version}
              title={`第 ${version} 稿${published ? '，公开过' : ''}`}
              detail={`${whenInWords(at, now)}　${nameOf(by)}　${title || '没有题目'}　${length} 字`}
              onTap={() => setOpen(version)}
            />
          ))}
        </List>
      )}
    </SidePanel>
  )
}

const OneVersion = ({
  id,
  version,
  current,
  busy,
  mayRestore,
  onRestore,
}: Pick<VersionsPanelProps, 'id' | 'current' | 'busy' | 'mayRestore' | 'onRestore'> & { version: number }) => {
  const { remote, reload } = useLoaded(publicityApi.draftVersion, { id, version })
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={6} />
  const { content, media } = remote.value
  return (
    <View>
      <ChangesView before={content} after={current} names={{ before: `第 ${version} 稿`, after: '现在的' }} />
      {mayRestore && !isSameContent(content, current) ? (
        <View className="gap-4">
          <Button kind="quiet" busy={busy} busyText="正在换回去" onTap={() => onRestore(version, media)}>
            换回这一稿
          </Button>
          <View className="t4 c2 gap-2">现在写的会先记成一稿，换回去也能再换回来。</View>
        </View>
      ) : null}
    </View>
  )
}
