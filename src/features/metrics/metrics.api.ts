import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { metricsContract } from '#domain/metrics/metrics.contract'

export const metricsApi = createClient<typeof metricsContract>('metrics', send)
