import { touchpointIn } from '#domain/hospital/scene'
import { beijingDay, type Day } from '#domain/instant'
import { err, ok } from '#domain/result'
import type { answeringActions, StaffSurvey, Submission } from '#domain/survey/answering.contract'
import { askedAsStaff, ratedBy, staffRaters } from '#domain/survey/answering.rules'
import { isAsked } from '#domain/survey/question.model'
import type { Rater } from '#domain/survey/survey.model'
import type { Staff } from '#domain/actor'
import { departmentsOf, whereabouts } from '#runtime/read/hospital.read'
import { askedOn } from '#runtime/read/survey.read'
import type { ActionHandlers } from '#runtime/serve'
import type * as v from 'valibot'
import { findFollowUp, markAnswered } from './followup.repository'
import { openedSurvey } from './opened.survey'
import { receiveSheet, surveyOf } from './sheet.reception'
import type { SheetRepository } from './sheet.repository'
import type { OpenSurveys } from './survey.open'
import { followUpDoor, followUpVisit, staffDoor, staffVisit, webDoor, wechatDoor } from './visit.doors'
import { followUpIn } from './visit.link'
import { tokenIdOf } from './visit.token'

type FromVisitor = v.InferOutput<typeof Submission> & { readonly scene?: string | undefined }

const patientRaters: readonly Rater[] = ['outpatient', 'inpatient']

export const answeringHandlers: ActionHandlers<typeof answeringActions, OpenSurveys> = {
  async open({ rater, scene }, { now }) {
    const here = await whereabouts(touchpointIn(scene))
    if (!here) return err('hospital.not_founded')
    const { hospital, place } = here
    const departmentId = place?.departmentId ?? null
    return openedSurvey({ hospitalId: hospital.id, rater, place, departmentId }, beijingDay(now))
  },

  async answer(given, { sheets, actor, now }) {
    const at = await visitorAt(given)
    if (!at.ok) return at
    const { survey, place } = at.value
    return receiveSheet(survey, given, wechatDoor(survey, { openid: actor.openid, place, now }), { sheets, now })
  },

  async answerUnverified(given, { sheets, now }) {
    const at = await visitorAt(given)
    if (!at.ok) return at
    const { survey, place } = at.value
    const received = await receiveSheet(survey, given, webDoor(survey, place), { sheets, now })
    // No quota counts these: what is full is this day.
    return !received.ok && received.code === 'survey.full' ? err('survey.web_day_full') : received
  },

  async openLink({ link }, { sheets, now }) {
    const stay = await stayOf(link)
    if (!stay) return err('survey.link_unknown')
    const isAnswered = stay.answered || (await sheets.findToken(tokenIdOf(followUpVisit(stay.id, now)))) !== null
    if (isAnswered) return err('survey.already_answered')
    const { hospitalId, departmentId } = stay
    return openedSurvey({ hospitalId, rater: 'follow_up', place: null, departmentId }, beijingDay(now))
  },

  async answerLink(given, { sheets, now }) {
    const stay = await stayOf(given.link)
    if (!stay) return err('survey.link_unknown')
    const survey = await surveyOf(stay.hospitalId, given.surveyId, ['follow_up'])
    if (!survey) return err('survey.not_open')
    // A year later the token is gone, and the link opens nothing for that.
    const isSpent = stay.answered && !(await sheets.findToken(tokenIdOf(followUpVisit(stay.id, now))))
    if (isSpent) return err('survey.already_answered')
    const received = await receiveSheet(survey, given, followUpDoor(stay, 'self', now), { sheets, now })
    if (received.ok) await markAnswered(stay.id, beijingDay(now))
    return received
  },

  async forStaff(_, { sheets, actor, now }) {
    if (!actor.staff) return err('auth.forbidden')
    const staff = askedAsStaff(actor)
    if (!staff) return ok({ surveys: [] })
    const day = beijingDay(now)
    const asked = await Promise.all(staffRaters.map((rater) => askedOfStaff(staff, rater, { sheets, day })))
    return ok({ surveys: asked.flat() })
  },

  async openAsStaff({ surveyId }, { actor, now }) {
    const staff = askedAsStaff(actor)
    if (!staff) return err('auth.forbidden')
    const { hospitalId } = staff
    const survey = await surveyOf(hospitalId, surveyId, staffRaters)
    if (!survey) return err('survey.not_open')
    const about = { hospitalId, rater: survey.rater, place: null, departmentId: null }
    const opened = await openedSurvey(about, beijingDay(now))
    return opened.ok && opened.value.surveyId !== surveyId ? err('survey.not_open') : opened
  },

  async answerAsStaff({ departmentId, ...given }, { sheets, actor, now }) {
    const staff = askedAsStaff(actor)
    if (!staff) return err('auth.forbidden')
    const survey = await surveyOf(staff.hospitalId, given.surveyId, staffRaters)
    if (!survey) return err('survey.not_open')
    if (departmentId !== null && departmentId === staff.departmentId) return err('survey.own_department')
    const isPeer = survey.rater === 'peer'
    const rated = isPeer ? ratedBy(staff, await departmentsOf(staff.hospitalId)).map(({ id }) => id) : []
    if (isPeer ? departmentId === null || !rated.includes(departmentId) : departmentId !== null)
      return err('hospital.department_unknown')
    return receiveSheet(survey, given, staffDoor({ surveyId: survey.id, staffId: staff.id, departmentId }), {
      sheets,
      now,
    })
  },
}

const visitorAt = async ({ surveyId, scene }: FromVisitor) => {
  const here = await whereabouts(touchpointIn(scene))
  if (!here) return err('hospital.not_founded')
  const survey = await surveyOf(here.hospital.id, surveyId, patientRaters)
  return survey ? ok({ survey, place: here.place }) : err('survey.not_open')
}

/** The stay that a link belongs to. A link that was made up and one whose stay is not kept are the same to its reader. */
const stayOf = async (link: string) => {
  const id = followUpIn(link)
  return id && findFollowUp(id)
}

const askedOfStaff = async (
  staff: Staff,
  rater: (typeof staffRaters)[number],
  { sheets, day }: { sheets: SheetRepository; day: Day },
): Promise<v.InferOutput<typeof StaffSurvey>[]> => {
  const asked = await askedOn(staff.hospitalId, rater, day)
  if (!asked) return []
  const { survey, version, period } = asked
  const rated = rater === 'peer' ? ratedBy(staff, await departmentsOf(staff.hospitalId)) : []
  const about = rater === 'peer' ? rated.map(({ id }) => id) : [null]
  const tokenIds = about.map((departmentId) =>
    tokenIdOf(staffVisit({ surveyId: survey.id, staffId: staff.id, departmentId }, period)),
  )
  const answered = await sheets.tokensAmong(tokenIds)
  const done = tokenIds.map((id) => answered.has(id))
  return [
    {
      surveyId: survey.id,
      rater,
      title: version.form.title,
      questions: version.form.questions.filter(isAsked).length,
      until: period.to,
      departments: rated.map(({ id, name }, at) => ({ id, name, done: done[at] === true })),
      done: done.every(Boolean),
    },
  ]
}
