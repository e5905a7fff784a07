import type { mediaActions } from '#domain/culture/desk.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'

export const mediaHandlers = {} as ActionHandlers<typeof mediaActions, OpenCulture>
