import { replaceWith, routes } from '../../routes'
import type { Tab } from '../../ui/TabLinks'

export type AdminSection = 'touchpoints' | 'staff' | 'visits' | 'settings'

/** The administrator's rail: no case among it. */
export const adminSections = (current: AdminSection): Tab[] => {
  const to = (section: AdminSection, url: string) => () => {
    if (section !== current) void replaceWith(url)
  }
  return [
    { key: 'touchpoints', name: '点位与码', icon: 'scan', onTap: to('touchpoints', routes.touchpoints()) },
    { key: 'visits', name: '数据', icon: 'ledger', onTap: to('visits', routes.visits()) },
    { key: 'staff', name: '人与权限', icon: 'department', onTap: to('staff', routes.staff()) },
    { key: 'settings', name: '医院设置', icon: 'settings', onTap: to('settings', routes.settings()) },
  ]
}
