import { useAction } from '#cloud/use-action'
import { categoryNames, channelNames, kindNames } from '#domain/complaint/category'
import { careSettingNames, findingNames, statusNames } from '#domain/complaint/complaint.model'
import { sentenceFor } from '#domain/errors'
import type { ComplaintId } from '#domain/ids'
import { type CountedCase, metricsContract } from '#domain/metrics/metrics.contract'
import { countInWords, dayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import type * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import type { CaseQuery } from './case.query'
import { metricsApi } from './metrics.api'

type Answer = v.InferOutput<(typeof metricsContract)['actions']['cases']['output']>

interface CaseDrawerProps {
  query: CaseQuery
  onOpen: (id: ComplaintId) => void
  onClose: () => void
}

/** The very cases behind a number, page after page; who may read them opens them from here. */
export const CaseDrawer = ({ query, onOpen, onClose }: CaseDrawerProps) => {
  const { remote, run } = useAction(metricsApi.cases)
  const [pages, setPages] = useState<readonly Answer[]>([])
  const load = useCallback(
    async (after: Answer['next']) => {
      const { title: _, period, ...traits } = query
      const result = await run({ ...traits, ...period, ...(after ? { after } : {}) })
      if (result.ok) setPages((before) => (after ? [...before, result.value] : [result.value]))
    },
    [query, run],
  )
  useEffect(() => {
    void load(null)
  }, [load])
  const last = pages[pages.length - 1]
  const rows = pages.flatMap((page) => page.rows)
  const isWordless = rows.length > 0 && rows.every(({ opening }) => opening === null)
  return (
    <SidePanel title={query.title} onClose={onClose}>
      {last ? <View className="t4 c2">{`一共 ${countInWords(last.total)} 件，新的在前。`}</View> : null}
      {isWordless ? (
        <View className="t4 c3 gap-2">
          这里只列出是哪一类、到了哪一步。写了什么只有投诉管理专员和核查的人能看，要了解请找医患办。
        </View>
      ) : null}
      {rows.length > 0 ? (
        <View className="gap-3">
          <List label={query.title}>
            {rows.map((row) => (
              <Item
                key={row.id}
                title={titleOf(row)}
                detail={detailOf(row)}
                end={dayName(row.receivedOn)}
                onTap={row.opening === null ? undefined : () => onOpen(row.id)}
              />
            ))}
          </List>
        </View>
      ) : null}
      {remote.status === 'failed' ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void load(last?.next ?? null)}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.status === 'pending' || (remote.status === 'idle' && !last) ? (
        <View className="gap-3">
          <Skeleton lines={4} label="正在找这些件" />
        </View>
      ) : last?.next ? (
        <View className="gap-4">
          <Button kind="quiet" wide onTap={() => void load(last.next)}>
            再看后面的
          </Button>
        </View>
      ) : null}
    </SidePanel>
  )
}

const titleOf = ({ opening, category, kind }: CountedCase): string =>
  opening ?? (category === null ? kindNames[kind] : categoryNames[category])

const detailOf = (row: CountedCase): string =>
  [
    row.departmentName ?? '没有科室',
    row.opening !== null && row.category !== null ? categoryNames[row.category] : '',
    careSettingNames[row.careSetting],
    channelNames[row.channel],
    row.finding === null ? statusNames[row.status] : findingNames[row.finding],
  ]
    .filter(Boolean)
    .join(' · ')
