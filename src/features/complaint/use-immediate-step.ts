import { randomBytes } from '#cloud/random.bytes'
import { useAction } from '#cloud/use-action'
import type { Progress } from '#domain/complaint/progress.contract'
import type { ReceiptSecret, Selector } from '#domain/complaint/receipt'
import { type EventId, eventIdFrom } from '#domain/ids'
import type { Result } from '#domain/result'
import { useRef } from 'react'

interface Code {
  readonly selector: Selector
  readonly secret: ReceiptSecret
}

type Step = (input: Code & { eventId: EventId }) => Promise<Result<Progress>>

const ID_BYTES = 16

/** A step without words of one's own: agreeing, taking consent back. */
export const useImmediateStep = (step: Step, code: Code) => {
  const { remote, run } = useAction(step)
  // One id for as long as it takes: once more after a lost answer is still once.
  const id = useRef<EventId | null>(null)
  /** The case as it is afterwards; null when it was not taken. */
  const take = async (): Promise<Progress | null> => {
    id.current ??= eventIdFrom(await randomBytes(ID_BYTES))
    const answer = await run({ ...code, eventId: id.current })
    if (!answer.ok) return null
    id.current = null
    return answer.value
  }
  return { take, busy: remote.status === 'pending', failed: remote.status === 'failed' ? remote.code : null }
}
