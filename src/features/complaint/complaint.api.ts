import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { complaintContract } from '#domain/complaint/complaint.contract'

export const complaintApi = createClient<typeof complaintContract>('complaint', send)
