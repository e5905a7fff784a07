import { type Actor, type Role, roleNames } from '#domain/actor'
import { casesSeenBy, mayAct } from '#domain/hospital/staff.rules'
import { administeredBy } from '#domain/hospital/hospital.rules'
import { HospitalId, StaffId } from '#domain/ids'
import { readsRates } from '#domain/metrics/metrics.access'
import { followsUp, readsResults, runsSurveys, supervises } from '#domain/survey/survey.access'
import * as v from 'valibot'

/** What one role opens, in words. */
export interface RoleSight {
  readonly role: Role | null
  readonly name: string
  /** Term and what is seen of it. */
  readonly sights: readonly { term: string; sees: string; isSeen: boolean }[]
}

const NOT_SEEN = '看不到'

const someone = (roles: Role[]): Actor => ({
  openid: '',
  staff: {
    id: v.parse(StaffId, 'someone'),
    hospitalId: v.parse(HospitalId, 'here'),
    departmentId: null,
    name: '',
    roles,
  },
})

const caseWords = { all: '全部', assigned: '交给本人的', none: NOT_SEEN } as const

const sightsOf = (actor: Actor) =>
  [
    { term: '投诉内容', sees: caseWords[casesSeenBy(actor)] },
    { term: '姓名电话', sees: casesSeenBy(actor) === 'all' ? '全部，看一次记一次' : NOT_SEEN },
    { term: '投诉率', sees: readsRates(actor) ? '看得到' : NOT_SEEN },
    { term: '满意度', sees: runsSurveys(actor) ? '全部，能改问卷' : readsResults(actor) ? '看得到数字' : NOT_SEEN },
    { term: '出院随访', sees: followsUp(actor) ? '能办' : NOT_SEEN },
    { term: '行风评议', sees: supervises(actor) ? '能评' : NOT_SEEN },
    { term: '交接投诉', sees: mayAct(actor, 'hand_over') ? '能办' : NOT_SEEN },
    { term: '人与权限', sees: mayAct(actor, 'change_people') ? '能改' : NOT_SEEN },
    { term: '点位与码', sees: administeredBy(actor) ? '能改' : NOT_SEEN },
  ].map((sight) => ({ ...sight, isSeen: sight.sees !== NOT_SEEN }))

/** Who sees what: the very rules that the functions ask, asked for each role. */
export const roleSights = (): RoleSight[] => [
  ...(Object.keys(roleNames) as Role[]).map((role) => ({
    role,
    name: roleNames[role],
    sights: sightsOf(someone([role])),
  })),
  { role: null, name: '职工', sights: sightsOf(someone([])) },
]

/** 「投诉内容：全部；人与权限：能改」; what is not seen is left to the last words. */
export const sightInWords = ({ sights }: RoleSight): string => {
  const seen = sights.filter(({ isSeen }) => isSeen).map(({ term, sees }) => `${term}：${sees}`)
  const unseen = sights.filter(({ isSeen }) => !isSeen).map(({ term }) => term)
  return [...seen, unseen.length > 0 ? `${unseen.join('、')}${NOT_SEEN}` : ''].filter(Boolean).join('；')
}
