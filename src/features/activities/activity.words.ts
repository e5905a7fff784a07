import type { OpenActivity } from '#domain/culture/activity.contract'
import type { Share, Sum } from '#domain/culture/activity.figures'
import {
  type ActivityKind,
  activityKindNames,
  extraNames,
  lensNames,
  type Matter,
  partnerUnitNames,
  sevenOneNames,
  tenCleanNames,
  workKindNames,
} from '#domain/culture/activity.model'
import type { PlateName } from '#domain/culture/plate.names'
import {
  type Day,
  beijingDay,
  dayInWords,
  type Instant,
  type Month,
  monthInWords,
  startOfBeijingDay,
  weekdayInWords,
} from '#domain/instant'
import { countInWords } from '#domain/number.words'

/** 「11 月 25 日」 */
export const dayOf = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

/** 「11 月 25 日 周三」 */
export const dayAndWeekday = (day: Day, now: Instant): string =>
  `${dayOf(day, now)} ${weekdayInWords(startOfBeijingDay(day))}`

/** 「2026 年 11 月」 */
export const monthOf = (month: Month): string => monthInWords(startOfBeijingDay(`${month}-01`))

const withoutZero = (hour: string): string => hour.replace(/^0/, '')

/** 「7:40–8:00」; empty where nobody said. */
export const hoursInWords = (from: string | null, until: string | null): string =>
  from === null ? '' : until === null ? `${withoutZero(from)} 开始` : `${withoutZero(from)}–${withoutZero(until)}`

/** 「今天 7:40–8:00」, 「11 月 25 日 周三 7:40 开始」 */
export const whenInWords = (
  { day, from, until }: { readonly day: Day; readonly from: string | null; readonly until: string | null },
  now: Instant,
): string =>
  [day === beijingDay(now) ? '今天' : dayAndWeekday(day, now), hoursInWords(from, until)].filter(Boolean).join(' ')

/** What only its kind has: 「以案说纪」, 「社区 · 青衿街道」. */
export const aboutMatter = (matter: Matter): string | null => {
  switch (matter.kind) {
    case 'warning':
      return lensNames[matter.lens]
    case 'ten_clean':
      return tenCleanNames[matter.item]
    case 'seven_ones':
      return sevenOneNames[matter.item]
    case 'contest':
      return workKindNames[matter.form]
    case 'partnership':
      return `${partnerUnitNames[matter.unit]} · ${matter.partner}`
    case 'party_lesson':
    case 'morning_lesson':
    case 'free_clinic':
    case 'home_visit':
      return null
  }
}

/** 「警示教育 · 以案说纪」 */
export const matterInWords = (matter: Matter): string =>
  [activityKindNames[matter.kind], aboutMatter(matter)].filter(Boolean).join(' · ')

/** 「41 人次参加」, at a visit 「走访 12 人次」. */
export const headsInWords = (kind: ActivityKind, heads: number): string =>
  kind === 'home_visit' ? `走访 ${countInWords(heads)} 人次` : `${countInWords(heads)} 人次参加`

/** 「服务群众 60 人次」 */
export const extraInWords = (kind: ActivityKind, extra: number): string => {
  const named = extraNames[kind]
  return named ? `${named.name} ${countInWords(extra)} ${named.unit}` : ''
}

/** 「41 人次参加，服务群众 60 人次」; empty where nothing was counted. */
export const countsInWords = ({ matter, heads, extra }: Pick<OpenActivity, 'matter' | 'heads' | 'extra'>): string =>
  [heads === null ? '' : headsInWords(matter.kind, heads), extra === null ? '' : extraInWords(matter.kind, extra)]
    .filter(Boolean)
    .join('，')

/** 「2 318 人次」, 「2 318 人次（46 场里 44 场有数）」, 「没有数」. */
export const sumInWords = ({ sum, known, of }: Sum, unit = '人次'): string => {
  if (sum === null) return of === 0 ? '—' : '没有数'
  return known === of ? `${countInWords(sum)} ${unit}` : `${countInWords(sum)} ${unit}（${of} 场里 ${known} 场有数）`
}

/** 「12/14 周」; nothing due is said, and is no nought. */
export const shareInWords = (share: Share | null, unit: string): string =>
  share === null ? '还没到' : `${share.done}/${share.due} ${unit}`

/** 「85.7%」; null where nothing was due. */
export const percentOf = (share: Share | null): string | null =>
  share === null || share.due === 0 ? null : `${((share.done / share.due) * 100).toFixed(1)}%`

const PLATES: Record<ActivityKind, PlateName> = {
  party_lesson: 'culture-bell',
  morning_lesson: 'culture-morning-class',
  warning: 'rule-9-left-at-the-door',
  ten_clean: 'culture-lotus-pod',
  seven_ones: 'story-medicine-case',
  contest: 'culture-brush',
  free_clinic: 'news-street-clinic',
  home_visit: 'culture-home-visit',
  partnership: 'culture-bridge',
}

/** The house's drawing that stands beside a kind. */
export const plateOf = (kind: ActivityKind): PlateName => PLATES[kind]
