import type { supervisionActions } from '#domain/survey/supervision.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const supervisionHandlers: ActionHandlers<typeof supervisionActions, OpenSurveys> = {}
