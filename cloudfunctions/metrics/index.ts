import { metricsContract } from '#domain/metrics/metrics.contract'
import { serve } from '#runtime/serve'
import { metricsHandlers } from './metrics.handlers'
import { openMetrics } from './metrics.open'

export const main = serve(metricsContract, metricsHandlers, openMetrics)
