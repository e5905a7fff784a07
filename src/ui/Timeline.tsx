import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { semantics } from './semantics'
import './Timeline.css'

export interface TimelineEntry {
  key: string
  state: 'done' | 'now' | 'to-come'
  what: string
  when?: string
  /** Who can see this entry; `inside`: staff only. */
  seen?: { by: string; inside?: boolean }
  /** Somebody's words, as they wrote them; `mine`: the reader's own. */
  said?: { text: string; mine?: boolean }
  /** What can be done about it. */
  children?: ReactNode
}

const SAYS = { done: '已完成', now: '正在进行', 'to-come': '还没到' } as const

/** Words of one side of a dialogue, line breaks kept. */
const Said = ({ children, mine = false }: { children: string; mine?: boolean }) => (
  <View className={classNames('said', mine && 'is-mine')}>{children}</View>
)

/** What happened and what comes, in an order a person can read aloud. */
export const Timeline = ({ entries, label = '办理经过' }: { entries: TimelineEntry[]; label?: string }) => (
  <View className="timeline" {...semantics({ role: 'list', label })}>
    {entries.map(({ key, state, what, when, seen, said, children }) => (
      <View key={key} className={classNames('timeline-entry', `is-${state}`)} {...semantics({ role: 'listitem' })}>
        <View className="timeline-node">
          {state === 'done' ? <Icon name="tick" className="timeline-tick" /> : null}
        </View>
        <View className="timeline-what">
          {what}
          <View className="spoken">{`，${SAYS[state]}`}</View>
          {seen ? (
            <View className={classNames('timeline-seen', seen.inside && 'is-inside')}>
              <Icon name={seen.inside ? 'report-secret' : 'eye'} className="timeline-eye" />
              {seen.by}
            </View>
          ) : null}
        </View>
        {when ? <View className="timeline-when">{when}</View> : null}
        {said ? <Said mine={said.mine}>{said.text}</Said> : null}
        {children ? <View className="timeline-more">{children}</View> : null}
      </View>
    ))}
  </View>
)
