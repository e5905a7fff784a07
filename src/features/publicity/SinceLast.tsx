import { useLoaded } from '#cloud/use-action'
import type { ArticleContent } from '#domain/culture/article.model'
import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { Skeleton } from '../../ui/Skeleton'
import { ChangesView } from './ChangesView'
import { publicityApi } from './publicity.api'

/** What was changed since the copy that the public reads; all of it is new where there is none. */
export const SinceLast = ({ id, content }: { id: ArticleId; content: ArticleContent }) => {
  const { remote, reload } = useLoaded(publicityApi.draftVersions, { id })
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={3} />
  const last = remote.value.versions
    .filter(({ published }) => published)
    .reduce<number | null>((newest, { version }) => Math.max(newest ?? 0, version), null)
  if (last === null) return <View className="t4 c2">没有公开过，全文都是新的。</View>
  return <FromVersion id={id} version={last} content={content} />
}

const FromVersion = ({ id, version, content }: { id: ArticleId; version: number; content: ArticleContent }) => {
  const { remote, reload } = useLoaded(publicityApi.draftVersion, { id, version })
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={3} />
  return (
    <ChangesView before={remote.value.content} after={content} names={{ before: '公开的那一份', after: '这一稿' }} />
  )
}
