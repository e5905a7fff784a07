import {
  announcesIn,
  confirmsDisclosures,
  keepsSlots,
  seesDraftsIn,
  worksOnDisclosures,
  writesIn,
} from '#domain/culture/disclosure.access'
import { dueAfter, lastDayOf, regularDue } from '#domain/culture/disclosure.clock'
import type { disclosureDeskActions, OpenRow } from '#domain/culture/disclosure.contract'
import type { Disclosure, SlotSettings } from '#domain/culture/disclosure.model'
import {
  announce,
  beginWriting,
  confirm,
  dropDraft,
  send,
  sendBack,
  takeAnnouncementBack,
  withdraw,
  write,
} from '#domain/culture/disclosure.rules'
import { usualSlots } from '#domain/culture/disclosure.slots'
import type { ErrorCode } from '#domain/errors'
import { beijingDay } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { workCalendar } from '#runtime/read/calendar.read'
import { departmentKey, departmentNames, departmentRecords, departmentsOf } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'
import { cardOf, everySlot } from './disclosure.board'
import { act, type Caller, deskEntryOf, foundOnDesk, handIn, openRowOf } from './disclosure.desk'
import { claimAttachments, releaseAttachments } from './disclosure.media'
import { figuresOf } from './disclosure.figures'
import { disclosureRepository } from './disclosure.repository'

const HISTORY_PAGE = 30

/** The earliest first; what has no day comes last. */
const byDue = (left: OpenRow, right: OpenRow): number => {
  if (left.dueOn === right.dueOn) return left.id < right.id ? -1 : 1
  if (left.dueOn === null || right.dueOn === null) return left.dueOn === null ? 1 : -1
  return left.dueOn < right.dueOn ? -1 : 1
}

/** What was put down first is what stays; the same once more is the same, anything else is another matter. */
const inserted = async <C extends ErrorCode>(
  begun: Result<Disclosure, C>,
  settings: SlotSettings,
  caller: Caller,
  isTheSame: (earlier: Disclosure) => boolean,
) => {
  const records = disclosureRepository()
  if (!begun.ok) return begun
  if ((await records.insert(begun.value)) === 'inserted') return ok(await deskEntryOf(begun.value, settings, caller))
  const earlier = await records.find(begun.value.id)
  return earlier && earlier.hospitalId === begun.value.hospitalId && isTheSame(earlier)
    ? ok(await deskEntryOf(earlier, settings, caller))
    : err('request.reused')
}

