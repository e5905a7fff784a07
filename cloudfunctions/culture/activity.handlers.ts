import type { activityActions } from '#domain/culture/activity.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'

export const activityHandlers = {} as ActionHandlers<typeof activityActions, OpenCulture>
