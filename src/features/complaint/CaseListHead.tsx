import type { Stage } from '#domain/complaint/complaint.model'
import { dayInWords, type Instant, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import type { InboxPage, InboxView } from './use-inbox'
import './CaseListHead.css'

type Counts = Pick<InboxPage, 'open' | 'mine' | 'answered' | 'overdue' | 'dueToday'>

interface Tab {
  readonly name: string
  readonly count: number | null
  readonly stage: Stage
  readonly mine: boolean
}

const tabsOf = (counts: Counts | null, ownOnly: boolean): Tab[] => [
  { name: '待办', count: counts?.open ?? null, stage: 'open', mine: false },
  ...(ownOnly ? [] : [{ name: '我经办', count: counts?.mine ?? null, stage: 'open' as const, mine: true }]),
  { name: '已答复', count: counts?.answered ?? null, stage: 'answered', mine: false },
  { name: '已办结', count: null, stage: 'done', mine: false },
]

const nameWith = ({ name, count }: Tab): string => (count === null ? name : `${name} ${count}`)

interface CaseListHeadProps {
  view: InboxView
  counts: Counts | null
  now: Instant
  /** A case handler sees their own cases alone. */
  ownOnly: boolean
  searching: boolean
  onView: (view: InboxView) => void
  onSearch: () => void
  onRefresh: () => void
}

/** Which cases are listed, how many, how many of them are late. */
export const CaseListHead = ({
  view,
  counts,
  now,
  ownOnly,
  searching,
  onView,
  onSearch,
  onRefresh,
}: CaseListHeadProps) => {
  const tabs = tabsOf(counts, ownOnly)
  const isShown = ({ stage, mine }: Tab) => stage === view.stage && mine === view.mine
  const shown = tabs.find(isShown)
  const title = shown && shown.count !== null ? `${shown.name} ${shown.count} 件` : (shown?.name ?? '待办')
  const today = `${dayInWords(now, now)} ${weekdayInWords(now)}`
  return (
    <>
      <View className="case-list-head">
        <View className="case-list-title">
          <Lead>{title}</Lead>
        </View>
        <Tappable className="case-tool" label="找一件" pressed={searching} onTap={onSearch}>
          <Icon name="search" size="s" />
        </Tappable>
        <Tappable className="case-tool" label="刷新" onTap={onRefresh}>
          <Icon name="refresh" size="s" />
        </Tappable>
      </View>
      <View className="case-list-hint">
        {counts ? `${counts.overdue} 件超期，${counts.dueToday} 件今天到期。${today}` : today}
      </View>
      <View className="case-tabs" {...semantics({ role: 'group', label: '看哪些' })}>
        {tabs.map((tab) => (
          <Tappable
            key={tab.name}
            className={classNames('case-tab', isShown(tab) && 'is-pressed-in')}
            pressed={isShown(tab)}
            label={nameWith(tab)}
            onTap={() => onView({ stage: tab.stage, mine: tab.mine, skip: 0 })}
          >
            {nameWith(tab)}
          </Tappable>
        ))}
      </View>
    </>
  )
}
