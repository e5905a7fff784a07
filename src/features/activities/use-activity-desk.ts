import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import type { ActivityView } from '#domain/culture/activity.contract'
import type { Outcome, Plan } from '#domain/culture/activity.model'
import type { ErrorCode } from '#domain/errors'
import { ActivityId } from '#domain/ids'
import type { Month } from '#domain/instant'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { cultureApi } from './culture.api'

/** A month of activities, and the one that is worked on. */
export const useActivityDesk = (asked: ActivityId | null, firstMonth: Month) => {
  const [month, setMonth] = useState(firstMonth)
  const { remote, reload } = useLoaded(cultureApi.activities, { month })
  const [open, setOpen] = useState<ActivityView | null>(null)
  const [opening, setOpening] = useState<ErrorCode | 'pending' | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // Made once for a form: pressing again after no answer plans the same activity.
  const newId = useRef<ActivityId | null>(null)
  const latest = useRef<ActivityId | null>(null)

  const show = useCallback(async (id: ActivityId | null) => {
    latest.current = id
    setFailed(null)
    if (id === null) {
      setOpening(null)
      return setOpen(null)
    }
    setOpening('pending')
    const answer = await cultureApi.activity({ id })
    if (latest.current !== id) return
    setOpening(answer.ok ? null : answer.code)
    if (answer.ok) setOpen(answer.value)
  }, [])
  useEffect(() => {
    if (asked) void show(asked)
  }, [asked, show])

  /** True when it was done. Whoever was slower sees what a colleague made of it. */
  const act = async (work: () => Promise<Result<ActivityView>>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setFailed(null)
    const answer = await work()
    setBusy(false)
    if (answer.ok) {
      latest.current = answer.value.id
      setOpen(answer.value)
      void reload()
      return true
    }
    setFailed(answer.code)
    if (answer.code === 'data.changed' && open) {
      const now = await cultureApi.activity({ id: open.id })
      if (now.ok) setOpen(now.value)
      void reload()
    }
    return false
  }

  const which = () => ({ id: open?.id ?? ('' as ActivityId), rev: open?.rev ?? 0 })

  return {
    month,
    setMonth,
    remote,
    reload,
    open,
    opening,
    show: (id: ActivityId | null) => void show(id),
    refresh: () => {
      if (open) void show(open.id)
      void reload()
    },
    busy,
    failed,
    forget: () => setFailed(null),
    /** A new one where none is open to be changed. */
    save: async (plan: Plan, before: ActivityView | null): Promise<boolean> => {
      if (before) return act(() => cultureApi.saveActivity({ id: before.id, rev: before.rev, plan }))
      newId.current ??= v.parse(ActivityId, await randomHex())
      const id = newId.current
      const done = await act(() => cultureApi.saveActivity({ id, rev: null, plan }))
      if (done) {
        newId.current = null
        setMonth(plan.day.slice(0, 7))
      }
      return done
    },
    finish: (outcome: Outcome) => act(() => cultureApi.finishActivity({ ...which(), outcome })),
    cancel: (reason: string) => act(() => cultureApi.cancelActivity({ ...which(), reason })),
    release: () => act(() => cultureApi.releaseActivity(which())),
    takeBack: () => act(() => cultureApi.takeActivityBack(which())),
  }
}

export type ActivityDeskInHand = ReturnType<typeof useActivityDesk>
