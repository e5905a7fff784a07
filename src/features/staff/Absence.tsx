import type { Person } from '#domain/hospital/staff.contract'
import { isAway, mayTakeOverFrom } from '#domain/hospital/staff.rules'
import type { StaffId } from '#domain/ids'
import { beijingDay, type Day, dayInWords, endOfBeijingDay, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { DayField } from '../../ui/DayField'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'

const NOBODY = 'nobody'
const LONGEST_MS = 366 * 86_400_000

interface AwayPartProps {
  person: Person
  people: readonly Person[]
  now: Instant
  busy: boolean
  onAway: (until: Instant, standInId: StaffId | null) => void
  onBack: () => void
}

/** Until when somebody is away, and who stands in. */
export const AwayPart = ({ person, people, now, busy, onAway, onBack }: AwayPartProps) => {
  const [day, setDay] = useState<Day | null>(null)
  const [standIn, setStandIn] = useState<string>(NOBODY)
  if (person.state.kind === 'away' && isAway(person, now)) {
    const { until, standInId } = person.state
    const name = people.find(({ id }) => id === standInId)?.name
    return (
      <View>
        <Head>外出</Head>
        <View className="t4 c2">{`${dayInWords(until, now)}回来。${name ? `这段时间由${name}顶班。` : '没有定顶班的人。'}`}</View>
        <View className="gap-3">
          <Button kind="quiet" wide busy={busy} onTap={onBack}>
            已回来
          </Button>
        </View>
      </View>
    )
  }
  const others = people.filter((other) => mayTakeOverFrom(person, other, now))
  return (
    <View>
      <Head>外出</Head>
      <View className="t4 c2">外出期间照样能登录，新投诉先别交给他。手里的投诉要不要交接，在下面办。</View>
      <View className="gap-3">
        <DayField
          label="哪天回来"
          value={day}
          words={day ? dayInWords(endOfBeijingDay(day), now) : ''}
          earliest={beijingDay(now)}
          latest={beijingDay((now + LONGEST_MS) as Instant)}
          onChange={setDay}
        />
      </View>
      {others.length > 0 ? (
        <View className="gap-3">
          <ChoiceGroup
            label="谁顶班"
            options={[
              { value: NOBODY, title: '先不定顶班的人' },
              ...others.map(({ id, name, number }) => ({ value: id as string, title: `${name} 顶班`, detail: number })),
            ]}
            value={standIn}
            onChange={setStandIn}
          />
        </View>
      ) : null}
      <View className="gap-3">
        <Button
          kind="quiet"
          wide
          busy={busy}
          disabledBecause={day ? undefined : '先选哪天回来'}
          onTap={() => day && onAway(endOfBeijingDay(day), others.find(({ id }) => id === standIn)?.id ?? null)}
        >
          设为外出
        </Button>
      </View>
    </View>
  )
}

interface OpenCases {
  count: number
  overdue: number
  dueToday: number
}

interface HandOverPartProps {
  person: Person
  people: readonly Person[]
  now: Instant
  /** Null while they are counted. */
  open: OpenCases | null
  /** While cases move: how many of how many. */
  moving: { moved: number; total: number } | null
  problem?: string
  onHandOver: (to: Person) => void
}

const leftInWords = ({ count, overdue, dueToday }: OpenCases): string => {
  const urgent = [overdue > 0 ? `超期 ${overdue} 件` : '', dueToday > 0 ? `今天到期 ${dueToday} 件` : ''].filter(
    Boolean,
  )
  return `经办的投诉 ${count} 件${urgent.length > 0 ? `，其中${urgent.join('、')}` : ''}。`
}

/** Somebody's open cases and who takes them over (交接). */
export const HandOverPart = ({ person, people, now, open, moving, problem, onHandOver }: HandOverPartProps) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const successors = people.filter((other) => mayTakeOverFrom(person, other, now))
  const to = successors.find(({ id }) => id === chosen)
  const gone = person.state.kind === 'left'
  return (
    <View>
      <Head>交接投诉</Head>
      {problem ? (
        <Notice tone="wait" announced="alert">
          {problem}
        </Notice>
      ) : null}
      {open === null ? (
        <View className="t4 c2">正在数手里的投诉</View>
      ) : open.count === 0 ? (
        <View className="t4 c2">手里没有没办完的投诉，不用交接。</View>
      ) : (
        <>
          {gone ? (
            <Notice tone="wait">{`还有 ${open.count} 件投诉没有人管，请马上选人接手。期限不会因为换人往后推。`}</Notice>
          ) : (
            <View className="t4">{leftInWords(open)}</View>
          )}
          {successors.length === 0 ? (
            <View className="gap-3">
              <Notice tone="wait">现在没有能接手的人，请先请一位同岗位的人进来。</Notice>
            </View>
          ) : (
            <View className="gap-3">
              <ChoiceGroup
                label="交给谁"
                options={successors.map(({ id, name, number }) => ({
                  value: id as string,
                  title: `交给 ${name}`,
                  detail: number,
                }))}
                value={chosen}
                onChange={setChosen}
              />
            </View>
          )}
          {to ? (
            <View className="gap-3">
              <Notice icon="eye">{`${to.name}接手后，看得到这 ${open.count} 件的来往；投诉人会看到换人经办，期限不变。`}</Notice>
            </View>
          ) : null}
          {successors.length > 0 ? (
            <View className="gap-3">
              <Button
                kind="quiet"
                wide
                busy={moving !== null}
                busyText={moving ? `正在交接，${moving.moved} / ${moving.total} 件` : '正在交接'}
                disabledBecause={to ? undefined : '先选交给谁'}
                onTap={() => to && onHandOver(to)}
              >
                交接
              </Button>
            </View>
          ) : null}
        </>
      )}
    </View>
  )
}

interface LeavePartProps {
  person: Person
  busy: boolean
  onLeave: () => void
  onBack: () => void
}

/** The end of somebody's access, and the way back. */
export const LeavePart = ({ person, busy, onLeave, onBack }: LeavePartProps) => (
  <View>
    <Head>{person.state.kind === 'left' ? '请回来' : '离开'}</Head>
    <View className="t4 c2">
      {person.state.kind === 'left'
        ? '回到名单里，工号和角色照旧；再发一份邀请口令，本人核对一次就能进。'
        : '调走、退休、离职。点了以后，这个账号马上什么也打不开，电脑上的登录也一起退出；以前办过的事照样写着名字。'}
    </View>
    <View className="gap-3">
      {person.state.kind === 'left' ? (
        <Button kind="quiet" wide busy={busy} onTap={onBack}>
          请回来
        </Button>
      ) : (
        <Button kind="quiet" wide busy={busy} onTap={onLeave}>
          离开
        </Button>
      )}
    </View>
  </View>
)
