import { replaceWith, routes } from '../../routes'
import type { Tab } from '../../ui/TabLinks'
import { Tabs } from '../../ui/Tabs'
import { useAppearance } from '../../ui/useAppearance'

export type PublicPage = 'home' | 'progress' | 'culture' | 'mine'

/** Where a patient or a visitor can always go; null: from a page that is none of them. A tab replaces the page: however often one changes, nothing piles up. */
export const PublicTabs = ({ current }: { current: PublicPage | null }) => {
  const to = (page: PublicPage, url: string) => () => {
    if (page !== current) void replaceWith(url)
  }
  const { elder } = useAppearance()
  const tabs: Tab[] = [
    { key: 'home', name: '首页', icon: 'home', onTap: to('home', routes.landing()) },
    { key: 'progress', name: '查进度', icon: 'progress', onTap: to('progress', routes.progress()) },
    { key: 'culture', name: '清廉文化', icon: 'culture', onTap: to('culture', routes.culture()) },
    { key: 'mine', name: '我的', icon: 'me', onTap: to('mine', routes.mydata()) },
  ]
  // Three fit in large letters; the home page leads to the fourth.
  const shown = elder ? tabs.filter(({ key }) => key !== 'culture') : tabs
  return <Tabs current={current ?? ''} tabs={shown} />
}
