import type { WorkCalendar } from '#domain/calendar/working-days'
import { changeDue, slotState, workingDaysLate } from '#domain/culture/disclosure.clock'
import type { SlotCard } from '#domain/culture/disclosure.contract'
import { SlotName, type SlotSettings } from '#domain/culture/disclosure.model'
import { usualSettings, usualSlots } from '#domain/culture/disclosure.slots'
import type { DepartmentId, HospitalId } from '#domain/ids'
import type { Day } from '#domain/instant'
import type { DisclosureRepository, KnownSettings, Listed } from './disclosure.repository'

export type Names = ReadonlyMap<DepartmentId, string>

export const ownerNameOf = ({ ownerId }: Pick<SlotSettings, 'ownerId'>, names: Names): string | null =>
  (ownerId && names.get(ownerId)) ?? null

/** All twenty in their order, with what the hospital decided about them. */
export const everySlot = async (records: DisclosureRepository, hospitalId: HospitalId): Promise<KnownSettings[]> => {
  const changed = new Map((await records.changedSettings(hospitalId)).map((settings) => [settings.slot, settings]))
  return SlotName.options.map((slot) => {
    const settings = changed.get(slot)
    return { settings: settings ?? usualSettings(hospitalId, slot), stored: settings !== undefined }
  })
}

interface Around {
  readonly names: Names
  readonly calendar: WorkCalendar
  readonly today: Day
  readonly unpublished: readonly Listed[]
}

/** A slot, what was last published in it and by when the next is due. The words of an announcement are in none of it. */
export const cardOf = async (
  settings: SlotSettings,
  records: DisclosureRepository,
  { names, calendar, today, unpublished }: Around,
): Promise<SlotCard> => {
  const { slot, audience, withinWorkingDays, everyMonths, basis, basisChecked, promise } = settings
  const { name, holds } = usualSlots[slot]
  const [updated, published] = await Promise.all([
    records.latest(settings, 'updatedOn'),
    everyMonths === null ? null : records.latest(settings, 'publishedOn'),
  ])
  const announced = unpublished.filter((one) => one.slot === slot && one.announced !== null)
  const dues = announced.map((one) => changeDue(one, calendar))
  const lastPublishedOn = (published ?? updated)?.publishedOn ?? null
  const { standing, dueOn, undated } = slotState(settings, lastPublishedOn, dues, today)
  const isOverdue = standing === 'overdue' && dueOn !== null
  return {
    slot,
    name,
    holds,
    audience,
    ownerName: ownerNameOf(settings, names),
    withinWorkingDays,
    everyMonths,
    basis: basisChecked && basis !== '' ? basis : null,
    standing,
    dueOn,
    undated,
    late: isOverdue ? workingDaysLate(dueOn, today, calendar) : null,
    promisedOn: isOverdue && promise?.due === dueOn ? promise.on : null,
    lastOn: updated?.updatedOn ?? null,
    lastTitle: updated?.title ?? null,
  }
}
