import type { Remote } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import type { Pages } from './use-pages'

interface SupervisionLinesProps<Row> {
  label: string
  /** Whose or about what these alone are; null: all of them. */
  only: { words: string; label: string; onAll: () => void } | null
  list: { pages: Pages<Row> | null; remote: Remote<unknown>; more: () => void }
  /** Where there are none. */
  nothing: { title: string; hint: string }
  renderLine: (row: Row) => ReactNode
}

/** What supervisors did or found, line by line, as far as it was asked for. */
export const SupervisionLines = <Row,>({ label, only, list, nothing, renderLine }: SupervisionLinesProps<Row>) => {
  const { pages, remote, more } = list
  return (
    <View>
      {only ? (
        <View className="gap-3">
          <Chip icon="close" label={only.label} onTap={only.onAll}>
            {only.words}
          </Chip>
        </View>
      ) : null}
      {remote.status === 'failed' ? <ErrorNote onRetry={more}>{sentenceFor(remote.code)}</ErrorNote> : null}
      {pages === null ? (
        remote.status === 'failed' ? null : (
          <Skeleton lines={6} />
        )
      ) : pages.rows.length === 0 ? (
        <Empty title={nothing.title} hint={nothing.hint} />
      ) : (
        <View className="gap-3 supervision-lines" {...semantics({ role: 'list', label })}>
          {pages.rows.map(renderLine)}
        </View>
      )}
      {pages && pages.rows.length < pages.total ? (
        <View className="gap-4">
          <Button kind="quiet" wide busy={remote.status === 'pending'} busyText="正在取" onTap={more}>
            {`看后面的，共 ${pages.total} 次`}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
