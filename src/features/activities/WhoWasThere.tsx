import { useLoaded } from '#cloud/use-action'
import type { ActivityView } from '#domain/culture/activity.contract'
import { presenceNames } from '#domain/culture/attendance.model'
import { sentenceFor } from '#domain/errors'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { saveSheet } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { attendanceSheet } from './activity.sheet'
import { cultureApi } from './culture.api'

interface WhoWasThereProps {
  activity: Pick<ActivityView, 'id' | 'checkedIn'>
  now: Instant
  onClose: () => void
}

/** Who checked in, in the order in which they came. */
export const WhoWasThere = ({ activity: { id, checkedIn }, now, onClose }: WhoWasThereProps) => {
  const { remote, reload } = useLoaded(cultureApi.attendance, { id })
  const known = remote.status === 'done' ? remote.value : null
  const there = known?.rows.filter(({ presence }) => presence === 'there').length ?? 0
  const isForgotten = there < (checkedIn ?? 0)
  const save = async () => {
    if (!known) return
    try {
      const { rows, widths } = attendanceSheet(known.rows)
      await saveSheet(rows, { fileName: `签到 ${known.day} ${known.title}.xlsx`, widths })
      toast('下载好了')
    } catch {
      toast('表格没有写成，请再点一次', 'wait')
    }
  }
  return (
    <SidePanel title="谁来了" onClose={onClose}>
      {known ? (
        <View>
          <View className="t4 c2">
            {`到了 ${Math.max(there, checkedIn ?? 0)} 人${known.expected === null ? '' : `，应到 ${known.expected} 人`}。名单只有组织的人和纪检看得到，存两年。`}
          </View>
          {known.rows.length > 0 ? (
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
          ) : (
            <View className="t4 c2 gap-3">{isForgotten ? '名单到期删了，只留着人数。' : '还没有人签到。'}</View>
          )}
          {process.env.TARO_ENV === 'h5' && known.rows.length > 0 ? (
            <View className="gap-4">
              <Button kind="quiet" icon="save" onTap={() => void save()}>
                存成签到表（XLSX）
              </Button>
            </View>
          ) : null}
        </View>
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={6} />
      )}
    </SidePanel>
  )
}
