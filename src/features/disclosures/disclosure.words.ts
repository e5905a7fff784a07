import type { EntryView, SlotCard } from '#domain/culture/disclosure.contract'
import { type Day, dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'

export const dayOf = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

type Slot = Pick<
  SlotCard,
  | 'standing'
  | 'dueOn'
  | 'undated'
  | 'late'
  | 'promisedOn'
  | 'ownerName'
  | 'lastOn'
  | 'lastTitle'
  | 'everyMonths'
  | 'withinWorkingDays'
>

/** Who promises and who is asked; the publicity officer where nobody was named. */
export const ownerWords = ({ ownerName }: Pick<SlotCard, 'ownerName'>): string => ownerName ?? '宣传部门'

/** 「采购办 · 应于 11 月 12 日更新」 */
export const lateHead = (slot: Slot, now: Instant): string =>
  [ownerWords(slot), slot.dueOn && `应于 ${dayOf(slot.dueOn, now)}更新`].filter(Boolean).join(' · ')

/** 「已晚 6 个工作日，采购办答应 11 月 27 日补上」 */
export const lateWords = (slot: Slot, now: Instant): string => {
  const by = slot.late === null || slot.late === 0 ? '已过期限' : `已晚 ${slot.late} 个工作日`
  const promise = slot.promisedOn ? `${ownerWords(slot)}答应 ${dayOf(slot.promisedOn, now)}补上` : '还没有说明'
  return `${by}，${promise}`
}

/** Of a slot in which a change was announced. */
export const waitingWords = ({ dueOn, undated }: Slot, now: Instant): string => {
  if (dueOn !== null) return `有变化，${dayOf(dueOn, now)}前公开`
  return undated ? '有变化，放假安排公布以后定最晚哪天公开' : '有变化，快要公开'
}

const EVERY: Record<number, string> = { 1: '每个月', 3: '每三个月', 6: '每半年', 12: '每年' }

/** 「有变化的，20 个工作日内公开；每年至少更新一次」 */
export const rhythmWords = ({
  withinWorkingDays,
  everyMonths,
}: Pick<Slot, 'withinWorkingDays' | 'everyMonths'>): string =>
  [
    `有变化的，${withinWorkingDays} 个工作日内公开`,
    ...(everyMonths === null ? [] : [`${EVERY[everyMonths]}至少更新一次`]),
  ].join('；')

export interface BoardCounts {
  readonly total: number
  readonly overdue: number
  readonly never: number
  readonly inTime: number
}

/** Each slot is one of the three, as on the board. */
export const countsOf = (slots: readonly Pick<SlotCard, 'standing' | 'lastOn'>[]): BoardCounts => {
  const overdue = slots.filter(({ standing }) => standing === 'overdue').length
  const never = slots.filter(({ standing, lastOn }) => standing !== 'overdue' && lastOn === null).length
  return { total: slots.length, overdue, never, inTime: slots.length - overdue - never }
}

/** 「17 项里，14 项按时更新，」 before what is overdue, and 「1 项还没有公开过。」 after it. */
export const boardWords = ({ total, overdue, never, inTime }: BoardCounts) => ({
  before: `${total} 项里，${inTime} 项按时更新${overdue + never > 0 ? '，' : '。'}`,
  overdue: overdue > 0 ? `${overdue} 项逾期` : '',
  after: `${overdue > 0 && never > 0 ? '，' : ''}${never > 0 ? `${never} 项还没有公开过` : ''}${overdue + never > 0 ? '。' : ''}`,
})

/** 「有变动的，20 个工作日内更新。」, with the number only where it is the same for all. */
export const promiseWords = (slots: readonly Pick<SlotCard, 'withinWorkingDays'>[]): string => {
  const [days, ...others] = new Set(slots.map(({ withinWorkingDays }) => withinWorkingDays))
  if (days === undefined) return ''
  return others.length === 0 ? `有变动的，${days} 个工作日内更新。` : '有变动的，按各项写明的工作日更新。'
}

/** How the day it was published lies to the last day it had. */
export const wasLate = ({ publishedOn, dueOn }: Pick<EntryView, 'publishedOn' | 'dueOn'>): boolean =>
  dueOn !== null && publishedOn > dueOn

/** 「1.2 MB」 */
export const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

/** A title around what was looked for; nothing is found where it is not in it. */
export const aroundFound = (title: string, words: string): { before: string; found: string; after: string } => {
  const at = words === '' ? -1 : title.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return { before: title, found: '', after: '' }
  const end = at + words.length
  return { before: title.slice(0, at), found: title.slice(at, end), after: title.slice(end) }
}
