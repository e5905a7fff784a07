import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { surveyContract } from '#domain/survey/survey.contract'

export const surveyApi = createClient<typeof surveyContract>('survey', send)
