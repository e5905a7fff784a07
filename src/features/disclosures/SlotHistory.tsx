import { useAction } from '#cloud/use-action'
import type { SlotName } from '#domain/culture/disclosure.model'
import { sentenceFor } from '#domain/errors'
import type { DisclosureId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Skeleton } from '../../ui/Skeleton'
import { historyLine } from './desk.words'
import { disclosureApi } from './disclosure.api'

type Page = Extract<Awaited<ReturnType<typeof disclosureApi.disclosureHistory>>, { ok: true }>['value']

interface SlotHistoryProps {
  slot: SlotName
  now: Instant
  onOpen: (id: DisclosureId) => void
}

/** All that ever was in a slot, the latest change first, whatever became of it. */
export const SlotHistory = ({ slot, now, onOpen }: SlotHistoryProps) => {
  const [page, setPage] = useState<Page | null>(null)
  const { remote, run } = useAction(disclosureApi.disclosureHistory)
  const load = useCallback(async () => {
    const answer = await run({ slot, after: null })
    if (answer.ok) setPage(answer.value)
  }, [run, slot])
  useEffect(() => {
    void load()
  }, [load])
  const more = async () => {
    if (!page?.next) return
    const answer = await run({ slot, after: page.next })
    if (answer.ok) setPage({ rows: [...page.rows, ...answer.value.rows], next: answer.value.next })
  }
  return (
    <View className="gap-5">
      <Head>全部记录</Head>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void (page ? more() : load())}>{sentenceFor(remote.code)}</ErrorNote>
      ) : null}
      {page ? (
        page.rows.length > 0 ? (
          <List label="全部记录">
            {page.rows.map((row) => (
              <Item
                key={row.id}
                title={row.title || '还没有标题'}
                detail={historyLine(row, now)}
                onTap={() => onOpen(row.id)}
              />
            ))}
          </List>
        ) : (
          <View className="t4 c2">还没有记录。</View>
        )
      ) : remote.status === 'failed' ? null : (
        <Skeleton lines={3} />
      )}
      {page?.next ? (
        <View className="gap-4">
          <Button kind="quiet" busy={remote.status === 'pending'} busyText="正在取" onTap={() => void more()}>
            再看以前的
          </Button>
        </View>
      ) : null}
    </View>
  )
}
