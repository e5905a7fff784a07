import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { integrityContract } from '#domain/integrity/integrity.contract'

export const integrityApi = createClient(integrityContract, send)
