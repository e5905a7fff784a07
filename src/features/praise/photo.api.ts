import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { complaintContract } from '#domain/complaint/complaint.contract'

/** Photos go the way photos of complaints go: in parts, and never through the platform's own upload. */
export const photoApi = createClient<typeof complaintContract>('complaint', send)
