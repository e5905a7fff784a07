import type { Actor } from '#domain/actor'
import { Complaint } from '#domain/complaint/complaint.model'
import { openingOf, sees } from '#domain/complaint/complaint.rules'
import type { Hospital } from '#domain/hospital/hospital.model'
import type { ComplaintId, DepartmentId } from '#domain/ids'
import { beijingDay, endOfBeijingDay, startOfBeijingDay } from '#domain/instant'
import { COUNTED_CASES_PAGE, type CountedCase, type Period } from '#domain/metrics/metrics.contract'
import { daysOf } from '#domain/metrics/month.arithmetic'
import { isIn, type Indicator } from '#domain/metrics/rate'
import { type Trait, traitOf } from '#domain/metrics/tally'
import { between, documents } from '#runtime/documents'

const BATCH = 200

interface Wanted {
  readonly hospital: Hospital
  readonly period: Period
  readonly indicator: Indicator
  /** undefined: of any. */
  readonly departmentId: DepartmentId | null | undefined
  readonly holds: (trait: Trait) => boolean
  readonly after: ComplaintId | undefined
}

/** Which of them this reader may open, and of those the first words. */
export const asCountedCase = (
  complaint: Complaint,
  reader: Actor,
  departments: ReadonlyMap<DepartmentId, string>,
): CountedCase => ({
  ...complaint,
  receivedOn: beijingDay(complaint.receivedAt),
  departmentName: complaint.departmentId ? (departments.get(complaint.departmentId) ?? null) : null,
  opening: sees(reader, complaint) ? openingOf(complaint) : null,
})

/** The cases of a numerator, newest first, a page of them. */
export const countedCases = async ({ hospital, period, indicator, departmentId, holds, after }: Wanted) => {
  const complaints = documents('complaints', Complaint)
  const place = after === undefined ? null : await complaints.find(after)
  // Gone, or never this hospital's: there is nothing behind it.
  if (after !== undefined && place?.hospitalId !== hospital.id) return { rows: [], next: null }
  const end = endOfBeijingDay(daysOf(period.to).slice(-1)[0] as string)
  const where = {
    hospitalId: hospital.id,
    ...(departmentId === undefined ? {} : { departmentId }),
    receivedAt: between(startOfBeijingDay(`${period.from}-01`), place ? Math.min(end, place.receivedAt) : end),
  }
  const isLater = ({ receivedAt, id }: Complaint) =>
    !place || receivedAt < place.receivedAt || (receivedAt === place.receivedAt && id > place.id)
  const found: Complaint[] = []
  for (let skip = 0; found.length <= COUNTED_CASES_PAGE; skip += BATCH) {
    const batch = await complaints.list({
      where,
      orderBy: [
        ['receivedAt', 'desc'],
        ['_id', 'asc'],
      ],
      skip,
      limit: BATCH,
    })
    found.push(
      ...batch.filter((complaint) => {
        const trait = traitOf(complaint)
        return isLater(complaint) && isIn(indicator, trait, hospital.rateCounting) && holds(trait)
      }),
    )
    // A document that does not read is left out of its batch, which is not the last one for that.
    if (batch.length < BATCH / 2) break
  }
  const rows = found.slice(0, COUNTED_CASES_PAGE)
  return { rows, next: found.length > COUNTED_CASES_PAGE ? (rows[rows.length - 1]?.id ?? null) : null }
}
