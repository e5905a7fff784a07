import type { disclosureActions } from '#domain/culture/disclosure.contract'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'

export const disclosureHandlers = {} as ActionHandlers<typeof disclosureActions, OpenCulture>
