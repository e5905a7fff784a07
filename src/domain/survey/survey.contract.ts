import { defineContract } from '../contract'
import { answeringActions } from './answering.contract'
import { followUpActions } from './followup.contract'
import { improvementActions } from './improvement.contract'
import { officeActions } from './office.contract'
import { praiseActions } from './praise.contract'
import { resultsActions } from './results.contract'
import { supervisionActions } from './supervision.contract'

export const surveyContract = defineContract({
  name: 'survey',
  actions: {
    ...answeringActions,
    ...officeActions,
    ...resultsActions,
    ...followUpActions,
    ...supervisionActions,
    ...praiseActions,
    ...improvementActions,
  },
})
