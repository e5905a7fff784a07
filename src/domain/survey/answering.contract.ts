import * as v from 'valibot'
import { defineActions } from '../contract'
import { Place } from '../hospital/place.model'
import { DepartmentId, Nonce, SurveyId } from '../ids'
import { Day } from '../instant'
import { Concern, Form, SentAnswers } from './question.model'
import { Rater } from './survey.model'

const nothing = v.strictObject({})
const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1))
const scene = v.optional(v.pipe(v.string(), v.maxLength(2000)))

/** Opens one visit's questionnaire: a discharge and its signature. Nothing of it is stored beside an answer. */
export const VisitLink = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}-[0-9a-f]{32}$/))
export type VisitLink = v.InferOutput<typeof VisitLink>

/** A questionnaire as it is being asked, and what its page says around it. */
export const OpenSurvey = v.object({
  surveyId: SurveyId,
  version: v.number(),
  rater: Rater,
  form: Form,
  hospitalName: v.string(),
  /** Where the code hangs; null: the hospital as a whole. */
  place: v.nullable(Place),
  /** Answers are shown together from this many on. */
  shownFrom: v.number(),
  /** The last day on which it is asked; null: no end is set. */
  until: v.nullable(Day),
  /** What the latest answers led to (您说的，我们改了); null: nothing yet. */
  changed: v.nullable(v.object({ said: v.string(), done: v.string(), departmentName: v.nullable(v.string()) })),
})
export type OpenSurvey = v.InferOutput<typeof OpenSurvey>

/** The same from every door. The nonce is made on the phone before the first attempt; a retry is the same sheet. */
export const Submission = v.strictObject({
  surveyId: SurveyId,
  version: versionNumber,
  nonce: Nonce,
  answers: SentAnswers,
})

/** What is said after it arrived. `concerns`: what the answers let the page offer. */
export const Thanks = v.object({
  /** How many questions were answered. */
  answered: v.number(),
  /** False where nobody can vouch that a visitor answers once: it is reported apart. */
  counted: v.boolean(),
  concerns: v.array(Concern),
})
export type Thanks = v.InferOutput<typeof Thanks>

/** What a member of staff may answer now. */
export const StaffSurvey = v.object({
  surveyId: SurveyId,
  rater: Rater,
  title: v.string(),
  questions: v.number(),
  until: v.nullable(Day),
  /** Departments to rate (科室互评), never the own one; empty where it is about the hospital. */
  departments: v.array(v.object({ id: DepartmentId, name: v.string(), done: v.boolean() })),
  /** Where it is about the hospital: whether one has answered in this period. */
  done: v.boolean(),
})
export type StaffSurvey = v.InferOutput<typeof StaffSurvey>

const refusals = ['survey.not_open', 'survey.answer_refused', 'survey.already_answered', 'survey.full'] as const

export const answeringActions = defineActions({
  /** The questionnaire of a code on a wall; without a scene, the hospital's. */
  open: {
    input: v.strictObject({ rater: v.picklist(['outpatient', 'inpatient']), scene }),
    output: OpenSurvey,
    errors: ['hospital.not_founded', 'survey.not_open'],
    identity: 'none',
  },
  /** Inside WeChat: one answer of a person, kind and month counts. Who it was is hashed and forgotten. */
  answer: {
    input: v.strictObject({ ...Submission.entries, scene }),
    output: Thanks,
    errors: ['hospital.not_founded', ...refusals],
    identity: 'wechat',
  },
  /** In a browser, where nobody can be told from anybody: kept, shown apart, part of no figure. */
  answerUnverified: {
    input: v.strictObject({ ...Submission.entries, scene }),
    output: Thanks,
    errors: ['hospital.not_founded', ...refusals, 'survey.web_day_full'],
    identity: 'none',
  },
  /** After discharge, by the link that belongs to one visit. */
  openLink: {
    input: v.strictObject({ link: VisitLink }),
    output: OpenSurvey,
    errors: ['survey.link_unknown', 'survey.not_open', 'survey.already_answered'],
    identity: 'none',
  },
  answerLink: {
    input: v.strictObject({ ...Submission.entries, link: VisitLink }),
    output: Thanks,
    errors: ['survey.link_unknown', ...refusals],
    identity: 'none',
  },
  forStaff: {
    input: nothing,
    output: v.object({ surveys: v.array(StaffSurvey) }),
    errors: ['auth.forbidden'],
  },
  openAsStaff: {
    input: v.strictObject({ surveyId: SurveyId }),
    output: OpenSurvey,
    errors: ['auth.forbidden', 'survey.not_open'],
  },
  /** Staff about their hospital, or about another department. Nobody rates their own. */
  answerAsStaff: {
    input: v.strictObject({ ...Submission.entries, departmentId: v.nullable(DepartmentId) }),
    output: Thanks,
    errors: ['auth.forbidden', 'survey.own_department', 'hospital.department_unknown', ...refusals],
  },
})
