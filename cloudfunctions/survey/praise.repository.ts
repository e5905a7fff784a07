import type { DepartmentId, HospitalId, PraiseId } from '#domain/ids'
import type { Day, Month } from '#domain/instant'
import { Praise, type PraiseState } from '#domain/survey/praise.model'
import { above, below, documents, oneOf } from '#runtime/documents'
import * as v from 'valibot'

const PAGE = 1000

/** Enough of somebody's thanks to count them by. */
const Counted = v.pick(Praise, ['id', 'rev', 'month', 'departmentId', 'kind', 'state'])
export type Counted = v.InferOutput<typeof Counted>

export interface WallPlace {
  readonly month: Month
  readonly wallId: string
}

export const praiseRepository = () => {
  const stored = documents('praises', Praise)
  const counted = documents('praises', Counted, ({ id }) => id, Object.keys(Counted.entries))

  return {
    find: (id: PraiseId) => stored.find(id),
    insert: (praise: Praise) => stored.insert(praise),
    /** The written praise, or null when a colleague wrote first. */
    replace: (praise: Praise) => stored.replace(praise),

    newest: (hospitalId: HospitalId, state: PraiseState, skip: number, limit: number) =>
      stored.list({
        where: { hospitalId, state },
        orderBy: [
          ['receivedOn', 'desc'],
          ['_id', 'asc'],
        ],
        skip,
        limit,
      }),

    counts: async (hospitalId: HospitalId, today: Day) => {
      const of = (state: PraiseState, where: object = {}) => stored.count({ hospitalId, state, ...where })
      const [received, late, passedOn, published, declined] = await Promise.all([
        of('received'),
        of('received', { passOnBy: below(today) }),
        of('passed_on'),
        of('published'),
        of('declined'),
      ])
      return { received, late, passed_on: passedOn, published, declined }
    },

    /** What is on the wall, the newest month first; within a month in no order that tells a day. */
    onWall: async (
      hospitalId: HospitalId,
      departmentId: DepartmentId | null,
      after: WallPlace | null,
      limit: number,
    ): Promise<Praise[]> => {
      const where = { hospitalId, state: 'published' as const, ...(departmentId ? { departmentId } : {}) }
      const rows = (more: object, most: number) =>
        stored.list({
          where: { ...where, ...more },
          orderBy: [
            ['month', 'desc'],
            ['wallId', 'asc'],
          ],
          limit: most,
        })
      if (!after) return rows({}, limit)
      const sameMonth = await rows({ month: after.month, wallId: above(after.wallId) }, limit)
      const left = limit - sameMonth.length
      return left === 0 ? sameMonth : [...sameMonth, ...(await rows({ month: below(after.month) }, left))]
    },

    findOnWall: async (wallId: string): Promise<Praise | null> => {
      const found = await stored.findBy({ wallId })
      return found?.state === 'published' ? found : null
    },

    /** Of the newest that are on the wall, whose they are. */
    departmentsOnWall: async (hospitalId: HospitalId): Promise<ReadonlySet<DepartmentId>> => {
      const rows = await counted.list({
        where: { hospitalId, state: 'published' },
        orderBy: [
          ['month', 'desc'],
          ['wallId', 'asc'],
        ],
        limit: PAGE,
      })
      return new Set(rows.flatMap(({ departmentId }) => departmentId ?? []))
    },

    /** All that came in these months, a page at a time. */
    inMonths: async (hospitalId: HospitalId, months: readonly Month[]): Promise<Counted[]> => {
      const found: Counted[] = []
      for (let last = ''; ; ) {
        const page = await counted.list({
          where: { hospitalId, month: oneOf(months), _id: above(last) },
          orderBy: [['_id', 'asc']],
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.id ?? ''
      }
    },
  }
}
