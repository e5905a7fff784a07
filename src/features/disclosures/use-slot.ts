import { useAction } from '#cloud/use-action'
import type { Audience, SlotName } from '#domain/culture/disclosure.model'
import { useCallback, useEffect, useState } from 'react'
import type { SlotInHand } from './SlotEntries'
import { type disclosureApi, readingOf } from './disclosure.api'

type Page = Extract<Awaited<ReturnType<typeof disclosureApi.disclosureSlot>>, { ok: true }>['value']

/** One slot with what was public in it, a page after the other. */
export const useSlot = (slot: SlotName | null, audience: Audience) => {
  const [shown, setShown] = useState<(SlotInHand & Pick<Page, 'next'>) | null>(null)
  const { remote, run } = useAction(readingOf(audience).slot)
  const load = useCallback(async () => {
    if (!slot) return
    const answer = await run({ slot, after: null })
    if (answer.ok) setShown(answer.value)
  }, [run, slot])
  useEffect(() => {
    void load()
  }, [load])
  const more = async () => {
    if (!slot || !shown?.next) return
    const answer = await run({ slot, after: shown.next })
    if (answer.ok) setShown({ ...answer.value, rows: [...shown.rows, ...answer.value.rows] })
  }
  return {
    shown,
    failed: remote.status === 'failed' ? remote.code : null,
    busy: remote.status === 'pending',
    reload: load,
    more,
  }
}
