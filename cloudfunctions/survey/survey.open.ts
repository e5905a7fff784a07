import { hospitalRecords } from '#runtime/read/hospital.read'
import { followUpRepository } from './followup.repository'
import { sheetRepository } from './sheet.repository'
import { supervisionRepository } from './supervision.repository'
import { surveyRepository } from './survey.repository'

/** What the handlers of this function stand on. */
export const openSurveys = () => ({
  hospitals: hospitalRecords(),
  sheets: sheetRepository(),
  supervision: supervisionRepository(),
  surveys: surveyRepository(),
  followUps: followUpRepository(),
})

export type OpenSurveys = ReturnType<typeof openSurveys>
