import type { Category } from '#domain/complaint/category'
import type { DepartmentId, HospitalId } from '#domain/ids'
import { beijingDay, type Instant, monthOf } from '#domain/instant'
import type { WeakTopicView } from '#domain/integrity/office.contract'
import type { TopicShare } from '#domain/integrity/record.rules'
import { themesOf } from '#domain/integrity/topic.themes'
import { monthAfter, monthsFrom } from '#domain/metrics/month.arithmetic'
import { type Counted, countedIn } from '#domain/metrics/tally'
import { exactMonths } from '#runtime/read/rollup.read'
import type * as v from 'valibot'

type WeakView = v.InferOutput<typeof WeakTopicView>

const MONTHS = 12

/** Complaints of the last twelve months, this one among them, by what they are about; what was withdrawn is left out. */
export const complaintsOfYear = async (hospitalId: HospitalId, now: Instant): Promise<Counted> => {
  const month = monthOf(beijingDay(now))
  const { months } = await exactMonths(hospitalId, monthsFrom(monthAfter(month, 1 - MONTHS), month))
  return [...months.values()].flatMap(({ cells }) => countedIn(cells))
}

const complaintsAbout = (
  counted: Counted,
  themes: readonly Category[],
  departmentId: DepartmentId | null,
): number | null => {
  if (themes.length === 0) return null
  return counted
    .filter(
      ([trait]) =>
        trait.kind === 'complaint' &&
        trait.outcome !== 'withdrawn' &&
        trait.category !== null &&
        themes.includes(trait.category) &&
        (departmentId === null || trait.departmentId === departmentId),
    )
    .reduce((sum, [, count]) => sum + count, 0)
}

/** Weak topics beside the complaints about the same matter; of a department, or of the hospital (null). */
export const besideComplaints = (
  weak: readonly TopicShare[] | null,
  counted: Counted,
  departmentId: DepartmentId | null,
): WeakView[] | null =>
  weak &&
  weak.map(({ topic, right }) => {
    const themes = [...themesOf[topic]]
    return { topic, right, themes, complaints: complaintsAbout(counted, themes, departmentId) }
  })

export const weakViews = async (
  hospitalId: HospitalId,
  departmentId: DepartmentId | null,
  weak: readonly TopicShare[] | null,
  now: Instant,
): Promise<WeakView[] | null> =>
  weak && weak.length > 0
    ? besideComplaints(weak, await complaintsOfYear(hospitalId, now), departmentId)
    : besideComplaints(weak, [], departmentId)
