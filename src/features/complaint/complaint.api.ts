import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { complaintContract } from '#domain/complaint/complaint.contract'

export const complaintApi = createClient(complaintContract, send)
