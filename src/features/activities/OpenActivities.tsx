import type { OpenActivity } from '#domain/culture/activity.contract'
import { activityKindNames } from '#domain/culture/activity.model'
import { sentenceFor } from '#domain/errors'
import type { ActivityId } from '#domain/ids'
import { type Instant, type Month, monthOf as monthOfDay } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Plate } from '../../ui/plates/Plate'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { Tappable } from '../../ui/Tappable'
import { countsInWords, dayOf, matterInWords, monthOf, plateOf, sumInWords } from './activity.words'
import { EVERYTHING, type OpenActivitiesInHand } from './use-open-activities'
import './OpenActivities.css'

interface OpenActivitiesProps {
  list: OpenActivitiesInHand
  now: Instant
  onOpen: (id: ActivityId) => void
}

const monthsIn = (rows: readonly OpenActivity[]): Month[] => [...new Set(rows.map(({ day }) => monthOfDay(day)))]

/** What was held here, the newest first: by kind, by series, by month. */
export const OpenActivities = ({ list, now, onOpen }: OpenActivitiesProps) => {
  const { page, filter, narrow, more, reload, busy, failed } = list
  const [choosing, setChoosing] = useState(false)
  const isNarrowed = filter.kind !== null || filter.series !== null || filter.month !== null
  const chosen = [filter.series && `“${filter.series}”`, filter.month && monthOf(filter.month)].filter(Boolean)
  return (
    <View>
      <Lead
        above={page?.hospitalName}
        hint={
          page && page.year.times > 0
            ? `${page.year.year} 年办了 ${page.year.times} 场，参加 ${sumInWords(page.year.heads)}。`
            : '党课、晨课、义诊、家访，办过的都记在这里。'
        }
      >
        清廉活动
      </Lead>
      {page && (page.kinds.length > 1 || isNarrowed) ? (
        <View className="acts-chips" {...semantics({ role: 'group', label: '看哪一种' })}>
          <Chip pressed={filter.kind === null} onTap={() => narrow({ kind: null })}>
            全部
          </Chip>
          {page.kinds.map((kind) => (
            <Chip key={kind} pressed={filter.kind === kind} onTap={() => narrow({ kind })}>
              {activityKindNames[kind]}
            </Chip>
          ))}
        </View>
      ) : null}
      {page && (page.months.length > 1 || page.series.length > 0) ? (
        <View className="acts-narrow">
          <Chip icon="clock" onTap={() => setChoosing(true)}>
            {chosen.length > 0 ? chosen.join(' · ') : '按月份、按系列看'}
          </Chip>
          {chosen.length > 0 ? (
            <Chip icon="close" onTap={() => narrow({ series: null, month: null })}>
              不限
            </Chip>
          ) : null}
        </View>
      ) : null}
      {page
        ? monthsIn(page.rows).map((month) => (
            <View key={month} className="acts-month">
              <View className="acts-month-name" {...semantics({ role: 'heading', level: 3 })}>
                {monthOf(month)}
              </View>
              <View {...semantics({ role: 'list', label: monthOf(month) })}>
                {page.rows
                  .filter(({ day }) => monthOfDay(day) === month)
                  .map((activity) => (
                    <Row key={activity.id} activity={activity} now={now} onTap={() => onOpen(activity.id)} />
                  ))}
              </View>
            </View>
          ))
        : null}
      {failed ? (
        <ErrorNote onRetry={() => void (page?.next ? more() : reload())}>{sentenceFor(failed)}</ErrorNote>
      ) : null}
      {failed ? null : !page || (busy && page.rows.length === 0) ? (
        <Skeleton lines={8} />
      ) : page.rows.length === 0 ? (
        <Empty
          title={isNarrowed ? '这里还没有' : '还没有登出来的活动'}
          hint={isNarrowed ? '换一种，或者看全部。' : '办过、又有第二个人看过的，登在这里。'}
          action={
            isNarrowed ? (
              <Button kind="quiet" onTap={() => narrow(EVERYTHING)}>
                看全部
              </Button>
            ) : undefined
          }
        />
      ) : null}
      {page?.next && !failed ? (
        <View className="gap-5">
          <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={() => void more()}>
            再看以前的
          </Button>
        </View>
      ) : null}
      {choosing && page ? (
        <SidePanel title="看哪一段" onClose={() => setChoosing(false)}>
          {page.series.length > 0 ? (
            <List label="一院一品">
              {page.series.map((series) => (
                <Item
                  key={series}
                  title={series}
                  detail="一院一品"
                  current={series === filter.series}
                  onTap={() => {
                    setChoosing(false)
                    narrow({ series })
                  }}
                />
              ))}
            </List>
          ) : null}
          <View className="gap-4">
            <List label="月份">
              {page.months.map((month) => (
                <Item
                  key={month}
                  title={monthOf(month)}
                  current={month === filter.month}
                  onTap={() => {
                    setChoosing(false)
                    narrow({ month })
                  }}
                />
              ))}
            </List>
          </View>
        </SidePanel>
      ) : null}
    </View>
  )
}

const Row = ({ activity, now, onTap }: { activity: OpenActivity; now: Instant; onTap: () => void }) => {
  const { matter, title, day, departmentName, series, photos } = activity
  const about = [matterInWords(matter), departmentName ?? '全院'].join(' · ')
  const told = [
    dayOf(day, now),
    countsInWords(activity),
    series ? `“${series}”` : '',
    photos > 0 ? `照片 ${photos} 张` : '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <View {...semantics({ role: 'listitem' })}>
      <Tappable
        role="link"
        className="acts-row"
        label={process.env.TARO_ENV === 'weapp' ? `${about}，${title}，${told}` : undefined}
        onTap={onTap}
      >
        <View className="acts-row-words">
          <View className="acts-row-about">{about}</View>
          <View className="acts-row-title">{title}</View>
          <View className="acts-row-told">{told}</View>
        </View>
        <Plate name={plateOf(matter.kind)} size="thumb" />
      </Tappable>
    </View>
  )
}
