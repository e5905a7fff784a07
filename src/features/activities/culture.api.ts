import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { cultureContract } from '#domain/culture/culture.contract'

export const cultureApi = createClient(cultureContract, send)
