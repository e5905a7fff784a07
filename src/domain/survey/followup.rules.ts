import type { Hospital } from '../hospital/hospital.model'
import type { DepartmentId, EventId } from '../ids'
import { type Day, daysAfter } from '../instant'
import { err, ok } from '../result'
import {
  ATTEMPTS_BEFORE_CLOSING,
  ATTEMPTS_MOST,
  type CallAttempt,
  type Course,
  type FollowUp,
  type FollowUpOutcome,
  OLDEST_DISCHARGE_DAYS,
} from './followup.model'

type Terms = Pick<Hospital, 'followUpGeneralDays' | 'followUpChronicDays' | 'followUpTumourDays' | 'followUpKeptDays'>

/** The last day on which ringing is in time. */
export const dueOn = (dischargedOn: Day, course: Course, terms: Terms): Day => {
  const days = {
    general: terms.followUpGeneralDays,
    chronic: terms.followUpChronicDays,
    tumour: terms.followUpTumourDays,
  }
  return daysAfter(dischargedOn, days[course])
}

/** A discharge as a file says it. */
export interface Discharge {
  readonly name: string
  readonly phone: string
  readonly dischargedOn: Day
  readonly departmentId: DepartmentId
  readonly course: Course
  /** 住院号; it is not stored. */
  readonly number: string | null
}

/** What makes two lines the same discharge: the number and the day, or where there is none day, department and phone. */
export const dischargeKey = ({ number, dischargedOn, departmentId, phone }: Discharge): string =>
  number === null ? `p|${dischargedOn}|${departmentId}|${phone}` : `n|${dischargedOn}|${number}`

/** Discharged by today, and not so long ago that ringing makes no sense any more. */
export const isFollowable = (dischargedOn: Day, today: Day): boolean =>
  dischargedOn <= today && dischargedOn >= daysAfter(today, -OLDEST_DISCHARGE_DAYS)

/** Of somebody who is still to be rung: counted from the day it is due, or from today where that day is over. */
const openUntil = (due: Day, today: Day, { followUpKeptDays }: Terms): Day =>
  daysAfter(due > today ? due : today, followUpKeptDays)

/** A discharge that was not known before. */
export const admit = (
  discharge: Discharge,
  about: Pick<FollowUp, 'id' | 'hospitalId' | 'batchId'>,
  terms: Terms,
  today: Day,
): Omit<FollowUp, 'rev'> => {
  const { name, phone, dischargedOn, departmentId, course } = discharge
  const due = dueOn(dischargedOn, course, terms)
  return {
    ...about,
    departmentId,
    name,
    phone,
    dischargedOn,
    course,
    dueOn: due,
    stage: 'open',
    outcome: null,
    doneOn: null,
    answered: false,
    attempts: [],
    touched: false,
    keptUntil: openUntil(due, today, terms),
  }
}

const unreached = (row: FollowUp): number => row.attempts.filter(({ outcome }) => outcome === 'not_reached').length

/** Rung in vain that often that the next time in vain may close it. */
export const mayCloseUnreached = (row: FollowUp): boolean => unreached(row) + 1 >= ATTEMPTS_BEFORE_CLOSING

export const wasRecorded = (row: FollowUp, attemptId: EventId): boolean =>
  row.attempts.some(({ id }) => id === attemptId)

/** Why a call cannot be recorded; null: it can. A call that was recorded can be again: nothing changes. */
export const refusalOf = (row: FollowUp, attempt: CallAttempt, closes: boolean) => {
  if (wasRecorded(row, attempt.id)) return null
  if (row.stage === 'done') return err('survey.follow_up_closed')
  if (closes && !mayCloseUnreached(row)) return err('survey.follow_up_too_early')
  return row.attempts.length < ATTEMPTS_MOST ? null : err('survey.follow_up_too_often')
}

const close = (row: FollowUp, outcome: FollowUpOutcome, day: Day, terms: Terms): FollowUp => ({
  ...row,
  stage: 'done',
  outcome,
  doneOn: day,
  touched: true,
  keptUntil: daysAfter(day, terms.followUpKeptDays),
})

