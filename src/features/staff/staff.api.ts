import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { hospitalContract } from '#domain/hospital/hospital.contract'

export const staffApi = createClient<typeof hospitalContract>('hospital', send)
