import type { Actor, Staff } from '#domain/actor'
import { type DepartmentId, type HospitalId, Nonce } from '#domain/ids'
import { beijingDay, type Day, type Instant, monthOf } from '#domain/instant'
import { err, ok } from '#domain/result'
import { acceptSheet, ratedBy } from '#domain/survey/answering.rules'
import type { LastFinding, supervisorActions } from '#domain/survey/supervision.contract'
import {
  countDuties,
  isDutyDay,
  isInForce,
  keptEvidence,
  missingEvidence,
  termOn,
} from '#domain/survey/supervision.rules'
import { supervises } from '#domain/survey/survey.access'
import { departmentNames, departmentsOf, hospitalRecords } from '#runtime/read/hospital.read'
import { versionOf } from '#runtime/read/survey.read'
import type { ActionHandlers } from '#runtime/serve'
import * as v from 'valibot'
import { departmentsAnswer } from './department.answer'
import { openedSurvey } from './opened.survey'
import { receiveSheet, surveyOf } from './sheet.reception'
import type { SupervisionRepository } from './supervision.repository'
import { dutyRow, ratingRows, termRow, withItems } from './supervision.views'
import type { OpenSurveys } from './survey.open'
import { supervisorDoor } from './visit.doors'

/** As far back as a department looks. */
const RATINGS_SHOWN = 100

export const supervisorHandlers: ActionHandlers<typeof supervisorActions, OpenSurveys> = {
  async supervision(_, { supervision, actor, now }) {
    const staff = supervisorIn(actor)
    if (!staff) return err('auth.forbidden')
    const { hospitalId } = staff
    const day = beijingDay(now)
    const whose = { hospitalId, staffId: staff.id }
    const [hospital, terms, departments, rated] = await Promise.all([
      hospitalRecords().find(hospitalId),
      supervision.terms(whose),
      departmentsOf(hospitalId),
      supervision.ratingsBy(whose, monthOf(day)),
    ])
    const term = termOn(terms, day)
    const duties = term ? await supervision.dutiesIn(whose, term) : []
    const names = new Map(departments.map(({ id, name }) => [id, name]))
    return ok({
      name: staff.name,
      hospitalName: hospital?.name ?? '',
      term: term && termRow(term, day),
      duties: duties.map((duty) => dutyRow(duty, names)),
      counts: countDuties(duties),
      rated: rated.length,
      rateable: ratedBy(staff, departments).length,
    })
  },

  async recordDuty(given, { supervision, actor, now }) {
    const acting = await actingSupervisor(actor, supervision, now)
    if (!acting.ok) return acting
    const { staff, term, day } = acting.value
    const { hospitalId } = staff
    if (!isDutyDay(given.day, term, day)) return err('supervision.day_outside', ['day'])
    const names = await departmentNames(hospitalId)
    if (given.departmentId !== null && !names.has(given.departmentId))
      return err('hospital.department_unknown', ['departmentId'])
    const duty = { ...given, hospitalId, staffId: staff.id }
    if ((await supervision.addDuty(duty)) === 'inserted') return ok(dutyRow({ ...duty, rev: 0 }, names))
    const earlier = await supervision.duty(given.id)
    const isSame =
      earlier?.staffId === staff.id &&
      earlier.kind === given.kind &&
      earlier.day === given.day &&
      earlier.departmentId === given.departmentId &&
      earlier.text === given.text
    return isSame ? ok(dutyRow(earlier, names)) : err('request.reused')
  },

  async removeDuty({ id }, { supervision, actor, now }) {
    const acting = await actingSupervisor(actor, supervision, now)
    if (!acting.ok) return acting
    const { hospitalId, id: staffId } = acting.value.staff
    return (await supervision.removeDuty({ hospitalId, staffId }, id)) === 1 ? ok({}) : err('supervision.duty_unknown')
  },

  async rateable(_, { supervision, actor, now }) {
    const acting = await actingSupervisor(actor, supervision, now)
    if (!acting.ok) return acting
    const { staff, day } = acting.value
    const { hospitalId } = staff
    const month = monthOf(day)
    const [opened, departments, ratings] = await Promise.all([
      openedSurvey({ hospitalId, rater: 'supervisor', place: null, departmentId: null }, day),
      departmentsOf(hospitalId),
      supervision.ratingsBy({ hospitalId, staffId: staff.id }, month),
    ])
    const done = new Set(ratings.map(({ departmentId }) => departmentId))
    return ok({
      month,
      survey: opened.ok ? opened.value : null,
      departments: ratedBy(staff, departments).map(({ id, name }) => ({ id, name, done: done.has(id) })),
    })
  },

  async lastFindings({ departmentId }, { supervision, actor, now }) {
    const acting = await actingSupervisor(actor, supervision, now)
    if (!acting.ok) return acting
    const { staff, day } = acting.value
    const names = await departmentNames(staff.hospitalId)
    if (!names.has(departmentId)) return err('hospital.department_unknown')
    return ok({ findings: await lastFindings(staff.hospitalId, departmentId, supervision, day) })
  },

  async rateDepartment({ id, departmentId, evidence, ...given }, { supervision, sheets, actor, now }) {
    const acting = await actingSupervisor(actor, supervision, now)
    if (!acting.ok) return acting
    const { staff, day } = acting.value
    const { hospitalId } = staff
    if (departmentId === staff.departmentId) return err('survey.own_department')
    if (!ratedBy(staff, await departmentsOf(hospitalId)).some((department) => department.id === departmentId))
      return err('hospital.department_unknown')
    const survey = await surveyOf(hospitalId, given.surveyId, ['supervisor'])
    const asked = survey && (await versionOf(survey.id, given.version))
    if (!survey || !asked) return err('survey.not_open')
    const accepted = acceptSheet(asked.form, given.answers)
    if (!accepted.ok) return accepted
    const missing = missingEvidence(asked.form, accepted.value, evidence)
    if (missing.length > 0) return err('supervision.evidence_missing', missing)

    // The rating's own number is the sheet's: it is named anyhow, and a retry is the same rating.
    const door = supervisorDoor(staff.id, departmentId, now)
    const received = await receiveSheet(survey, { ...given, nonce: v.parse(Nonce, id) }, door, { sheets, now })
    if (!received.ok) {
      const { code } = received
      return code === 'survey.already_answered' ? err('supervision.rated') : err(code)
    }
    await supervision.addRating({
      id,
      hospitalId,
      staffId: staff.id,
      departmentId,
      surveyId: survey.id,
      version: asked.version,
      month: monthOf(day),
      answers: JSON.stringify(accepted.value),
      evidence: JSON.stringify(keptEvidence(accepted.value, evidence)),
    })
    return received
  },

  async foundInMine(_, { supervision, actor }) {
    const staff = actor.staff
    if (!staff || staff.departmentId === null || supervisorIn(actor)) return err('auth.forbidden')
    const { hospitalId, departmentId } = staff
    const names = await departmentNames(hospitalId)
    const ratings = await supervision.ratings({ hospitalId, departmentId }, { skip: 0, limit: RATINGS_SHOWN })
    const rows = await ratingRows(hospitalId, ratings, null)
    return ok({ departmentName: names.get(departmentId) ?? departmentId, rows })
  },
}