export const disclosureDeskHandlers: ActionHandlers<typeof disclosureDeskActions, OpenCulture> = {
  async disclosureDesk(_input, { hospitals, actor, now }) {
    const hospitalId = worksOnDisclosures(actor)
    const by = actor.staff?.id
    if (!hospitalId || !by) return err('auth.forbidden')
    const hospital = await hospitals.find(hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const records = disclosureRepository()
    const [slots, departments, calendar, unpublished, open] = await Promise.all([
      everySlot(records, hospitalId),
      departmentsOf(hospitalId),
      workCalendar(),
      records.unpublished(hospitalId),
      records.open(hospitalId),
    ])
    const today = beijingDay(now)
    const names = new Map(departments.map(({ id, name }) => [id, name]))
    const rows = await Promise.all(
      slots.map(async ({ settings, stored }) => {
        const card = await cardOf(settings, records, { names, calendar, today, unpublished })
        const hand = handIn(settings, by, { actor, now })
        const waiting = seesDraftsIn(actor, settings) ? open.filter(({ slot }) => slot === settings.slot) : []
        return {
          ...card,
          rev: stored ? settings.rev : null,
          ownerId: settings.ownerId,
          usualOwner: usualSlots[settings.slot].usualOwner,
          basis: settings.basis,
          basisChecked: settings.basisChecked,
          mayWrite: writesIn(actor, settings),
          mayAnnounce: announcesIn(actor, settings),
          open: waiting.map((one) => openRowOf(one, hand, calendar, today)).sort(byDue),
        }
      }),
    )
    return ok({
      hospitalName: hospital.name,
      today,
      slots: rows,
      mayKeep: keepsSlots(actor),
      departments: departments.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })),
    })
  },

  async disclosureOnDesk({ id }, caller) {
    const found = await foundOnDesk(id, caller)
    return found.ok ? ok(await deskEntryOf(found.value.one, found.value.settings, caller)) : found
  },

  async disclosureHistory({ slot, after }, { actor }) {
    const hospitalId = worksOnDisclosures(actor)
    if (!hospitalId) return err('auth.forbidden')
    const records = disclosureRepository()
    const [{ settings }, calendar, found] = await Promise.all([
      records.settings(hospitalId, slot),
      workCalendar(),
      records.history(hospitalId, slot, after, HISTORY_PAGE + 1),
    ])
    const seesAll = seesDraftsIn(actor, settings)
    const page = found.slice(0, HISTORY_PAGE)
    const last = found.length > HISTORY_PAGE ? page[page.length - 1] : undefined
    return ok({
      rows: page
        .filter(({ state }) => seesAll || state === 'published' || state === 'withdrawn')
        .map((one) => ({
          id: one.id,
          title: one.title,
          state: one.state,
          occurredOn: one.occurredOn,
          publishedOn: one.publishedOn,
          dueOn: lastDayOf(one, calendar),
        })),
      next: last ? { on: last.occurredOn, id: last.id } : null,
    })
  },

  async announceDisclosure({ id, slot, what, occurredOn }, caller) {
    const hospitalId = worksOnDisclosures(caller.actor)
    const by = caller.actor.staff?.id
    if (!hospitalId || !by) return err('auth.forbidden')
    const { settings } = await disclosureRepository().settings(hospitalId, slot)
    const dueOn = dueAfter(occurredOn, settings.withinWorkingDays, await workCalendar())
    const start = { id, hospitalId, slot, occurredOn, dueOn }
    return inserted(
      announce(what, start, settings, handIn(settings, by, caller)),
      settings,
      caller,
      ({ slot: its, announced, occurredOn: on }) =>
        its === slot && announced?.what === what && announced.by === by && on === occurredOn,
    )
  },

  takeAnnouncementBack: ({ reason, ...which }, caller) =>
    act(which, caller, ({ one, hand }) => takeAnnouncementBack(one, reason, hand)),

  async writeDisclosure({ id, rev, slot, occurredOn, content, correction }, caller) {
    const hospitalId = worksOnDisclosures(caller.actor)
    const by = caller.actor.staff?.id
    if (!hospitalId || !by) return err('auth.forbidden')
    const { settings } = await disclosureRepository().settings(hospitalId, slot)
    const hand = handIn(settings, by, caller)
    if (!hand.writes) return err('disclosure.not_owner')
    const dueOn = dueAfter(occurredOn, settings.withinWorkingDays, await workCalendar())
    const writing = { content, occurredOn, dueOn, correction }
    const withFiles = async <C extends ErrorCode>(decided: Result<Disclosure, C>) =>
      !decided.ok || (await claimAttachments(decided.value)) ? decided : err('media.unknown', ['content.attachments'])
    if (rev !== null) {
      return act({ id, rev }, caller, ({ one, hand: its }) =>
        one.slot === slot ? withFiles(write(one, writing, its)) : err('disclosure.unknown'),
      )
    }
    const start = { id, hospitalId, slot, occurredOn, dueOn }
    return inserted(await withFiles(beginWriting(start, writing, settings, hand)), settings, caller, (earlier) => {
      const again = earlier.slot === slot && earlier.draft !== null ? write(earlier, writing, hand) : null
      return again?.ok === true && again.value === earlier && earlier.draft?.writers.includes(by) === true
    })
  },

  sendDisclosure: (which, caller) => act(which, caller, ({ one, hand }) => send(one, hand)),

  sendDisclosureBack: ({ reason, ...which }, caller) =>
    act(which, caller, ({ one, hand }) => sendBack(one, reason, hand)),

  confirmDisclosure: (which, caller) =>
    act(which, caller, async ({ one, settings, hand }) => {
      const [last, calendar] = await Promise.all([
        disclosureRepository().latest(settings, 'publishedOn'),
        workCalendar(),
      ])
      return confirm(
        one,
        {
          audience: settings.audience,
          regularOn: regularDue(settings, last?.publishedOn ?? null),
          dueOn: one.dueOn ?? dueAfter(one.occurredOn, one.withinWorkingDays, calendar),
        },
        hand,
      )
    }),

  async dropDisclosureDraft({ id, rev }, caller) {
    const found = await foundOnDesk(id, caller)
    // Dropped already, and nothing else stood there.
    if (!found.ok) return found.code === 'disclosure.unknown' ? ok({ entry: null }) : found
    const { one, settings, hand } = found.value
    const decided = dropDraft(one, hand)
    if (!decided.ok) return decided
    if (decided.value === one) return ok({ entry: await deskEntryOf(one, settings, caller) })
    if (one.rev !== rev) return err('data.changed')
    const records = disclosureRepository()
    if (decided.value === null) {
      if (!(await records.remove(one))) return err('data.changed')
      await releaseAttachments({ ...one, draft: null })
      return ok({ entry: null })
    }
    const written = await records.replace(decided.value)
    if (!written) return err('data.changed')
    await releaseAttachments(written)
    return ok({ entry: await deskEntryOf(written, settings, caller) })
  },

  withdrawDisclosure: ({ reason, ...which }, caller) =>
    act(which, caller, ({ one, hand }) => withdraw(one, reason, hand)),

  async promiseDisclosure({ slot, on }, { actor, now }) {
    const hospitalId = worksOnDisclosures(actor)
    const by = actor.staff?.id
    if (!hospitalId || !by) return err('auth.forbidden')
    const records = disclosureRepository()
    const { settings, stored } = await records.settings(hospitalId, slot)
    if (!writesIn(actor, settings)) return err('disclosure.not_owner')
    const today = beijingDay(now)
    if (on < today) return err('disclosure.day_wrong', ['on'])
    const [names, calendar, unpublished] = await Promise.all([
      departmentNames(hospitalId),
      workCalendar(),
      records.unpublished(hospitalId),
    ])
    const card = await cardOf(settings, records, { names, calendar, today, unpublished })
    if (card.standing !== 'overdue' || card.dueOn === null) return err('disclosure.not_overdue')
    if (card.promisedOn === on) return ok({ promisedOn: on })
    const written = await records.saveSettings({ ...settings, promise: { due: card.dueOn, on, by } }, stored)
    return written ? ok({ promisedOn: on }) : err('data.changed')
  },

  async keepSlot({ slot, rev, ...wanted }, { actor }) {
    const hospitalId = worksOnDisclosures(actor)
    if (!hospitalId || !keepsSlots(actor)) return err('auth.forbidden')
    const records = disclosureRepository()
    const { settings, stored } = await records.settings(hospitalId, slot)
    const next = { ...settings, ...wanted }
    if (stored && JSON.stringify(next) === JSON.stringify(settings)) return ok({ rev: settings.rev })
    if ((stored ? settings.rev : null) !== rev) return err('data.changed')
    const { ownerId, audience } = wanted
    const owner = ownerId && (await departmentRecords().find(departmentKey(hospitalId, ownerId)))
    // Nobody writes for one that is gone.
    if (ownerId && (!owner || owner.retired)) return err('hospital.department_unknown', ['ownerId'])
    const closes = settings.audience === 'public' && audience === 'staff'
    if (closes && (await records.countPublic(hospitalId, slot)) > 0) {
      return err('disclosure.already_public', ['audience'])
    }
    const written = await records.saveSettings(next, stored)
    return written ? ok({ rev: written.rev }) : err('data.changed')
  },

  async disclosureFigures({ from, to }, { hospitals, actor, now }) {
    const hospitalId = worksOnDisclosures(actor)
    if (!hospitalId) return err('auth.forbidden')
    const hospital = await hospitals.find(hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const seesAll = confirmsDisclosures(actor)
    return ok(
      await figuresOf(
        { hospital, from, to, now },
        {
          counts: () => true,
          // What another department announced and has not published is a number, not words.
          reads: ({ publishedOn }, settings) => publishedOn !== null || seesAll || seesDraftsIn(actor, settings),
        },
      ),
    )
  },
}
