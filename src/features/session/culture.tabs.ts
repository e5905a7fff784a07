import type { Role } from '#domain/actor'
import { replaceWith, routes } from '../../routes'

export type CultureTab = 'articles' | 'disclosures' | 'activities' | 'pledges' | 'figures'

const EVERYBODY: readonly Role[] = ['editor', 'department_head', 'publicity', 'discipline']

const TABS: readonly { key: CultureTab; name: string; roles: readonly Role[]; to: () => string }[] = [
  { key: 'articles', name: '稿件', roles: EVERYBODY, to: routes.publicity },
  { key: 'disclosures', name: '院务公开', roles: EVERYBODY, to: routes.disclosureDesk },
  { key: 'activities', name: '活动', roles: EVERYBODY, to: routes.activityDesk },
  { key: 'pledges', name: '承诺', roles: ['department_head', 'publicity', 'discipline'], to: routes.pledgeDesk },
  { key: 'figures', name: '阅读', roles: ['publicity', 'discipline'], to: routes.readingFigures },
]

/** Over the pages of what the public reads: what one has no part in is absent. */
export const cultureTabs = (roles: readonly Role[] | null, current: CultureTab) =>
  TABS.filter(({ key, roles: may }) => key === current || may.some((role) => roles?.includes(role))).map(
    ({ key, name, to }) => ({
      key,
      name,
      isCurrent: key === current,
      onTap: () => {
        if (key !== current) void replaceWith(to())
      },
    }),
  )
