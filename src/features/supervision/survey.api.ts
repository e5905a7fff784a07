import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { surveyContract } from '#domain/survey/survey.contract'

export const surveyApi = createClient(surveyContract, send)
