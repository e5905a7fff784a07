import type { resultsActions } from '#domain/survey/results.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const resultsHandlers = {} as ActionHandlers<typeof resultsActions, OpenSurveys>
