import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Page } from './Page'
import { Rail } from './Rail'
import { semantics } from './semantics'
import type { Tab } from './TabLinks'
import { Tabs } from './Tabs'
import './Desk.css'

interface DeskKey {
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
      <Rail tabs={sections} current={section} person={person} />
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
