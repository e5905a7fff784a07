import { columnNames } from '#domain/culture/article.model'
import { DraftQueue, type DraftRow } from '#domain/culture/desk.contract'
import type { ArticleId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { emptyQueues, queueNames, rowStanding, whenInWords } from './publicity.words'
import type { DeskPage } from './use-desk'

interface ManuscriptListProps {
  page: DeskPage
  queue: DraftQueue
  now: Instant
  current: ArticleId | null
  busy: boolean
  onQueue: (queue: DraftQueue) => void
  onOpen: (id: ArticleId) => void
  onMore: () => void
  onWrite: () => void
  onStarter: () => void
}

const detailOf = (row: DraftRow, now: Instant): string =>
  [
    row.pinned ? '置顶' : null,
    columnNames[row.column],
    row.departmentName,
    row.writers.join('、'),
    `${whenInWords(row.changedAt, now)} 动过`,
  ]
    .filter(Boolean)
    .join('　')

/** Articles by where they stand, the ones that wait for the reader first. */
export const ManuscriptList = ({
  page,
  queue,
  now,
  current,
  busy,
  onQueue,
  onOpen,
  onMore,
  onWrite,
  onStarter,
}: ManuscriptListProps) => {
  const mine = page.counts.mine ?? 0
  return (
    <View>
      <Lead hint="科室、宣传、纪检三道都审过，才发得出去。">{mine === 0 ? '没有要您动手的' : `${mine} 篇等您`}</Lead>
      <View className="desk-acts gap-3">
        <Button icon="pen" onTap={onWrite}>
          写一篇
        </Button>
        {page.keepsPages ? (
          <Button kind="quiet" onTap={onStarter}>
            取现成的稿件
          </Button>
        ) : null}
      </View>
      <View className="manuscript-chips" {...semantics({ role: 'group', label: '看哪些' })}>
        {DraftQueue.options.map((of) => (
          <View key={of} className="desk-chip">
            <Chip pressed={of === queue} onTap={() => onQueue(of)}>
              {`${queueNames[of]} ${page.counts[of] ?? 0}`}
            </Chip>
          </View>
        ))}
      </View>
      {page.rows.length > 0 ? (
        <List label={queueNames[queue]}>
          {page.rows.map((row) => {
            const { tone, text } = rowStanding(row, now)
            return (
              <Item
                key={row.id}
                title={row.title || '还没有题目'}
                detail={detailOf(row, now)}
                end={<Status tone={tone}>{text}</Status>}
                endLabel={text}
                current={row.id === current}
                onTap={() => onOpen(row.id)}
              />
            )
          })}
        </List>
      ) : (
        <Empty title={emptyQueues[queue].title} hint={emptyQueues[queue].hint} />
      )}
      {page.more ? (
        <View className="gap-4">
          <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={onMore}>
            再看以前的
          </Button>
        </View>
      ) : null}
    </View>
  )
}
