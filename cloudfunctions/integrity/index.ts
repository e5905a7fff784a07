import { servedContract } from '#domain/integrity/served.contract'
import { serve } from '#runtime/serve'
import { dailyHandlers } from './daily.handlers'
import { openIntegrity } from './integrity.open'
import { liveHandlers } from './live.handlers'
import { officeHandlers } from './office.handlers'
import { pledgeHandlers } from './pledge.handlers'
import { questionHandlers } from './question.handlers'
import { recordHandlers } from './record.handlers'
import { sittingHandlers } from './sitting.handlers'

export const main = serve(
  servedContract,
  {
    ...pledgeHandlers,
    ...dailyHandlers,
    ...sittingHandlers,
    ...liveHandlers,
    ...questionHandlers,
    ...officeHandlers,
    ...recordHandlers,
  },
  openIntegrity,
)
