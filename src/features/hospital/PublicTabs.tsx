import { replaceWith, routes } from '../../routes'
import type { Tab } from '../../ui/TabLinks'
import { Tabs } from '../../ui/Tabs'
import { useAppearance } from '../../ui/useAppearance'

export type PublicPage = 'home' | 'progress' | 'channels' | 'mine'

/** Where a patient or a visitor can always go. A tab replaces the page: however often one changes, nothing piles up. */
export const PublicTabs = ({ current }: { current: PublicPage }) => {
  const to = (page: PublicPage, url: string) => () => {
    if (page !== current) void replaceWith(url)
  }
  const { elder } = useAppearance()
  const tabs: Tab[] = [
    { key: 'home', name: '首页', icon: 'home', onTap: to('home', routes.landing()) },
    { key: 'progress', name: '查进度', icon: 'progress', onTap: to('progress', routes.progress()) },
    { key: 'channels', name: '监督渠道', icon: 'eye', onTap: to('channels', routes.channels()) },
    { key: 'mine', name: '我的信息', icon: 'me', onTap: to('mine', routes.mydata()) },
  ]
  // Three fit in large letters; the home page leads to the fourth.
  const left = current === 'channels' ? 'mine' : 'channels'
  const shown = elder ? tabs.filter(({ key }) => key !== left) : tabs
  return <Tabs current={current} tabs={shown} />
}
