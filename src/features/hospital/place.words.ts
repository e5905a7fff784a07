import type { TouchpointBoard, TouchpointRow, WardRow } from '#domain/hospital/place.contract'
import { silentSince, standingOf } from '#domain/hospital/place.rules'
import { type Day, dayInWords, endOfBeijingDay, type Instant } from '#domain/instant'

export const scansThisMonth = ({ scans }: TouchpointRow): number => scans.months.at(-1) ?? 0

export const sumOf = (rows: readonly TouchpointRow[]): number =>
  rows.reduce((total, row) => total + scansThisMonth(row), 0)

const dayWords = (day: Day, now: Instant): string => dayInWords(endOfBeijingDay(day), now)

/** 「9 月 3 日起没人扫」, or null where somebody does. */
export const silenceInWords = (row: TouchpointRow, now: Instant): string | null => {
  const since = silentSince(row, row.scans, now)
  return since === null ? null : `${dayWords(since, now)}起没人扫`
}

/** 「近 12 个月：3、4、…，这个月 5」, for somebody who does not see the bars. */
export const monthsInWords = ({ scans }: TouchpointRow): string =>
  `近 ${scans.months.length} 个月扫码，从早到近：${scans.months.join('、')}`

/** What became of a code that was taken out of use. */
export const retirementInWords = (row: TouchpointRow, now: Instant): string => {
  const { retirement } = row
  if (retirement === null) return ''
  const replaced = retirement.replacedBy ? `换成 ${retirement.replacedBy}` : '停用'
  const when = `${dayInWords(retirement.at, now)}${replaced}`
  return standingOf(row, now) === 'honoured' && retirement.honouredUntil !== null
    ? `${when}；扫旧码照样能进来，到 ${dayInWords(retirement.honouredUntil, now)}`
    : `${when}；扫到的人会看到“这张码停用了”和全院的电话`
}

/** 「5 张码，1 张没人扫」 */
export const wardInWords = (rows: readonly TouchpointRow[], now: Instant): string => {
  const inUse = rows.filter(({ retirement }) => retirement === null)
  const silent = inUse.filter((row) => silenceInWords(row, now) !== null).length
  return `${inUse.length} 张码${silent > 0 ? `，${silent} 张没人扫` : ''}`
}

export const departmentOf = ({ departments }: TouchpointBoard, { departmentId }: WardRow): string =>
  departments.find(({ id }) => id === departmentId)?.name ?? departmentId
