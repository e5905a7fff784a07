import type { Actor, Role, Staff } from '../actor'
import type { Department } from '../hospital/hospital.model'
import { daysAfter, type Day, mondayOf, monthOf, monthsAfter } from '../instant'
import { err, ok } from '../result'
import type { Thanks } from './answering.contract'
import { acceptAnswers, concernsIn } from './path'
import type { Answers, Form, SentAnswers } from './question.model'
import type { OpenPeriod, Quota, Rater, Survey, Way } from './survey.model'
import { meet } from './survey.rules'
import type * as v from 'valibot'

/** In one day and of one questionnaire: more sheets from browsers nobody vouches for would only fill the disk. */
export const WEB_SHEETS_PER_DAY = 500

/** An office may prolong a period, and a link may be opened late: so long is it known who has answered. */
const TOKEN_MONTHS = 12

export const lastDayOfMonth = (day: Day): Day => daysAfter(monthsAfter(`${monthOf(day)}-01`, 1), -1)

/** The last day of a month a year on: it says when somebody answered no finer than that. */
export const yearAfter = (day: Day): Day => lastDayOfMonth(monthsAfter(`${monthOf(day)}-01`, TOKEN_MONTHS))

/** A period without an end may go on for ever. */
export const FOREVER: Day = '9999-12-31'

export const tokenUntil = ({ to }: OpenPeriod): Day => (to === null ? FOREVER : yearAfter(to))

/**
 * The day that a sheet about a stay carries: the first of its week that lies in the month and in the open period. The
 * record of the follow-up says on which day it was answered, and few are answered in one department on one day.
 */
export const dayOfStaySheet = (day: Day, { from }: OpenPeriod): Day => {
  const begins = [mondayOf(day), `${monthOf(day)}-01`, from]
  return begins.reduce((latest, each) => (each > latest ? each : latest))
}

/** Answers as their questionnaire takes them; a sheet on which nothing is answered is none. */
export const acceptSheet = (form: Form, sent: SentAnswers) => {
  const accepted = acceptAnswers(form, sent)
  if (accepted.ok && Object.keys(accepted.value).length === 0) return err('survey.answer_refused')
  return accepted.ok ? ok<Answers>(accepted.value) : accepted
}

export const isCounted = (way: Way): boolean => way !== 'web'

export const thanksFor = (form: Form, answers: Answers, way: Way): v.InferOutput<typeof Thanks> => ({
  answered: Object.keys(answers).length,
  counted: isCounted(way),
  concerns: [...new Set(concernsIn(form, answers).map(({ concern }) => concern))],
})

/** Sheets that count so far in an open period, in all and of the department that is rated. */
export interface Received {
  readonly total: number
  readonly ofDepartment: number
}

export const isFull = (quota: Quota, received: Received): boolean =>
  (quota.total !== null && received.total >= quota.total) ||
  (quota.perDepartment !== null && received.ofDepartment >= quota.perDepartment)

/** A supervisor (行风监督员) who is nothing else here. */
export const comesFromOutside = (roles: readonly Role[]): boolean => roles.length === 1 && roles[0] === 'supervisor'

/** Whoever works here and is asked about it. */
export const askedAsStaff = ({ staff }: Actor): Staff | null => (staff && !comesFromOutside(staff.roles) ? staff : null)

export const staffRaters = ['staff', 'peer'] as const satisfies readonly Rater[]

/**
 * Staff answer once in an open period, which is known by its first day. A period that has begun would begin on another:
 * whoever answered in it could answer again.
 */
export const letsAnswerAgain = (
  { rater, version, periods }: Pick<Survey, 'rater' | 'version' | 'periods'>,
  planned: readonly OpenPeriod[],
  today: Day,
): boolean =>
  version > 0 &&
  staffRaters.some((one) => one === rater) &&
  periods
    .filter(({ from }) => from <= today)
    .map(({ from, to }) => ({ from, to: to === null || to > today ? today : to }))
    .some((begun) => planned.some((period) => period.from !== begun.from && meet(period, begun)))

/** Departments that somebody may rate (科室互评): all in use, and never their own. */
export const ratedBy = ({ departmentId }: Pick<Staff, 'departmentId'>, departments: readonly Department[]) =>
  departments.filter(({ id, retired }) => !retired && id !== departmentId)
