import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { questionActions } from '#domain/integrity/question.contract'

interface Bank {
  readonly name: 'integrity'
  readonly actions: typeof questionActions
}

export const bankApi = createClient<Bank>('integrity', send)
