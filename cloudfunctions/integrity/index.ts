import { integrityContract } from '#domain/integrity/integrity.contract'
import { serve } from '#runtime/serve'
import { openIntegrity } from './integrity.open'
import { pledgeHandlers } from './pledge.handlers'

export const main = serve(integrityContract, { ...pledgeHandlers }, openIntegrity)
