import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { cultureContract } from '#domain/culture/culture.contract'

export const publicityApi = createClient<typeof cultureContract>('culture', send)
