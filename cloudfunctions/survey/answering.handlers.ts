import type { answeringActions } from '#domain/survey/answering.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const answeringHandlers = {} as ActionHandlers<typeof answeringActions, OpenSurveys>
