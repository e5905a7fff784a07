import type { Actor } from '#domain/actor'
import type { WorkCalendar } from '#domain/calendar/working-days'
import {
  announcesIn,
  confirmsDisclosures,
  seesDraftsIn,
  worksOnDisclosures,
  writesIn,
} from '#domain/culture/disclosure.access'
import { changeDue, lastDayOf, workingDaysLate } from '#domain/culture/disclosure.clock'
import type { disclosureActions, EntryStage, OpenRow } from '#domain/culture/disclosure.contract'
import type { Disclosure, SlotSettings } from '#domain/culture/disclosure.model'
import { actsOn, type Hand } from '#domain/culture/disclosure.rules'
import { usualSlots } from '#domain/culture/disclosure.slots'
import type { ErrorCode } from '#domain/errors'
import type { DisclosureId, StaffId } from '#domain/ids'
import type { Day, Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { workCalendar } from '#runtime/read/calendar.read'
import { staffNames } from '#runtime/read/staff.read'
import type * as v from 'valibot'
import { attachmentsOf, releaseAttachments, wordsOf } from './disclosure.media'
import { disclosureRepository, type Waiting } from './disclosure.repository'

export interface Caller {
  readonly actor: Actor
  readonly now: Instant
}

type DeskEntry = v.InferInput<(typeof disclosureActions)['disclosureOnDesk']['output']>

/** What this caller may do in a slot. */
export const handIn = (settings: SlotSettings, by: StaffId, { actor, now }: Caller): Hand => ({
  by,
  now,
  writes: writesIn(actor, settings),
  announces: announcesIn(actor, settings),
  confirms: confirmsDisclosures(actor),
})

/** An entry as the desk sees it. What another department writes, announced or had to withdraw stays with it. */
export const deskEntryOf = async (one: Disclosure, settings: SlotSettings, caller: Caller): Promise<DeskEntry> => {
  const [names, calendar] = await Promise.all([staffNames(one.hospitalId), workCalendar()])
  const me = caller.actor.staff?.id
  const nameOf = (id: StaffId) => names.get(id) ?? ''
  const person = (id: StaffId) => ({ name: nameOf(id), mine: id === me })
  const done = <T extends { readonly by: StaffId; readonly on: Day }>(act: T | null) =>
    act && { ...act, by: person(act.by) }
  const seesDraft = seesDraftsIn(caller.actor, settings)
  const { draft } = one
  const newest = one.versions[one.versions.length - 1]
  return {
    id: one.id,
    rev: one.rev,
    slot: one.slot,
    slotName: usualSlots[one.slot].name,
    state: one.state,
    open: one.open,
    title: one.title,
    audience: one.audience,
    occurredOn: one.occurredOn,
    withinWorkingDays: one.withinWorkingDays,
    publishedOn: one.publishedOn,
    updatedOn: one.updatedOn,
    dueOn: lastDayOf(one, calendar),
    announced: seesDraft ? done(one.announced) : null,
    takenBack: done(one.takenBack),
    withdrawn: done(one.withdrawn),
    draft:
      draft && seesDraft
        ? {
            title: draft.content.title,
            text: draft.content.text,
            attachments: await attachmentsOf(draft.content.attachments),
            writers: draft.writers.map(person),
            correction: draft.correction,
            sent: done(draft.sent),
            sentBack: done(draft.sentBack),
          }
        : null,
    words: newest && (one.state !== 'withdrawn' || seesDraft) ? await wordsOf(newest.content) : null,
    versions: one.versions.map(({ on, writers, confirmedBy, correction }, index) => ({
      version: index + 1,
      on,
      writers: writers.map(nameOf),
      confirmedBy: nameOf(confirmedBy),
      correction,
    })),
    acts: caller.actor.staff ? actsOn(one, handIn(settings, caller.actor.staff.id, caller)) : [],
  }
}

const stageOf = ({ draft }: Waiting): EntryStage => {
  if (!draft) return 'announced'
  if (draft.sent) return 'sent'
  return draft.sentBack ? 'sent_back' : 'writing'
}

/** A row of what waits, and whether it waits for this hand. */
export const openRowOf = (one: Waiting, hand: Hand, calendar: WorkCalendar, today: Day): OpenRow => {
  const stage = stageOf(one)
  const isCorrection = one.draft !== null && one.draft.correction !== null
  const dueOn = isCorrection ? null : changeDue(one, calendar)
  const mayConfirm = hand.confirms && !one.draft?.writers.includes(hand.by)
  return {
    id: one.id,
    slot: one.slot,
    title: one.draft?.content.title || one.title,
    stage,
    isCorrection,
    occurredOn: one.occurredOn,
    dueOn,
    late: dueOn !== null && dueOn < today ? workingDaysLate(dueOn, today, calendar) : null,
    mine: stage === 'sent' ? mayConfirm : hand.writes,
  }
}

interface Found {
  readonly one: Disclosure
  readonly settings: SlotSettings
  readonly hand: Hand
}

/** The entry on whose desk the caller works. What is not public yet is nothing to those who do not write there. */
export const foundOnDesk = async (
  id: DisclosureId,
  caller: Caller,
): Promise<Result<Found, 'auth.forbidden' | 'disclosure.unknown'>> => {
  const hospitalId = worksOnDisclosures(caller.actor)
  const by = caller.actor.staff?.id
  if (!hospitalId || !by) return err('auth.forbidden')
  const records = disclosureRepository()
  const one = await records.find(id)
  if (!one || one.hospitalId !== hospitalId) return err('disclosure.unknown')
  const { settings } = await records.settings(hospitalId, one.slot)
  if (one.state === 'waiting' && !seesDraftsIn(caller.actor, settings)) return err('disclosure.unknown')
  return ok({ one, settings, hand: handIn(settings, by, caller) })
}

const isSame = (left: Disclosure, right: Disclosure): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Refused whatever stands there by now. */
const NOT_THEIRS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['auth.forbidden', 'disclosure.not_owner'])

/** Read, decide, write, let go of files. What is so already is answered as it is, whichever revision was seen. */
export const act = async <C extends ErrorCode>(
  { id, rev }: { readonly id: DisclosureId; readonly rev: number },
  caller: Caller,
  decide: (found: Found) => Result<Disclosure, C> | Promise<Result<Disclosure, C>>,
) => {
  const found = await foundOnDesk(id, caller)
  if (!found.ok) return found
  const { one, settings } = found.value
  const decided = await decide(found.value)
  if (decided.ok && isSame(decided.value, one)) {
    await releaseAttachments(one)
    return ok(await deskEntryOf(one, settings, caller))
  }
  if (!decided.ok && NOT_THEIRS.has(decided.code)) return decided
  if (one.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const written = await disclosureRepository().replace(decided.value)
  if (!written) return err('data.changed')
  await releaseAttachments(written)
  return ok(await deskEntryOf(written, settings, caller))
}
