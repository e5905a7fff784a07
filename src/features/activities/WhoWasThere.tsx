import { useLoaded } from '#cloud/use-action'
import { presenceNames } from '#domain/culture/attendance.model'
import { sentenceFor } from '#domain/errors'
import type { ActivityId } from '#domain/ids'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { cultureApi } from './culture.api'

interface WhoWasThereProps {
  id: ActivityId
  now: Instant
  onClose: () => void
}

/** Who checked in, in the order in which they came. */
export const WhoWasThere = ({ id, now, onClose }: WhoWasThereProps) => {
  const { remote, reload } = useLoaded(cultureApi.attendance, { id })
  const known = remote.status === 'done' ? remote.value : null
  const there = known?.rows.filter(({ presence }) => presence === 'there').length ?? 0
  return (
    <SidePanel title="谁来了" onClose={onClose}>
      {known ? (
        <View>
          <View className="t4 c2">
            {`到了 ${there} 人${known.expected === null ? '' : `，应到 ${known.expected} 人`}。名单只有组织的人和纪检看得到。`}
          </View>
          <View className="gap-4">
            <List label="签到的人">
              {known.rows.map((row) => (
                <Item
                  key={`${row.at} ${row.name}`}
                  title={row.name}
                  detail={[row.departmentName, timeInWords(row.at, now)].filter(Boolean).join(' · ')}
                  end={presenceNames[row.presence]}
                />
              ))}
            </List>
          </View>
          {known.rows.length === 0 ? <View className="t4 c2 gap-3">还没有人签到。</View> : null}
        </View>
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={6} />
      )}
    </SidePanel>
  )
}
