import type { officeActions } from '#domain/survey/office.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const officeHandlers = {} as ActionHandlers<typeof officeActions, OpenSurveys>
