import type { DepartmentId, HospitalId, SurveyId, TouchpointId } from '#domain/ids'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { Submission } from '#domain/survey/answering.contract'
import { acceptSheet, isFull, thanksFor, WEB_SHEETS_PER_DAY } from '#domain/survey/answering.rules'
import type { OpenPeriod, Rater, Survey, Way } from '#domain/survey/survey.model'
import { periodOn } from '#domain/survey/survey.rules'
import { surveyRecords, versionOf } from '#runtime/read/survey.read'
import type * as v from 'valibot'
import type { SheetRepository } from './sheet.repository'
import { sheetIdFor, tokenFor, type Visit } from './visit.token'

/** Where a sheet comes in: who answers, about what, and which visit it is the one sheet of. */
export interface Door {
  readonly way: Way
  readonly departmentId: DepartmentId | null
  readonly touchpointId: TouchpointId | null
  readonly scope: Visit['scope']
  /** null: nobody can be told from anybody, and the sheet is no part of the figures. */
  readonly whoIn: (period: OpenPeriod) => Omit<Visit, 'scope'> | null
  /** What the sheet says of when; left out: the day itself. */
  readonly dayIn?: (day: Day, period: OpenPeriod) => Day
}

type Given = v.InferOutput<typeof Submission>

/** A questionnaire of this hospital and of one of these raters, asked today or not. */
export const surveyOf = async (
  hospitalId: HospitalId,
  surveyId: SurveyId,
  raters: readonly Rater[],
): Promise<Survey | null> => {
  const survey = await surveyRecords().find(surveyId)
  return survey && survey.hospitalId === hospitalId && raters.includes(survey.rater) ? survey : null
}

/**
 * Takes one sheet in, at most one for each visit. The token is written before the sheet: whoever breaks off in between
 * comes again with the same number and is let through.
 */
export const receiveSheet = async (
  survey: Survey,
  given: Given,
  door: Door,
  { sheets, now }: { sheets: SheetRepository; now: Instant },
) => {
  const day = beijingDay(now)
  // A phone that began before the latest version was published hands in the one that it was given.
  const asked = given.version <= survey.version ? await versionOf(survey.id, given.version) : null
  if (!asked) return err('survey.not_open')
  const accepted = acceptSheet(asked.form, given.answers)
  if (!accepted.ok) return accepted
  const thanks = ok(thanksFor(asked.form, accepted.value, door.way))

  const id = sheetIdFor(door.scope, given.nonce)
  const admitted = await admit(survey, given, door, { sheets, day })
  // Refused to a second sheet, not to the first one whose answer was lost on the way.
  if (!admitted.ok) return (await sheets.has(id)) ? thanks : admitted
  await sheets.insert({
    id,
    hospitalId: survey.hospitalId,
    surveyId: survey.id,
    version: asked.version,
    rater: survey.rater,
    way: door.way,
    departmentId: door.departmentId,
    touchpointId: door.touchpointId,
    day: door.dayIn?.(day, admitted.value) ?? day,
    answers: JSON.stringify(accepted.value),
  })
  return thanks
}

/** Lets one sheet of a visit in, and answers the open period that it falls into. */
const admit = async (
  survey: Survey,
  { nonce }: Given,
  { scope, whoIn, departmentId }: Door,
  { sheets, day }: { sheets: SheetRepository; day: Day },
) => {
  const period = periodOn(survey, day)
  if (!period) return err('survey.not_open')
  const who = whoIn(period)
  if (!who) return (await sheets.countUnverified(survey.id, day)) < WEB_SHEETS_PER_DAY ? ok(period) : err('survey.full')
  const token = tokenFor({ scope, ...who }, nonce)
  const isLimited = survey.quota.total !== null || survey.quota.perDepartment !== null
  if (isLimited && !(await sheets.findToken(token.id))) {
    // Those who hand in at the same moment may go over by as many: nobody waits for anybody.
    if (isFull(survey.quota, await sheets.received(survey, period, departmentId))) return err('survey.full')
  }
  return (await sheets.claim(token)) === 'other' ? err('survey.already_answered') : ok(period)
}
