import type { Place } from '#domain/hospital/place.model'
import type { DepartmentId, FollowUpId, HospitalId, StaffId, SurveyId } from '#domain/ids'
import { beijingDay, type Instant, monthOf } from '#domain/instant'
import { dayOfStaySheet, lastDayOfMonth, tokenUntil, yearAfter } from '#domain/survey/answering.rules'
import type { OpenPeriod, Rater, Survey, Way } from '#domain/survey/survey.model'
import type { Door } from './sheet.reception'
import type { Visit } from './visit.token'

const aboutPlace = (place: Place | null) => ({
  departmentId: place?.departmentId ?? null,
  touchpointId: place?.touchpointId ?? null,
})

const about = (departmentId: DepartmentId | null) => ({ departmentId, touchpointId: null })

/** Inside WeChat a person answers once for a kind of visit and a month. */
export const wechatDoor = (
  { hospitalId, rater }: { hospitalId: HospitalId; rater: Rater },
  { openid, place, now }: { openid: string; place: Place | null; now: Instant },
): Door => {
  const day = beijingDay(now)
  const who = { who: [openid, monthOf(day)], until: lastDayOfMonth(day) }
  return { way: 'self', ...aboutPlace(place), scope: ['wechat', hospitalId, rater], whoIn: () => who }
}

export const webDoor = (survey: Survey, place: Place | null): Door => ({
  way: 'web',
  ...aboutPlace(place),
  scope: ['web', survey.id],
  whoIn: () => null,
})

/** One stay is rated once, by link or on the phone with somebody who asks. */
export const followUpVisit = (id: FollowUpId, now: Instant): Visit => ({
  scope: ['follow_up'],
  who: [id],
  until: yearAfter(beijingDay(now)),
})

export const followUpDoor = (
  { id, departmentId }: { id: FollowUpId; departmentId: DepartmentId },
  way: Exclude<Way, 'web'>,
  now: Instant,
): Door => {
  const visit = followUpVisit(id, now)
  return { way, ...about(departmentId), scope: visit.scope, whoIn: () => visit, dayIn: dayOfStaySheet }
}

interface StaffRating {
  readonly surveyId: SurveyId
  readonly staffId: StaffId
  /** Whom they rate; null: the hospital. */
  readonly departmentId: DepartmentId | null
}

const staffScope = ({ surveyId, departmentId }: StaffRating) => ['staff', surveyId, departmentId ?? '']

/** A member of staff answers once in an open period, about the hospital or about each other department. */
export const staffVisit = (rating: StaffRating, period: OpenPeriod): Visit => ({
  scope: staffScope(rating),
  who: [rating.staffId, period.from],
  until: tokenUntil(period),
})

export const staffDoor = (rating: StaffRating): Door => ({
  way: 'self',
  ...about(rating.departmentId),
  scope: staffScope(rating),
  whoIn: (period) => staffVisit(rating, period),
})

/** A supervisor (行风监督员) rates a department once a month. */
export const supervisorDoor = (staffId: StaffId, departmentId: DepartmentId, now: Instant): Door => {
  const day = beijingDay(now)
  const who = { who: [staffId, monthOf(day)], until: lastDayOfMonth(day) }
  return { way: 'self', ...about(departmentId), scope: ['supervisor', departmentId], whoIn: () => who }
}
