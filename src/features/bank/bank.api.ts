import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import { questionActions } from '#domain/integrity/question.contract'

export const bankApi = createClient({ name: 'integrity', actions: questionActions }, send)
