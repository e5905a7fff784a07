import type { pledgeActions } from '#domain/integrity/pledge.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenIntegrity } from './integrity.open'

export const pledgeHandlers = {} as ActionHandlers<typeof pledgeActions, OpenIntegrity>
