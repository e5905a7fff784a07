import type { Role } from '#domain/actor'
import { goTo, replaceWith, routes } from '../../routes'
import type { Tab } from '../../ui/TabLinks'

export type StaffSection =
  | 'complaints'
  | 'rates'
  | 'satisfaction'
  | 'followUps'
  | 'supervise'
  | 'culture'
  | 'exams'
  | 'learning'
  | 'me'

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

/** Who writes questions, plans exams and reads what they show. */
export const worksOnExams = oneOf('discipline')

/** Who looks at questions a second time, and at nothing else of exams. */
export const looksAtQuestions = (roles: readonly Role[]): boolean =>
  roles.includes('complaint_officer') && !worksOnExams(roles)

/** Who practises and sits exams: whoever works here, and not only as a supervisor from outside. */
export const learnsHere = (roles: readonly Role[]): boolean => roles.length !== 1 || roles[0] !== 'supervisor'

/** Who reads how their department, or every one, learns: figures, and nobody's record. */
export const readsLearning = oneOf('department_head', 'leader')

/** Who opens a quiz that is sat together. */
export const opensLiveQuiz = oneOf('discipline', 'department_head')

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
  { key: 'exams', name: '考试', icon: 'exam', may: worksOnExams, to: routes.examDesk },
  { key: 'supervise', name: '监督', icon: 'eye', may: oneOf('supervisor'), to: routes.supervise },
  { key: 'learning', name: '学习', icon: 'quiz', may: learnsHere, to: routes.learning },
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
