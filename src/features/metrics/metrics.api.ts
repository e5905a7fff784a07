import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { metricsContract } from '#domain/metrics/metrics.contract'

export const metricsApi = createClient(metricsContract, send)
