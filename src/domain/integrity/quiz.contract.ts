import { defineContract } from '../contract'
import { dailyActions } from './daily.contract'
import { examActions } from './exam.contract'
import { liveActions } from './live.contract'
import { officeActions } from './office.contract'
import { questionActions } from './question.contract'
import { recordActions } from './record.contract'

/** Learning, exams and the bank of questions, beside the pledges of the same function. */
export const quizContract = defineContract({
  name: 'integrity',
  actions: {
    ...dailyActions,
    ...examActions,
    ...liveActions,
    ...questionActions,
    ...officeActions,
    ...recordActions,
  },
})
