import type { HospitalId, SurveyId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { type Rater, Sheet, Survey, SurveyVersion, Token, versionKey } from '#domain/survey/survey.model'
import { periodOn } from '#domain/survey/survey.rules'
import { documents } from '../documents'

export const surveyRecords = () => documents('surveys', Survey)
export const versionRecords = () => documents('survey_versions', SurveyVersion)
export const sheetRecords = () => documents('survey_sheets', Sheet)
export const tokenRecords = () => documents('survey_tokens', Token)

/** A hospital has a handful for each rater. */
const SURVEYS = 200

/** A hospital's questionnaires, retired ones too, by their ids. */
export const surveysOf = (hospitalId: HospitalId, rater?: Rater): Promise<Survey[]> =>
  surveyRecords().list({
    where: rater ? { hospitalId, rater } : { hospitalId },
    orderBy: [['_id', 'asc']],
    limit: SURVEYS,
  })

export const versionOf = (surveyId: SurveyId, version: number): Promise<SurveyVersion | null> =>
  versionRecords().find(versionKey(surveyId, version))

/** What is asked of these raters on this day, and within which open period; null: nothing. */
export const askedOn = async (hospitalId: HospitalId, rater: Rater, day: Day) => {
  for (const survey of await surveysOf(hospitalId, rater)) {
    const period = periodOn(survey, day)
    const version = period && (await versionOf(survey.id, survey.version))
    if (period && version) return { survey, version, period }
  }
  return null
}
