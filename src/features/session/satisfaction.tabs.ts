import type { Role } from '#domain/actor'
import { replaceWith, routes } from '../../routes'

export type SatisfactionTab = 'results' | 'questionnaires' | 'improvements' | 'praise' | 'supervisors'

const TABS: readonly { key: SatisfactionTab; name: string; leaders: boolean; to: () => string }[] = [
  { key: 'results', name: '结果', leaders: true, to: routes.results },
  { key: 'questionnaires', name: '问卷', leaders: false, to: routes.questionnaires },
  { key: 'improvements', name: '我们改了', leaders: true, to: routes.improvements },
  { key: 'praise', name: '表扬', leaders: false, to: routes.praiseReview },
  { key: 'supervisors', name: '监督员', leaders: false, to: routes.supervisors },
]

/** Over the pages of satisfaction: a leader reads results and what was changed. */
export const satisfactionTabs = (roles: readonly Role[] | null, current: SatisfactionTab) =>
  TABS.filter(
    ({ key, leaders }) => key === current || roles?.includes('survey_officer') || (leaders && roles !== null),
  ).map(({ key, name, to }) => ({
    key,
    name,
    isCurrent: key === current,
    onTap: () => {
      if (key !== current) void replaceWith(to())
    },
  }))
