import type { followUpActions } from '#domain/survey/followup.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const followUpHandlers: ActionHandlers<typeof followUpActions, OpenSurveys> = {}
