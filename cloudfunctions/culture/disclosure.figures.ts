import { regularDue } from '#domain/culture/disclosure.clock'
import type { disclosureActions } from '#domain/culture/disclosure.contract'
import type { SlotSettings } from '#domain/culture/disclosure.model'
import { usualSlots } from '#domain/culture/disclosure.slots'
import { timelinessOf } from '#domain/culture/disclosure.timeliness'
import type { Hospital } from '#domain/hospital/hospital.model'
import { beijingDay, type Day, type Instant } from '#domain/instant'
import { workCalendar } from '#runtime/read/calendar.read'
import { departmentNames } from '#runtime/read/hospital.read'
import type * as v from 'valibot'
import { everySlot, ownerNameOf } from './disclosure.board'
import { disclosureRepository, type Listed } from './disclosure.repository'

type Figures = v.InferInput<(typeof disclosureActions)['disclosureFigures']['output']>

interface Asked {
  readonly hospital: Hospital
  readonly from: Day
  readonly to: Day
  readonly now: Instant
}

/** Whose question it is: what is counted for them, and of what they may know the words. */
interface Sight {
  readonly counts: (one: Pick<Listed, 'audience'>) => boolean
  readonly reads: (one: Listed, settings: SlotSettings) => boolean
}

/** 公开及时率 with the rows it is made of. */
export const figuresOf = async ({ hospital, from, to, now }: Asked, { counts, reads }: Sight): Promise<Figures> => {
  const records = disclosureRepository()
  const [slots, names, calendar, due] = await Promise.all([
    everySlot(records, hospital.id),
    departmentNames(hospital.id),
    workCalendar(),
    records.dueBetween(hospital.id, from, to),
  ])
  const counted = new Map(
    slots.flatMap(({ settings }) => (counts(settings) ? [[settings.slot, settings] as const] : [])),
  )
  const found = due.flatMap((one) => {
    const settings = counted.get(one.slot)
    if (!settings || !counts(one)) return []
    // What may not be read is a number, not words.
    return [{ ...one, title: reads(one, settings) ? one.title : '' }]
  })
  const regular = await Promise.all(
    [...counted.values()].map(async (settings) => {
      const last = settings.everyMonths === null ? null : await records.latest(settings, 'publishedOn')
      const dueOn = regularDue(settings, last?.publishedOn ?? null)
      return dueOn === null ? [] : [{ slot: settings.slot, dueOn }]
    }),
  )
  const { rows, ...figures } = timelinessOf(found, regular.flat(), { from, to, today: beijingDay(now) }, calendar)
  return {
    hospitalName: hospital.name,
    ...figures,
    rows: rows.map((row) => {
      const settings = counted.get(row.slot)
      return {
        ...row,
        slotName: usualSlots[row.slot].name,
        ownerName: settings ? ownerNameOf(settings, names) : null,
      }
    }),
  }
}
