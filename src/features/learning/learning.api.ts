import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { defineContract } from '#domain/contract'
import { dailyActions } from '#domain/integrity/daily.contract'
import { examActions } from '#domain/integrity/exam.contract'
import { liveActions } from '#domain/integrity/live.contract'
import { recordActions } from '#domain/integrity/record.contract'

/** What a learner asks of the function `integrity`: the question office's shapes stay out of a phone's download. */
export const learningContract = defineContract({
  name: 'integrity',
  actions: { ...dailyActions, ...examActions, ...liveActions, ...recordActions },
})

export const learningApi = createClient(learningContract, send)
