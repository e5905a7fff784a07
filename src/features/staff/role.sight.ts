import { type Actor, holds, type Role, roleNames } from '#domain/actor'
import { keepsPages, writesCulture } from '#domain/culture/article.access'
import { casesSeenBy, mayAct } from '#domain/hospital/staff.rules'
import { administeredBy } from '#domain/hospital/hospital.rules'
import { DepartmentId, HospitalId, StaffId } from '#domain/ids'
import { pledgeSight } from '#domain/integrity/pledge.rules'
import { keepsQuestions, recordSight, reviewsQuestions } from '#domain/integrity/question.access'
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
    departmentId: v.parse(DepartmentId, '01'),
    name: '',
    roles,
  },
})

const caseWords = { all: '全部', assigned: '交给本人的', none: NOT_SEEN } as const

/** Articles, what is made public, activities and works have the same keepers. */
const cultureInWords = (actor: Actor): string => {
  if (keepsPages(actor)) return '全部，能写能审能发布'
  if (!writesCulture(actor)) return NOT_SEEN
  return holds(actor, 'department_head') ? '本科室的，能写能审' : '本科室的，能写'
}

const pledgesInWords = (actor: Actor): string => {
  const sight = pledgeSight(actor)
  return sight === null ? NOT_SEEN : sight.departmentId === null ? '全院' : '本科室'
}

const questionsInWords = (actor: Actor): string => {
  if (keepsQuestions(actor)) return '能出题、能安排考试'
  return reviewsQuestions(actor) ? '能复核' : NOT_SEEN
}

/** Of other people's learning. */
const learningInWords = (actor: Actor): string => {
  const sight = recordSight(actor)
  if (sight === null) return NOT_SEEN
  if (sight.people) return '全院，到每个人'
  return sight.departmentId === null ? '全院的数字' : '本科室的数字'
}

const sightsOf = (actor: Actor) =>
  [
    { term: '投诉内容', sees: caseWords[casesSeenBy(actor)] },
    { term: '姓名电话', sees: casesSeenBy(actor) === 'all' ? '全部，看一次记一次' : NOT_SEEN },
    { term: '投诉率', sees: readsRates(actor) ? '看得到' : NOT_SEEN },
    { term: '满意度', sees: runsSurveys(actor) ? '全部，能改问卷' : readsResults(actor) ? '看得到数字' : NOT_SEEN },
    { term: '出院随访', sees: followsUp(actor) ? '能办' : NOT_SEEN },
    { term: '行风评议', sees: supervises(actor) ? '能评' : NOT_SEEN },
    { term: '文化与公开', sees: cultureInWords(actor) },
    { term: '承诺签署', sees: pledgesInWords(actor) },
    { term: '题库与考试', sees: questionsInWords(actor) },
    { term: '别人的学习', sees: learningInWords(actor) },
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

/** 「投诉内容、姓名电话看不到」; null: all of it is seen. */
export const unseenInWords = ({ sights }: RoleSight): string | null => {
  const unseen = sights.filter(({ isSeen }) => !isSeen).map(({ term }) => term)
  return unseen.length > 0 ? `${unseen.join('、')}${NOT_SEEN}` : null
}

/** 「投诉内容：全部；人与权限：能改」; what is not seen is left to the last words. */
export const sightInWords = (sight: RoleSight): string => {
  const seen = sight.sights.filter(({ isSeen }) => isSeen).map(({ term, sees }) => `${term}：${sees}`)
  return [...seen, unseenInWords(sight)].filter(Boolean).join('；')
}
