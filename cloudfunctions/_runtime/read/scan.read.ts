import { MonthOfScans } from '#domain/hospital/place.model'
import type { HospitalId } from '#domain/ids'
import type { Month } from '#domain/instant'
import * as v from 'valibot'
import { documents, oneOf } from '../documents'

/** A page of the database at most. */
const PAGE = 1000
const COUNTED = ['id', 'rev', 'count'] as const

/** How often the codes of a hospital were opened in these months, all together. */
export const scansIn = async (hospitalId: HospitalId, months: readonly Month[]): Promise<number> => {
  const scans = documents('scans', v.pick(MonthOfScans, COUNTED), ({ id }) => id, COUNTED)
  const where = { hospitalId, month: oneOf(months) }
  const total = await scans.count(where)
  const pages = await Promise.all(
    Array.from({ length: Math.ceil(total / PAGE) }, (_, page) =>
      scans.list({
        where,
        orderBy: [
          ['month', 'asc'],
          ['_id', 'asc'],
        ],
        skip: page * PAGE,
        limit: PAGE,
      }),
    ),
  )
  return pages.flat().reduce((sum, { count }) => sum + count, 0)
}
