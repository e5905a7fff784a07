import type { improvementActions } from '#domain/survey/improvement.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const improvementHandlers: ActionHandlers<typeof improvementActions, OpenSurveys> = {}
