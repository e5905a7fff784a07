import { Audience, Disclosure, SlotSettings } from '#domain/culture/disclosure.model'
import type { SlotName } from '#domain/culture/disclosure.model'
import { usualSettings } from '#domain/culture/disclosure.slots'
import type { DisclosureId, HospitalId } from '#domain/ids'
import type { Day } from '#domain/instant'
import { above, below, between, documents, oneOf, type Documents } from '#runtime/documents'
import * as v from 'valibot'

const PAGE = 1000

/** What lists show: neither words nor versions. */
const Listed = v.pick(Disclosure, [
  'id',
  'rev',
  'slot',
  'state',
  'title',
  'audience',
  'announced',
  'occurredOn',
  'withinWorkingDays',
  'dueOn',
  'regularOn',
  'publishedOn',
  'updatedOn',
  'withdrawn',
])
export type Listed = v.InferOutput<typeof Listed>

/** What waits on the desk: without what is public already. */
const Waiting = v.omit(Disclosure, ['versions'])
export type Waiting = v.InferOutput<typeof Waiting>

export interface Place {
  readonly on: Day
  readonly id: DisclosureId
}

export interface KnownSettings {
  readonly settings: SlotSettings
  /** Somebody changed it once. */
  readonly stored: boolean
}

const projected = <T extends { id: string; rev: number }>(schema: v.GenericSchema<unknown, T>, fields: object) =>
  documents('disclosures', schema, ({ id }) => id, Object.keys(fields))

/** A page after `after`: the same day first, then the days before it. */
const pageBy = async <T extends { id: string; rev: number }>(
  records: Documents<T>,
  field: string,
  where: object,
  after: Place | null,
  limit: number,
): Promise<T[]> => {
  const rows = (more: object, most: number) =>
    records.list({
      where: { ...where, ...more },
      orderBy: [
        [field, 'desc'],
        ['_id', 'asc'],
      ],
      limit: most,
    })
  if (!after) return rows({}, limit)
  const sameDay = await rows({ [field]: after.on, _id: above(after.id) }, limit)
  const left = limit - sameDay.length
  return left === 0 ? sameDay : [...sameDay, ...(await rows({ [field]: below(after.on) }, left))]
}

const everyPage = async <T extends { id: string; rev: number }>(records: Documents<T>, where: object): Promise<T[]> => {
  const found: T[] = []
  for (let last = ''; ; ) {
    const page = await records.list({ where: { ...where, _id: above(last) }, orderBy: [['_id', 'asc']], limit: PAGE })
    found.push(...page)
    if (page.length < PAGE) return found
    last = page[page.length - 1]?.id ?? ''
  }
}

const SHOWN = oneOf(['published', 'withdrawn'])
const forEverybody: Audience = 'public'

/** What is made public (院务公开) and what was decided about its slots. */
export const disclosureRepository = () => {
  const stored = documents('disclosures', Disclosure)
  const listed = projected(Listed, Listed.entries)
  const waiting = projected(Waiting, Waiting.entries)
  const slots = documents('disclosure_slots', SlotSettings)

  /** What is shown in a slot to those it is for: nothing that was for staff once appears when it opens to everybody. */
  const shownIn = ({ hospitalId, slot, audience }: SlotSettings) => ({
    hospitalId,
    slot,
    ...(audience === 'public' ? { audience: forEverybody } : {}),
  })

  return {
    /** Of the slots that somebody changed. */
    changedSettings: (hospitalId: HospitalId) => slots.list({ where: { hospitalId }, limit: PAGE }),
    settings: async (hospitalId: HospitalId, slot: SlotName): Promise<KnownSettings> => {
      const usual = usualSettings(hospitalId, slot)
      const changed = await slots.find(usual.id)
      return { settings: changed ?? usual, stored: changed !== null }
    },
    /** The written settings, or null when a colleague wrote first. */
    saveSettings: async (settings: SlotSettings, isStored: boolean): Promise<SlotSettings | null> => {
      if (isStored) return slots.replace(settings)
      return (await slots.insert(settings)) === 'inserted' ? settings : null
    },

    find: (id: DisclosureId) => stored.find(id),
    insert: (one: Disclosure) => stored.insert(one),
    replace: (one: Disclosure) => stored.replace(one),
    remove: async ({ id, rev }: Disclosure): Promise<boolean> => (await stored.removeAll({ _id: id, rev })) === 1,

    /** The latest that stands: by the day it was published, or by the day it was last put right. */
    latest: async (settings: SlotSettings, by: 'publishedOn' | 'updatedOn'): Promise<Listed | null> => {
      const where = { ...shownIn(settings), state: 'published' }
      const [found] = await listed.list({ where, orderBy: [[by, 'desc']], limit: 1 })
      return found ?? null
    },
    /** Announced or being written, and not public yet. */
    unpublished: (hospitalId: HospitalId) => listed.list({ where: { hospitalId, state: 'waiting' }, limit: PAGE }),
    /** All that somebody has to write, send or confirm. */
    open: (hospitalId: HospitalId) => waiting.list({ where: { hospitalId, open: true }, limit: PAGE }),
    /** The newest first. */
    shown: (settings: SlotSettings, after: Place | null, limit: number) =>
      pageBy(listed, 'publishedOn', { ...shownIn(settings), state: SHOWN }, after, limit),
    /** The latest change first, whatever became of it. */
    history: (hospitalId: HospitalId, slot: SlotName, after: Place | null, limit: number) =>
      pageBy(listed, 'occurredOn', { hospitalId, slot }, after, limit),
    /** All that stands, the newest first. */
    standing: (hospitalId: HospitalId, audience: Audience | null, after: Place | null, limit: number) =>
      pageBy(
        listed,
        'publishedOn',
        { hospitalId, state: 'published', ...(audience ? { audience } : {}) },
        after,
        limit,
      ),
    countPublic: (hospitalId: HospitalId, slot: SlotName) =>
      stored.count({ hospitalId, slot, state: 'published', audience: forEverybody }),
    /** All whose last day may lie between two days, and all whose day nobody knew. */
    async dueBetween(hospitalId: HospitalId, from: Day, to: Day): Promise<Listed[]> {
      const [changed, regular, undated] = await Promise.all([
        everyPage(listed, { hospitalId, dueOn: between(from, to) }),
        everyPage(listed, { hospitalId, regularOn: between(from, to) }),
        everyPage(listed, { hospitalId, dueOn: null }),
      ])
      return [...new Map([...changed, ...regular, ...undated].map((one) => [one.id, one])).values()]
    },
  }
}

export type DisclosureRepository = ReturnType<typeof disclosureRepository>
