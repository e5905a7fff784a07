import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { hospitalContract } from '#domain/hospital/hospital.contract'

export const staffApi = createClient(hospitalContract, send)
