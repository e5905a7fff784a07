import { surveyContract } from '#domain/survey/survey.contract'
import { serve } from '#runtime/serve'
import { answeringHandlers } from './answering.handlers'
import { followUpHandlers } from './followup.handlers'
import { improvementHandlers } from './improvement.handlers'
import { officeHandlers } from './office.handlers'
import { praiseHandlers } from './praise.handlers'
import { resultsHandlers } from './results.handlers'
import { supervisionHandlers } from './supervision.handlers'
import { openSurveys } from './survey.open'

export const main = serve(
  surveyContract,
  {
    ...answeringHandlers,
    ...officeHandlers,
    ...resultsHandlers,
    ...followUpHandlers,
    ...supervisionHandlers,
    ...praiseHandlers,
    ...improvementHandlers,
  },
  openSurveys,
)
