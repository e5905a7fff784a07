import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { officeActions } from '#domain/integrity/office.contract'
import type { questionActions } from '#domain/integrity/question.contract'
import type { recordActions } from '#domain/integrity/record.contract'

type Asked = Pick<typeof questionActions, 'questionVersions'> &
  Pick<typeof recordActions, 'departmentLearning' | 'groupCoverage' | 'ethicsFile' | 'personRecord'>

/** What the office asks of exams; besides the words of a question that is marked anew, and what a year has brought. */
interface Office {
  readonly name: 'integrity'
  readonly actions: typeof officeActions & Asked
}

export const examsApi = createClient<Office>('integrity', send)
