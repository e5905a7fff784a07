import type { Role } from '#domain/actor'
import { replaceWith, routes } from '../../routes'

export type ExamTab = 'exams' | 'questions'

const TABS: readonly { key: ExamTab; name: string; roles: readonly Role[]; to: () => string }[] = [
  { key: 'exams', name: '考试', roles: ['discipline'], to: routes.examDesk },
  { key: 'questions', name: '题库', roles: ['discipline', 'complaint_officer'], to: routes.questionBank },
]

/** Over the pages of the question office: what one has no part in is absent. */
export const examTabs = (roles: readonly Role[] | null, current: ExamTab) =>
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
