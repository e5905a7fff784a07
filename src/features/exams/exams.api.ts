import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { officeActions } from '#domain/integrity/office.contract'
import { questionActions } from '#domain/integrity/question.contract'
import { recordActions } from '#domain/integrity/record.contract'

/** What the office asks of exams; besides the words of a question that is marked anew, and what a year has brought. */
export const examsApi = createClient(
  {
    name: 'integrity',
    actions: {
      ...officeActions,
      questionVersions: questionActions.questionVersions,
      departmentLearning: recordActions.departmentLearning,
      groupCoverage: recordActions.groupCoverage,
      ethicsFile: recordActions.ethicsFile,
      personRecord: recordActions.personRecord,
    },
  },
  send,
)
