import type { readerActions } from '#domain/culture/reader.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'

export const readerHandlers = {} as ActionHandlers<typeof readerActions, OpenCulture>
