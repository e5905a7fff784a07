import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ElderSwitch } from './Bar'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { Mark } from './Motif'
import { Page } from './Page'
import { semantics } from './semantics'
import { type Tab, Tabs } from './Tabs'
import { Tappable } from './Tappable'
import './Desk.css'

export interface DeskKey {
  keys: string[]
  name: string
}

interface DeskProps {
  title: string
  /** Sections this person may see; one they may not is absent. Rail on a wide screen, tabs on a phone. */
  sections: Tab[]
  section: string
  /** Who works here: 「沈 · 医患办」. */
  person?: string
  list: ReactNode
  /** The thing itself, beside the list on a wide screen and in its place on a phone. */
  detail: ReactNode
  /** What a phone shows. */
  showing: 'list' | 'detail'
  onBack?: () => void
  /** Printed at the bottom of a wide screen; act on them with useKeys. */
  keys?: DeskKey[]
}

const Rail = ({ sections, section, person }: Pick<DeskProps, 'sections' | 'section' | 'person'>) => (
  <View className="rail" {...semantics({ role: 'navigation', label: '工作台' })}>
    <Mark fine className="rail-mark" />
    {sections.map(({ key, name, icon, onTap }) => (
      <Tappable
        key={key}
        role="link"
        className={classNames('rail-section', key === section && 'is-current')}
        current={key === section}
        label={name}
        onTap={onTap}
      >
        <Icon name={icon} className="rail-icon" />
        <View>{name}</View>
      </Tappable>
    ))}
    <View className="rail-end">
      <ElderSwitch />
      {person ? <View className="rail-person">{person}</View> : null}
    </View>
  </View>
)

/** Staff at work: rail, list and the thing itself from 900 px on; one after the other on a phone. */
export const Desk = ({ title, sections, section, person, list, detail, showing, onBack, keys }: DeskProps) => (
  <Page
    title={title}
    density="desk"
    className="desk-page"
    onBack={onBack}
    tabs={showing === 'list' && sections.length > 1 ? <Tabs tabs={sections} current={section} label="工作台" /> : null}
  >
    <View className={classNames('desk', `is-showing-${showing}`)}>
      <Rail sections={sections} section={section} person={person} />
      <View className="desk-list" {...semantics({ role: 'region', label: '列表' })}>
        {list}
      </View>
      <View className="desk-detail" {...semantics({ role: 'region', label: '详情' })}>
        {detail}
        {keys ? (
          <View className="desk-keys">
            {keys.map(({ keys: caps, name }) => (
              <View key={name} className="desk-key">
                {caps.map((cap) => (
                  <View key={cap} className="desk-cap">
                    {cap}
                  </View>
                ))}
                {name}
              </View>
            ))}
          </View>
        ) : null}
      </View>
    </View>
  </Page>
)

/** Rows of one deadline: 「已超期 2」. */
export const DeskGroup = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="desk-group">
    <View className="desk-group-name" {...semantics({ role: 'heading', level: 2 })}>
      {name}
    </View>
    {children}
  </View>
)

interface NextActProps {
  /** The next legal act: 「今天 17:30 前，把结果反馈给投诉人」. */
  what: string
  /** The rule it follows from. */
  why?: string
  /** Buttons. */
  children: ReactNode
}

/** Above the history on a wide screen, at the thumb on a phone. */
export const NextAct = ({ what, why, children }: NextActProps) => (
  <View className="act" {...semantics({ role: 'region', label: '下一步' })}>
    <View className="act-words">
      <View className="act-head">下一步</View>
      <View className="act-what">{what}</View>
      {why ? <View className="act-why">{why}</View> : null}
    </View>
    <View className="act-buttons">{children}</View>
  </View>
)

interface FactsProps {
  facts: { term: string; text: ReactNode }[]
}

/** What else is known, term over text. */
export const Facts = ({ facts }: FactsProps) => (
  <View className="facts">
    {facts.map(({ term, text }) => (
      <View key={term} className="fact">
        <View className="fact-term">{term}</View>
        <View className="fact-text">{text}</View>
      </View>
    ))}
  </View>
)

interface DetailProps {
  head: ReactNode
  act?: ReactNode
  children: ReactNode
  /** Beside the history on a wide screen, after it on a phone. */
  facts?: ReactNode
}

/** Head, next act, history, facts: in this order on every desk. */
export const Detail = ({ head, act, children, facts }: DetailProps) => (
  <View className="detail">
    <View className="detail-head">{head}</View>
    {act}
    <View className="detail-body">
      <View className="detail-flow">{children}</View>
      {facts ? <View className="detail-facts">{facts}</View> : null}
    </View>
  </View>
)
