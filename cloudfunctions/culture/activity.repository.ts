import { CountedActivity, countedFields } from '#domain/culture/activity.figures'
import { Activity, type ActivityKind } from '#domain/culture/activity.model'
import type { ActivityId, DepartmentId, HospitalId } from '#domain/ids'
import type { Day, Month } from '#domain/instant'
import { above, below, between, documents, oneOf } from '#runtime/documents'
import * as v from 'valibot'

const PAGE = 1000
/** More than a hospital holds in one month. */
const MONTH_MOST = 1000

export interface OpenPlace {
  readonly day: Day
  readonly id: ActivityId
}

export interface OpenFilter {
  readonly kind: ActivityKind | null
  readonly series: string | null
  readonly month: Month | null
}

/** What the public list is narrowed by. */
const Shelved = v.object({
  ...v.pick(Activity, ['id', 'rev']).entries,
  release: v.object({
    ...v.pick(Activity, ['day']).entries,
    matter: v.object({ kind: Activity.entries.kind }),
    series: v.nullable(v.string()),
  }),
})
type Shelved = v.InferOutput<typeof Shelved>

const inMonth = (month: Month) => between(`${month}-01`, `${month}-31`)

export const activityRepository = () => {
  const stored = documents('activities', Activity)
  const counted = documents('activities', CountedActivity, ({ id }) => id, countedFields)
  const shelved = documents('activities', Shelved, ({ id }) => id, [
    'id',
    'rev',
    'release.day',
    'release.matter.kind',
    'release.series',
  ])

  /** All that match, a page at a time. */
  const everyCounted = async (where: Readonly<Record<string, unknown>>): Promise<CountedActivity[]> => {
    const found: CountedActivity[] = []
    for (let last = ''; ; ) {
      const page = await counted.list({ where: { ...where, _id: above(last) }, orderBy: [['_id', 'asc']], limit: PAGE })
      found.push(...page)
      if (page.length < PAGE) return found
      last = page[page.length - 1]?.id ?? ''
    }
  }

  return {
    find: stored.find,
    insert: stored.insert,
    replace: stored.replace,

    /** A month in the order of its days; `departmentIds` null: of all. */
    ofMonth: (hospitalId: HospitalId, month: Month): Promise<Activity[]> =>
      stored.list({
        where: { hospitalId, month },
        orderBy: [
          ['day', 'asc'],
          ['_id', 'asc'],
        ],
        limit: MONTH_MOST,
      }),

    ofDay: (hospitalId: HospitalId, day: Day): Promise<Activity[]> =>
      stored.list({ where: { hospitalId, day }, orderBy: [['_id', 'asc']], limit: MONTH_MOST }),

    /** Calls for works that are still open on this day. */
    contestsFrom: (hospitalId: HospitalId, day: Day): Promise<Activity[]> =>
      stored.list({
        where: { hospitalId, kind: 'contest', state: 'planned', day: between(day, '9999-12-31') },
        orderBy: [
          ['day', 'asc'],
          ['_id', 'asc'],
        ],
        limit: 50,
      }),

    /** What everybody sees, the newest day first. */
    released: async (
      hospitalId: HospitalId,
      { kind, series, month }: OpenFilter,
      after: OpenPlace | null,
      limit: number,
    ): Promise<Activity[]> => {
      const where = {
        hospitalId,
        released: true,
        ...(kind ? { 'release.matter.kind': kind } : {}),
        ...(series ? { 'release.series': series } : {}),
      }
      const rows = (more: object, most: number) =>
        stored.list({
          where: { ...where, ...more },
          orderBy: [
            ['release.day', 'desc'],
            ['_id', 'asc'],
          ],
          limit: most,
        })
      const bounds = month ? { 'release.day': inMonth(month) } : {}
      if (!after) return rows(bounds, limit)
      const sameDay = await rows({ 'release.day': after.day, _id: above(after.id) }, limit)
      const left = limit - sameDay.length
      if (left === 0) return sameDay
      // Days of a month below the one reached; `after` of another month than the filter's finds nothing.
      const earlier = month ? between(`${month}-01`, dayBeforeIn(after.day)) : below(after.day)
      return [...sameDay, ...(await rows({ 'release.day': earlier }, left))]
    },

    findReleased: async (id: ActivityId): Promise<Activity | null> => {
      const found = await stored.find(id)
      return found?.released ? found : null
    },

    /** The newest that were released, enough to say what the list can be narrowed by. */
    shelf: (hospitalId: HospitalId): Promise<Shelved[]> =>
      shelved.list({
        where: { hospitalId, released: true },
        orderBy: [
          ['release.day', 'desc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
      }),

    counted: (hospitalId: HospitalId, months: readonly Month[], departmentIds: readonly DepartmentId[] | null) =>
      everyCounted({
        hospitalId,
        month: oneOf(months),
        ...(departmentIds ? { departmentId: oneOf(departmentIds) } : {}),
      }),

    /** The first lesson (廉晨课) that was ever held here; null: none yet. From it on one is due each week. */
    firstLessonOn: async (hospitalId: HospitalId): Promise<Day | null> => {
      const [first] = await counted.list({
        where: { hospitalId, kind: 'morning_lesson', state: 'done' },
        orderBy: [['day', 'asc']],
        limit: 1,
      })
      return first?.day ?? null
    },
  }
}

/** The text just below a day, so that `between` leaves the day itself out. */
const dayBeforeIn = (day: Day): string => `${day.slice(0, 8)}${String(Number(day.slice(8)) - 1).padStart(2, '0')}`
