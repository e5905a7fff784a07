import type { CaseDetail } from '#domain/complaint/case.contract'
import type { Contact } from '#domain/complaint/complaint.model'
import type { ErrorCode } from '#domain/errors'
import type { ComplaintId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type CaseDraft, loadCaseDraft, removeCaseDraft, saveCaseDraft, wentOutAsWritten } from './case.drafts'
import { type CaseAct, numbered, sendAct } from './case.send'
import { complaintApi } from './complaint.api'

export interface OpenCase {
  readonly id: ComplaintId
  readonly detail: CaseDetail | null
  /** Events that appeared while one was looking. */
  readonly fresh: ReadonlySet<string>
  /** What did not work last; the case that is there stays there. */
  readonly problem: ErrorCode | null
  readonly reading: boolean
  /** The number, once it was looked at; it is not kept anywhere. */
  readonly contact: Contact | null
}

/**
 * `earlier`: an attempt whose answer was lost had arrived, with other words than are written now.
 * `changed`: a colleague was faster, and the case was read again.
 */
export type Outcome = 'done' | 'earlier' | 'changed' | 'failed'

const freshIn = (detail: CaseDetail, before: CaseDetail | null): ReadonlySet<string> => {
  const known = new Set<string>(before?.events.map(({ id }) => id))
  return new Set(before ? detail.events.map(({ id }) => id as string).filter((id) => !known.has(id)) : [])
}

/** The case that is open, `first` to begin with: reading it, acting on it, hearing that a colleague was faster. */
export const useOpenCase = (first: ComplaintId | null) => {
  const [opened, setOpened] = useState<OpenCase | null>(null)
  const [acting, setActing] = useState<CaseAct | 'seeContact' | null>(null)
  // What is open when a late answer comes, not when it was asked for.
  const latest = useRef<OpenCase | null>(null)
  const underWay = useRef(false)

  const show = useCallback((next: OpenCase | null) => {
    latest.current = next
    setOpened(next)
  }, [])
  const change = useCallback(
    (id: ComplaintId, to: (now: OpenCase) => Partial<OpenCase>) => {
      const current = latest.current
      if (current?.id === id) show({ ...current, ...to(current) })
    },
    [show],
  )

  const read = useCallback(
    async (id: ComplaintId, problem: ErrorCode | null = null) => {
      change(id, () => ({ reading: true, problem }))
      const answer = await complaintApi.read({ complaintId: id })
      change(id, (current) =>
        answer.ok
          ? { reading: false, detail: answer.value, fresh: freshIn(answer.value, current.detail) }
          : { reading: false, problem: problem ?? answer.code },
      )
    },
    [change],
  )

  const open = useCallback(
    (id: ComplaintId) => {
      show({ id, detail: null, fresh: new Set(), problem: null, reading: true, contact: null })
      return read(id)
    },
    [show, read],
  )
  useEffect(() => {
    if (first) void open(first)
  }, [first, open])
  const close = () => show(null)
  const reread = () => (latest.current ? read(latest.current.id) : Promise.resolve())

  /** Hands in what was written; what is kept on the device is removed when it has arrived. */
  const act = async (what: CaseAct, written: CaseDraft, now: Instant): Promise<Outcome> => {
    const detail = latest.current?.detail
    if (!detail || underWay.current) return 'failed'
    underWay.current = true
    setActing(what)
    const draft = await numbered(written)
    saveCaseDraft(detail.id, what, draft, now)
    const answer = await sendAct(what, detail, draft)
    underWay.current = false
    setActing(null)
    if (!answer.ok) {
      if (answer.code === 'data.changed') {
        await read(detail.id, answer.code)
        return 'changed'
      }
      change(detail.id, () => ({ problem: answer.code }))
      return 'failed'
    }
    const asWritten = wentOutAsWritten(answer.value, draft)
    if (asWritten) removeCaseDraft(detail.id, what)
    else saveCaseDraft(detail.id, what, { ...draft, eventId: null }, now)
    change(detail.id, () => ({ detail: answer.value, fresh: new Set([draft.eventId]), problem: null }))
    return asWritten ? 'done' : 'earlier'
  }

  /** Shows the number to ring. That is an event of its own, so the case is read again. */
  const seeContact = async (now: Instant): Promise<Outcome> => {
    const id = latest.current?.id
    if (!id || underWay.current) return 'failed'
    underWay.current = true
    setActing('seeContact')
    const draft = await numbered(loadCaseDraft(id, 'seeContact'))
    saveCaseDraft(id, 'seeContact', draft, now)
    const answer = await complaintApi.seeContact({ complaintId: id, eventId: draft.eventId })
    underWay.current = false
    setActing(null)
    if (!answer.ok) {
      change(id, () => ({ problem: answer.code }))
      return 'failed'
    }
    removeCaseDraft(id, 'seeContact')
    change(id, () => ({ contact: answer.value, problem: null }))
    await read(id)
    return 'done'
  }

  return { opened, acting, open, close, reread, act, seeContact }
}
