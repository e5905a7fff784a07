import type { Role } from '#domain/actor'
import { goTo, replaceWith, routes } from '../../routes'
import type { Tab } from '../../ui/TabLinks'

export type StaffSection = 'complaints' | 'rates' | 'me'

/** Whose work is cases. */
export const worksOnCases = (roles: readonly Role[]): boolean =>
  roles.includes('complaint_officer') || roles.includes('case_handler')

/** Who sees the complaint rate. */
export const seesRates = (roles: readonly Role[]): boolean =>
  roles.includes('complaint_officer') || roles.includes('leader')

/** The rail of cases and figures: what one may not see is absent. `roles` null: not known yet. */
export const staffSections = (roles: readonly Role[] | null, current: StaffSection): Tab[] => {
  const to = (section: StaffSection, go: () => unknown) => () => {
    if (section !== current) void go()
  }
  const isShown = (section: StaffSection, may: (roles: readonly Role[]) => boolean) =>
    section === current || (roles !== null && may(roles))
  const complaints: Tab = {
    key: 'complaints',
    name: '投诉',
    icon: 'complaint',
    onTap: to('complaints', () => replaceWith(routes.inbox())),
  }
  const rates: Tab = {
    key: 'rates',
    name: '看板',
    icon: 'dashboard',
    onTap: to('rates', () => replaceWith(routes.rates())),
  }
  return [
    ...(isShown('complaints', worksOnCases) ? [complaints] : []),
    ...(isShown('rates', seesRates) ? [rates] : []),
    // From here one comes back to where one was.
    { key: 'me', name: '我的', icon: 'me', onTap: to('me', () => goTo(routes.me())) },
  ]
}
