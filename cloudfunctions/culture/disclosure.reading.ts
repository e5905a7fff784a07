import { lastDayOf } from '#domain/culture/disclosure.clock'
import type { disclosureActions, EntryRow } from '#domain/culture/disclosure.contract'
import type { Audience, Disclosure, SlotName, SlotSettings } from '#domain/culture/disclosure.model'
import { usualSlots } from '#domain/culture/disclosure.slots'
import type { Hospital } from '#domain/hospital/hospital.model'
import type { DisclosureId, HospitalId } from '#domain/ids'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { workCalendar } from '#runtime/read/calendar.read'
import { departmentNames } from '#runtime/read/hospital.read'
import type * as v from 'valibot'
import { cardOf, everySlot, ownerNameOf } from './disclosure.board'
import { figuresOf } from './disclosure.figures'
import { wordsOf } from './disclosure.media'
import { type Listed, disclosureRepository, type Place } from './disclosure.repository'

/** Who reads: everybody, or those who work here. */
export interface Reader {
  readonly hospital: Hospital
  readonly isStaff: boolean
  readonly now: Instant
}

const PAGE = 20
const TITLES_A_CALL = 1000
const FOUND_MOST = 50

const isFor = (audience: Audience, { isStaff }: Reader): boolean => isStaff || audience === 'public'

const around = async (hospitalId: HospitalId, now: Instant) => {
  const [names, calendar, unpublished] = await Promise.all([
    departmentNames(hospitalId),
    workCalendar(),
    disclosureRepository().unpublished(hospitalId),
  ])
  return { names, calendar, unpublished, today: beijingDay(now) }
}

const placeAfter = <T extends { readonly id: DisclosureId }>(
  rows: readonly T[],
  limit: number,
  dayOf: (row: T) => string | null,
): Place | null => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return last ? { on: dayOf(last) ?? '', id: last.id } : null
}

const rowOf = ({ id, slot, title, publishedOn, updatedOn, withdrawn }: Listed): EntryRow[] =>
  publishedOn === null
    ? []
    : [
        {
          id,
          slot,
          title: withdrawn ? '' : title,
          publishedOn,
          correctedOn: updatedOn !== publishedOn ? updatedOn : null,
          withdrawn: withdrawn && { on: withdrawn.on, reason: withdrawn.reason },
        },
      ]

export const readBoard = async (reader: Reader) => {
  const { hospital, now } = reader
  const records = disclosureRepository()
  const [slots, known] = await Promise.all([everySlot(records, hospital.id), around(hospital.id, now)])
  const shown = slots.filter(({ settings }) => isFor(settings.audience, reader))
  const cards = await Promise.all(shown.map(({ settings }) => cardOf(settings, records, known)))
  return ok({ hospitalName: hospital.name, slots: cards })
}

export const readSlot = async (
  { slot, after }: { readonly slot: SlotName; readonly after: Place | null },
  reader: Reader,
) => {
  const { hospital, now } = reader
  const records = disclosureRepository()
  const { settings } = await records.settings(hospital.id, slot)
  if (!isFor(settings.audience, reader)) return err('disclosure.unknown')
  const [known, found] = await Promise.all([around(hospital.id, now), records.shown(settings, after, PAGE + 1)])
  return ok({
    card: await cardOf(settings, records, known),
    hospitalName: hospital.name,
    rows: found.slice(0, PAGE).flatMap(rowOf),
    next: placeAfter(found, PAGE, ({ publishedOn }) => publishedOn),
  })
}

type EntryView = v.InferInput<(typeof disclosureActions)['disclosureEntry']['output']>

/** What a reader may see of it: not what is being written, not who wrote it, nothing of what was withdrawn but why. */
const viewOf = async (
  one: Disclosure,
  wanted: number | null,
  settings: SlotSettings,
  hospital: Hospital,
): Promise<EntryView | null> => {
  const version = wanted ?? one.versions.length
  const shown = one.versions[version - 1]
  const { publishedOn } = one
  if (!shown || publishedOn === null) return null
  const [names, calendar] = await Promise.all([departmentNames(hospital.id), workCalendar()])
  const isWithdrawn = one.state === 'withdrawn'
  return {
    id: one.id,
    slot: one.slot,
    slotName: usualSlots[one.slot].name,
    audience: one.audience,
    hospitalName: hospital.name,
    ownerName: ownerNameOf(settings, names),
    occurredOn: one.occurredOn,
    publishedOn,
    dueOn: lastDayOf(one, calendar),
    words: isWithdrawn ? null : await wordsOf(shown.content),
    version,
    versions: one.versions.map(({ on, correction }, index) => ({
      version: index + 1,
      on,
      correction: isWithdrawn ? null : correction,
    })),
    withdrawn: one.withdrawn && { on: one.withdrawn.on, reason: one.withdrawn.reason },
  }
}

export const readEntry = async (
  { id, version }: { readonly id: DisclosureId; readonly version: number | null },
  reader: Reader,
) => {
  const records = disclosureRepository()
  const one = await records.find(id)
  if (!one || one.hospitalId !== reader.hospital.id) return err('disclosure.unknown')
  const { settings } = await records.settings(one.hospitalId, one.slot)
  if (!isFor(settings.audience, reader) || !isFor(one.audience, reader)) return err('disclosure.unknown')
  const view = await viewOf(one, version, settings, reader.hospital)
  return view ? ok(view) : err('disclosure.unknown')
}

/** Of what is for everybody; the words of what is not public, or not any more, are in none of it. */
export const readTimeliness = async (
  period: { readonly from: Day; readonly to: Day },
  { hospital, now }: Pick<Reader, 'hospital' | 'now'>,
) =>
  ok(
    await figuresOf(
      { hospital, ...period, now },
      { counts: ({ audience }) => audience === 'public', reads: ({ state }) => state === 'published' },
    ),
  )

/** Looks through titles and the names of slots, the newest first, a thousand a call. */
export const findTitles = async (
  { words, after }: { readonly words: string; readonly after: Place | null },
  reader: Reader,
) => {
  const { hospital } = reader
  const records = disclosureRepository()
  const [slots, looked] = await Promise.all([
    everySlot(records, hospital.id),
    records.standing(hospital.id, reader.isStaff ? null : 'public', after, TITLES_A_CALL + 1),
  ])
  const open = new Set(
    slots.filter(({ settings }) => isFor(settings.audience, reader)).map(({ settings }) => settings.slot),
  )
  const wanted = words.toLowerCase()
  const says = ({ slot, title }: Listed) =>
    title.toLowerCase().includes(wanted) || usualSlots[slot].name.toLowerCase().includes(wanted)
  const page = looked.slice(0, TITLES_A_CALL)
  const found = page.filter((one) => open.has(one.slot) && says(one))
  const isMore = found.length > FOUND_MOST
  return ok({
    rows: found
      .slice(0, FOUND_MOST)
      .flatMap((one) => rowOf(one).map((row) => ({ ...row, slotName: usualSlots[one.slot].name }))),
    next: isMore
      ? placeAfter(found, FOUND_MOST, ({ publishedOn }) => publishedOn)
      : placeAfter(looked, TITLES_A_CALL, ({ publishedOn }) => publishedOn),
  })
}
