import type { ActivityRow } from '#domain/culture/activity.contract'
import { activityKindNames } from '#domain/culture/activity.model'
import type { ActivityId } from '#domain/ids'
import { beijingDay, type Day, type Instant, type Month } from '#domain/instant'
import { countInWords } from '#domain/number.words'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { DeskGroup } from '../../ui/DeskGroup'
import { Empty } from '../../ui/Empty'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Status, type Tone } from '../../ui/Status'
import { Tappable } from '../../ui/Tappable'
import { dayAndWeekday, hoursInWords, monthOf } from './activity.words'
import { monthBeside, weeksOf } from './month.days'
import './ActivityDesk.css'

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

const standingOf = (row: ActivityRow): { tone: Tone; text: string } => {
  if (row.state === 'cancelled') return { tone: 'rest', text: '取消了' }
  if (row.overdue) return { tone: 'late', text: '还没记' }
  if (row.state === 'planned') return { tone: 'wait', text: '要办' }
  const heads = row.heads === null ? '办完了' : `${countInWords(row.heads)} 人次`
  return { tone: row.released ? 'done' : 'rest', text: heads }
}

/** What everybody does not see of it yet. */
const openingOf = ({ state, open, released }: ActivityRow): string => {
  if (state !== 'done' || released) return ''
  return open ? '改过，公开的是旧的' : '还没公开'
}

const monthInWords = (rows: readonly ActivityRow[]): string => {
  const of = (what: (row: ActivityRow) => boolean) => rows.filter(what).length
  const [done, planned, overdue] = [
    of(({ state }) => state === 'done'),
    of(({ state, overdue: late }) => state === 'planned' && !late),
    of(({ overdue: late }) => late),
  ]
  const parts = [
    `办了 ${done} 场`,
    planned > 0 ? `还有 ${planned} 场要办` : '',
    overdue > 0 ? `${overdue} 场过了日子还没记` : '',
  ]
  return `${parts.filter(Boolean).join('，')}。`
}

interface ActivityMonthProps {
  month: Month
  rows: readonly ActivityRow[]
  view: 'list' | 'calendar'
  current: ActivityId | null
  now: Instant
  onMonth: (month: Month) => void
  onView: (view: 'list' | 'calendar') => void
  onOpen: (id: ActivityId) => void
  onPlan: () => void
}

/** A month of activities, as a list or as a sheet of days. */
export const ActivityMonth = (props: ActivityMonthProps) => {
  const { month, rows, view, current, now, onMonth, onView, onOpen, onPlan } = props
  return (
    <View>
      <View className="acts-head">
        <Lead hint={rows.length > 0 ? monthInWords(rows) : undefined}>{monthOf(month)}</Lead>
        <Button kind="quiet" icon="pen" onTap={onPlan}>
          排一场
        </Button>
      </View>
      <View className="acts-chips" {...semantics({ role: 'group', label: '看哪个月，怎么看' })}>
        <Chip
          icon="back"
          label={`上个月，${monthOf(monthBeside(month, -1))}`}
          onTap={() => onMonth(monthBeside(month, -1))}
        >
          上个月
        </Chip>
        <Chip label={`下个月，${monthOf(monthBeside(month, 1))}`} onTap={() => onMonth(monthBeside(month, 1))}>
          下个月
        </Chip>
        <Chip pressed={view === 'list'} onTap={() => onView('list')}>
          列表
        </Chip>
        <Chip pressed={view === 'calendar'} onTap={() => onView('calendar')}>
          月历
        </Chip>
      </View>
      {view === 'calendar' ? (
        <Sheet month={month} rows={rows} current={current} now={now} onOpen={onOpen} />
      ) : rows.length > 0 ? (
        <Groups rows={rows} current={current} now={now} onOpen={onOpen} />
      ) : (
        <Empty title="这个月还没有排" hint="廉晨课每周一次；排好了，当天打开签到码，大家自己签。" />
      )}
    </View>
  )
}

type Shown = Pick<ActivityMonthProps, 'rows' | 'current' | 'now' | 'onOpen'>

const Groups = ({ rows, current, now, onOpen }: Shown) => {
  const groups: readonly (readonly [string, readonly ActivityRow[]])[] = [
    ['过了日子还没记', rows.filter(({ overdue }) => overdue)],
    ['要办', rows.filter(({ state, overdue }) => state === 'planned' && !overdue)],
    ['办完了', rows.filter(({ state }) => state === 'done').reverse()],
    ['取消和作废的', rows.filter(({ state }) => state === 'cancelled')],
  ]
  return (
    <View>
      {groups.map(([name, some]) =>
        some.length > 0 ? (
          <DeskGroup key={name} name={`${name} ${some.length}`}>
            <List label={name}>
              {some.map((row) => {
                const { tone, text } = standingOf(row)
                const about = [
                  [dayAndWeekday(row.day, now), hoursInWords(row.from, null)].filter(Boolean).join(' '),
                  activityKindNames[row.kind],
                  row.departmentName ?? '全院',
                  openingOf(row),
                ]
                return (
                  <Item
                    key={row.id}
                    title={row.title}
                    detail={about.filter(Boolean).join(' · ')}
                    end={<Status tone={tone}>{text}</Status>}
                    endLabel={text}
                    current={row.id === current}
                    onTap={() => onOpen(row.id)}
                  />
                )
              })}
            </List>
          </DeskGroup>
        ) : null,
      )}
    </View>
  )
}

const Sheet = ({ month, rows, current, now, onOpen }: Shown & { month: Month }) => {
  const today = beijingDay(now)
  const of = (day: Day) => rows.filter((row) => row.day === day)
  return (
    <View className="acts-sheet" {...semantics({ role: 'table', label: `${monthOf(month)}的活动` })}>
      <View className="acts-week is-head" {...semantics({ role: 'row' })}>
        {WEEKDAYS.map((name) => (
          <View key={name} className="acts-day-name" {...semantics({ role: 'columnheader' })}>
            {name}
          </View>
        ))}
      </View>
      {weeksOf(month).map((week) => (
        <View key={week[0]} className="acts-week" {...semantics({ role: 'row' })}>
          {week.map((day) => (
            <View
              key={day}
              className={classNames('acts-day', day === today && 'is-today', !day.startsWith(month) && 'is-beside')}
              {...semantics({ role: 'cell' })}
            >
              <View className="acts-day-number">{String(Number(day.slice(8)))}</View>
              {day.startsWith(month)
                ? of(day).map((row) => {
                    const { tone, text } = standingOf(row)
                    return (
                      <Tappable
                        key={row.id}
                        className={classNames('acts-day-one', `is-${tone}`, row.id === current && 'is-current')}
                        label={`${row.title}，${activityKindNames[row.kind]}，${text}`}
                        current={row.id === current}
                        onTap={() => onOpen(row.id)}
                      >
                        {activityKindNames[row.kind]}
                      </Tappable>
                    )
                  })
                : null}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
