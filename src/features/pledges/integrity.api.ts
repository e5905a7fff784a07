import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { integrityContract } from '#domain/integrity/integrity.contract'

export const integrityApi = createClient<typeof integrityContract>('integrity', send)
