import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { hospitalContract } from '#domain/hospital/hospital.contract'

export const hospitalApi = createClient<typeof hospitalContract>('hospital', send)