/**
 * After one call. Not reached leaves it open, unless it is the last (`closes`); everything else ends it. `answered`: a
 * sheet stands for it.
 */
export const recordCall = (
  row: FollowUp,
  attempt: CallAttempt,
  { closes, answered }: { closes: boolean; answered: boolean },
  terms: Terms,
) => {
  const refusal = refusalOf(row, attempt, closes)
  if (refusal) return refusal
  if (wasRecorded(row, attempt.id)) return ok(row)
  const next = { ...row, answered: row.answered || answered, touched: true, attempts: [...row.attempts, attempt] }
  const stays = attempt.outcome === 'not_reached' && !closes
  return ok(stays ? next : close(next, attempt.outcome, attempt.day, terms))
}

/** The last call may be taken back while no answers were written with it. */
export const mayUndo = (row: FollowUp): boolean => row.attempts.length > 0 && !row.answered && row.keptUntil !== null

/** As it was before the last call. Taking back what is gone changes nothing. */
export const undoCall = (row: FollowUp, attemptId: EventId, terms: Terms, today: Day) => {
  if (!wasRecorded(row, attemptId)) return ok(row)
  const isLast = row.attempts[row.attempts.length - 1]?.id === attemptId
  if (!isLast || !mayUndo(row)) return err('survey.follow_up_settled')
  const attempts = row.attempts.slice(0, -1)
  const reopened: FollowUp = {
    ...row,
    stage: 'open',
    outcome: null,
    doneOn: null,
    attempts,
    touched: attempts.length > 0,
    keptUntil: openUntil(row.dueOn, today, terms),
  }
  return ok(reopened)
}

/** After the link was answered: a follow-up, unless the phone had been before. */
export const answerByLink = (row: FollowUp, day: Day, terms: Terms): FollowUp =>
  isFollowedUp(row) ? { ...row, answered: true } : { ...close(row, 'answered_link', day, terms), answered: true }

/** Without name and phone, and without a day to ring any more. */
export const forget = (row: FollowUp): FollowUp => ({
  ...row,
  stage: 'done',
  name: null,
  phone: null,
  keptUntil: null,
})

const FOLLOWED_UP = new Set<FollowUpOutcome | null>(['reached', 'to_complaint', 'answered_link'])

/** Somebody spoke with them, or they answered themselves. */
export const isFollowedUp = ({ outcome }: Pick<FollowUp, 'outcome'>): boolean => FOLLOWED_UP.has(outcome)

/** What the rates are made of; a share of none is none. */
export interface FollowUpTally {
  readonly due: number
  /** 随访率 = followed / due */
  readonly followed: number
  /** 及时率 = timely / due */
  readonly timely: number
  readonly refused: number
  /** Closed as 未接通. */
  readonly unreached: number
}

export type Counted = Pick<FollowUp, 'departmentId' | 'dueOn' | 'outcome' | 'doneOn'>

export const NO_TALLY: FollowUpTally = { due: 0, followed: 0, timely: 0, refused: 0, unreached: 0 }

const withOne = (tally: FollowUpTally, row: Counted): FollowUpTally => {
  const isFollowed = isFollowedUp(row)
  const inTime = isFollowed && row.doneOn !== null && row.doneOn <= row.dueOn
  return {
    due: tally.due + 1,
    followed: tally.followed + (isFollowed ? 1 : 0),
    timely: tally.timely + (inTime ? 1 : 0),
    refused: tally.refused + (row.outcome === 'refused' ? 1 : 0),
    unreached: tally.unreached + (row.outcome === 'not_reached' ? 1 : 0),
  }
}

/** Counts follow-ups that were due, together and by department. */
export const tallyOf = (rows: readonly Counted[]) => {
  const departments = new Map<DepartmentId, FollowUpTally>()
  for (const row of rows) {
    departments.set(row.departmentId, withOne(departments.get(row.departmentId) ?? NO_TALLY, row))
  }
  return { total: rows.reduce(withOne, NO_TALLY), departments }
}

/** 「李**」: enough to find the line again, too little to know who it is. */
export const maskedName = (name: string): string => `${Array.from(name)[0] ?? ''}**`
