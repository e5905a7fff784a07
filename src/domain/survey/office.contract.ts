import * as v from 'valibot'
import { defineActions } from '../contract'
import { SurveyId } from '../ids'
import { Day, Instant } from '../instant'
import { Form } from './question.model'
import { OpenPeriod, Quota, Rater, Survey } from './survey.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One line of the office's list. */
export const SurveyRow = v.object({
  ...v.pick(Survey, ['id', 'rev', 'rater', 'version', 'periods', 'quota', 'retired', 'changedAt']).entries,
  title: v.string(),
  questions: v.number(),
  /** It is asked today. */
  isOpen: v.boolean(),
  /** The draft differs from the version that is asked; false where none is. */
  isChanged: v.boolean(),
  changedByName: v.string(),
})
export type SurveyRow = v.InferOutput<typeof SurveyRow>

export const SurveyDetail = v.object({
  survey: Survey,
  /** The version that is asked; null: none. */
  asked: v.nullable(Form),
  versions: v.array(v.object({ version: v.number(), publishedOn: Day, byName: v.string(), questions: v.number() })),
})
export type SurveyDetail = v.InferOutput<typeof SurveyDetail>

const written = v.object({ id: SurveyId, rev: v.number(), version: v.number(), changedAt: Instant })

/** The survey office (满意度专员): questionnaires without code. */
export const officeActions = defineActions({
  surveys: { input: nothing, output: v.object({ rows: v.array(SurveyRow) }), errors: ['auth.forbidden'] },
  survey: {
    input: v.strictObject({ surveyId: SurveyId }),
    output: SurveyDetail,
    errors: ['auth.forbidden', 'survey.unknown'],
  },
  /** A version as it was asked. */
  version: {
    input: v.strictObject({ surveyId: SurveyId, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    output: Form,
    errors: ['auth.forbidden', 'survey.unknown'],
  },
  addSurvey: {
    input: v.strictObject({ id: SurveyId, rater: Rater, draft: Form }),
    output: written,
    errors: ['auth.forbidden', 'request.reused'],
  },
  /** A draft may be unfinished in its branches; it is looked at when it is published. */
  saveDraft: {
    input: v.strictObject({ id: SurveyId, rev: revision, draft: Form }),
    output: written,
    errors: ['auth.forbidden', 'survey.unknown', 'data.changed'],
  },
  /** Makes the draft the next version. Refused with loops, dead ends, unreachable questions, or a changed scale. */
  publish: {
    input: v.strictObject({ id: SurveyId, rev: revision }),
    output: written,
    errors: [
      'auth.forbidden',
      'survey.unknown',
      'survey.not_sound',
      'survey.scale_changed',
      'survey.overall_changed',
      'survey.another_open',
      'data.changed',
    ],
  },
  /** When it is asked, how many answers are wanted, whether it is still in use. */
  schedule: {
    input: v.strictObject({
      id: SurveyId,
      rev: revision,
      periods: v.pipe(v.array(OpenPeriod), v.maxLength(40)),
      quota: Quota,
      retired: v.boolean(),
    }),
    output: written,
    errors: [
      'auth.forbidden',
      'survey.unknown',
      'survey.periods_overlap',
      'survey.period_begun',
      'survey.another_open',
      'data.changed',
    ],
  },
})
