import type { Role } from '#domain/actor'
import { goTo, replaceWith, routes } from '../../routes'
import type { Tab } from '../../ui/TabLinks'

export type StaffSection = 'complaints' | 'rates' | 'satisfaction' | 'followUps' | 'supervise' | 'culture' | 'me'

const oneOf =
  (...wanted: Role[]) =>
  (roles: readonly Role[]): boolean =>
    wanted.some((role) => roles.includes(role))

/** Whose work is cases. */
export const worksOnCases = oneOf('complaint_officer', 'case_handler')

/** Who sees the complaint rate. */
export const seesRates = oneOf('complaint_officer', 'leader')

/** Who reads what was answered about the hospital. */
export const seesSatisfaction = oneOf('survey_officer', 'leader')

/** Who rings those that were discharged. */
export const worksOnFollowUps = oneOf('follow_up', 'survey_officer')

/** Who writes, reviews or keeps what the public reads. */
export const worksOnCulture = oneOf('editor', 'department_head', 'publicity', 'discipline')

const SECTIONS: readonly (Omit<Tab, 'onTap'> & {
  key: StaffSection
  may: (roles: readonly Role[]) => boolean
  to: () => string
})[] = [
  { key: 'complaints', name: '投诉', icon: 'complaint', may: worksOnCases, to: routes.inbox },
  { key: 'rates', name: '看板', icon: 'dashboard', may: seesRates, to: routes.rates },
  { key: 'satisfaction', name: '满意度', icon: 'survey', may: seesSatisfaction, to: routes.results },
  { key: 'followUps', name: '随访', icon: 'phone', may: worksOnFollowUps, to: routes.followUps },
  { key: 'culture', name: '文化', icon: 'culture', may: worksOnCulture, to: routes.publicity },
  { key: 'supervise', name: '监督', icon: 'eye', may: oneOf('supervisor'), to: routes.supervise },
]

/** The rail of work and figures: what one may not see is absent. `roles` null: not known yet. */
export const staffSections = (roles: readonly Role[] | null, current: StaffSection): Tab[] => {
  const to = (section: StaffSection, go: () => unknown) => () => {
    if (section !== current) void go()
  }
  const shown = SECTIONS.filter(({ key, may }) => key === current || (roles !== null && may(roles)))
  return [
    ...shown.map(({ key, name, icon, to: route }) => ({ key, name, icon, onTap: to(key, () => replaceWith(route())) })),
    // From here one comes back to where one was.
    { key: 'me', name: '我的', icon: 'me', onTap: to('me', () => goTo(routes.me())) },
  ]
}
