import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Page } from './Page'
import { Rail } from './Rail'
import type { Tab } from './TabLinks'
import { Tabs } from './Tabs'
import './WideDesk.css'

interface WideDeskProps {
  title: string
  /** Sections this person may see; one they may not is absent. */
  sections: Tab[]
  section: string
  /** Who works here: 「沈 · 医患办」. */
  person?: string
  children: ReactNode
  onBack?: () => void
}

/** Staff at work on one sheet: the rail beside it on a wide screen, tabs under it on a phone. */
export const WideDesk = ({ title, sections, section, person, children, onBack }: WideDeskProps) => (
  <Page
    title={title}
    density="desk"
    className="wide-desk-page"
    onBack={onBack}
    tabs={sections.length > 1 ? <Tabs tabs={sections} current={section} label="工作台" /> : null}
  >
    <View className="wide-desk">
      <Rail tabs={sections} current={section} person={person} />
      <View className="wide-desk-sheet">{children}</View>
    </View>
  </Page>
)
