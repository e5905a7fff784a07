import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import type { WorkView } from '#domain/culture/work.contract'
import type { ErrorCode } from '#domain/errors'
import { WorkId } from '#domain/ids'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { cultureApi } from './culture.api'

const NOTHING = {}

type Content = Parameters<typeof cultureApi.submitWork>[0]['content']

/** What one handed in, and the one that is written now: new, or one of them again. */
export const useMyWorks = () => {
  const { remote, reload } = useLoaded(cultureApi.myWorks, NOTHING)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // Made once for a new work: pressing again after no answer hands in the same one.
  const newId = useRef<WorkId | null>(null)

  const settle = (answer: Awaited<ReturnType<typeof cultureApi.submitWork>>): boolean => {
    setBusy(false)
    if (answer.ok) newId.current = null
    else setFailed(answer.code)
    if (answer.ok || answer.code === 'data.changed') void reload()
    return answer.ok
  }

  return {
    remote,
    reload,
    busy,
    failed,
    forget: () => setFailed(null),
    /** True when it arrived. */
    submit: async (content: Content, before: WorkView | null): Promise<boolean> => {
      if (busy) return false
      setBusy(true)
      setFailed(null)
      newId.current ??= v.parse(WorkId, await randomHex())
      const which = before ? { id: before.id, rev: before.rev } : { id: newId.current, rev: null }
      return settle(await cultureApi.submitWork({ ...which, content, consent: true }))
    },
    withdraw: async (work: WorkView): Promise<boolean> => {
      if (busy) return false
      setBusy(true)
      setFailed(null)
      return settle(await cultureApi.withdrawWork({ id: work.id }))
    },
  }
}

export type MyWorksInHand = ReturnType<typeof useMyWorks>