const supervisorIn = (actor: Actor): Staff | null => (supervises(actor) ? actor.staff : null)

/** A supervisor who is appointed today. */
const actingSupervisor = async (actor: Actor, supervision: SupervisionRepository, now: Instant) => {
  const staff = supervisorIn(actor)
  if (!staff) return err('auth.forbidden')
  const day = beijingDay(now)
  const terms = await supervision.terms({ hospitalId: staff.hospitalId, staffId: staff.id })
  const term = terms.find((each) => isInForce(each, day))
  return term ? ok({ staff, term, day }) : err('supervision.no_term')
}

const lastFindings = async (
  hospitalId: HospitalId,
  departmentId: DepartmentId,
  supervision: SupervisionRepository,
  day: Day,
): Promise<v.InferOutput<typeof LastFinding>[]> => {
  const last = await supervision.lastRatings(hospitalId, departmentId, monthOf(day))
  const [first] = last
  if (!first) return []
  const [found, answerTo] = await Promise.all([
    withItems(last),
    departmentsAnswer(hospitalId, departmentId, first.month),
  ])
  return found.flatMap(({ rating: { month, surveyId }, items }) =>
    items
      .filter(({ isLow }) => isLow)
      .map(({ questionId, question, answer, evidence }) => {
        const mended = answerTo({ surveyId, questionId })
        return {
          month,
          questionId,
          question,
          answer,
          evidence,
          mended: mended && {
            plan: mended.plan,
            result: mended.state === 'not_changed' ? mended.reason : mended.result,
            state: mended.state,
            dueOn: mended.dueOn,
          },
        }
      }),
  )
}
