import type { deskActions } from '#domain/culture/desk.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'

export const deskHandlers = {} as ActionHandlers<typeof deskActions, OpenCulture>
