import type { praiseActions } from '#domain/survey/praise.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const praiseHandlers: ActionHandlers<typeof praiseActions, OpenSurveys> = {}
