import { countActivities } from '#domain/culture/activity.figures'
import { ActivityKind } from '#domain/culture/activity.model'
import type { HospitalId } from '#domain/ids'
import { beijingDay, type Instant, type Month, monthOf } from '#domain/instant'
import { activityRepository } from './activity.repository'

const REMEMBERED_MS = 60_000
const MONTHS_OF_YEAR = 12

type Numbers = Awaited<ReturnType<typeof readYear>>

const readYear = async (hospitalId: HospitalId, year: number) => {
  const months = Array.from({ length: MONTHS_OF_YEAR }, (_, at): Month => `${year}-${String(at + 1).padStart(2, '0')}`)
  const activities = activityRepository()
  const [counted, shelf] = await Promise.all([
    activities.counted(hospitalId, months, null),
    activities.shelf(hospitalId),
  ])
  const { times, heads } = countActivities(counted)
  const kinds = new Set(shelf.map(({ release }) => release.matter.kind))
  return {
    year: { year, times, heads },
    series: [...new Set(shelf.flatMap(({ release }) => release.series ?? []))],
    months: [...new Set(shelf.map(({ release }) => monthOf(release.day)))],
    kinds: ActivityKind.options.filter((kind) => kinds.has(kind)),
  }
}

const remembered = new Map<HospitalId, { numbers: Numbers; until: number; year: number }>()

/** What the public page says over its list. An instance remembers it for a minute: every reader asks. */
export const yearInNumbers = async (hospitalId: HospitalId, now: Instant): Promise<Numbers> => {
  const year = Number(beijingDay(now).slice(0, 4))
  const known = remembered.get(hospitalId)
  if (known && known.year === year && known.until > Date.now()) return known.numbers
  const numbers = await readYear(hospitalId, year)
  remembered.set(hospitalId, { numbers, year, until: Date.now() + REMEMBERED_MS })
  return numbers
}

/** After a change of one's own the next question reads again. */
export const forgetYear = (): void => remembered.clear()
