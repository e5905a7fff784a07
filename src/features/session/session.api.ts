import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { hospitalContract } from '#domain/hospital/hospital.contract'

export const sessionApi = createClient<typeof hospitalContract>('hospital', send)
