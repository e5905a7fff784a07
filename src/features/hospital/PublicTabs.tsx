import { goTo, replaceWith, routes } from '../../routes'
import { type Tab, Tabs } from '../../ui/Tabs'

export type PublicPage = 'home' | 'progress' | 'channels'

const pages: Tab[] = [
  { key: 'home', name: '首页', icon: 'home', onTap: () => void replaceWith(routes.landing()) },
  { key: 'progress', name: '查进度', icon: 'progress', onTap: () => void goTo(routes.progress()) },
  { key: 'channels', name: '监督渠道', icon: 'eye', onTap: () => void goTo(routes.channels()) },
]

/** Where a patient or a visitor can always go; the page one is on does not open itself again. */
export const PublicTabs = ({ current }: { current: PublicPage }) => (
  <Tabs current={current} tabs={pages.map((tab) => (tab.key === current ? { ...tab, onTap: () => undefined } : tab))} />
)
