import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { dailyActions } from '#domain/integrity/daily.contract'
import type { examActions } from '#domain/integrity/exam.contract'
import type { liveActions } from '#domain/integrity/live.contract'
import type { recordActions } from '#domain/integrity/record.contract'

/** What a learner asks of the function `integrity`. */
export interface LearningContract {
  readonly name: 'integrity'
  readonly actions: typeof dailyActions & typeof examActions & typeof liveActions & typeof recordActions
}

export const learningApi = createClient<LearningContract>('integrity', send)
