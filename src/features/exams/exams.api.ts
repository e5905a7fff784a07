import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { officeActions } from '#domain/integrity/office.contract'
import { pledgeActions } from '#domain/integrity/pledge.contract'
import { questionActions } from '#domain/integrity/question.contract'

/** What the office asks of exams; besides the words of a question that is marked anew, and who is on the roster. */
export const examsApi = createClient(
  {
    name: 'integrity',
    actions: {
      ...officeActions,
      questionVersions: questionActions.questionVersions,
      pledgeBoard: pledgeActions.pledgeBoard,
    },
  },
  send,
)
