import { isOverdue } from '#domain/complaint/deadline'
import { beijingDay, daysUntil, type Instant, weekdayInWords } from '#domain/instant'

/** How the days of a promise stand today. */
export const daysInWords = (replyDays: readonly string[], now: Instant) => {
  const today = beijingDay(now)
  const used = replyDays.filter((day) => day < today).length
  const late = replyDays.every((day) => day < today)
  return {
    used,
    left: replyDays.length - used,
    days: replyDays.map((day) => ({
      name: day === today ? '今天' : `${Number(day.slice(8))} 日`,
      state: late
        ? ('late' as const)
        : day === today
          ? ('today' as const)
          : day < today
            ? ('used' as const)
            : ('left' as const),
    })),
  }
}

export interface Deadline {
  readonly group: 'undated' | 'overdue' | 'today' | 'later'
  readonly words: string
}

export const deadlineGroupNames: Record<Deadline['group'], string> = {
  overdue: '已超期',
  today: '今天到期',
  undated: '日期待定',
  later: '明天以后',
}

/** Where a case stands in the queue. */
export const deadlineOf = (dueAt: Instant | null, now: Instant): Deadline => {
  if (dueAt === null) return { group: 'undated', words: '待公布' }
  const days = daysUntil(dueAt, now)
  if (isOverdue({ dueAt }, now)) return { group: 'overdue', words: `晚 ${-days} 天` }
  if (days === 0) return { group: 'today', words: '今天' }
  return { group: 'later', words: `${beijingDay(dueAt).slice(5)} ${weekdayInWords(dueAt)}` }
}

const TITLE_CHARACTERS = 18

/** What a case is called at the desk: the first sentence of what was written, cut where it is long. */
export const titleOf = (opening: string): string => {
  const sentence = opening.split(/[。！？!?；;\n]/)[0] ?? opening
  const characters = Array.from(sentence)
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS).join('')}…` : sentence
}
