import {
  type Day,
  dayInWords,
  daysUntil,
  endOfBeijingDay,
  type Instant,
  type Month,
  monthInWords,
  startOfBeijingDay,
} from '#domain/instant'
import type { PraiseProgress, PraiseRow } from '#domain/survey/praise.contract'
import type { PraiseState } from '#domain/survey/praise.model'
import type { Tone } from '../../ui/Status'

/** 「11 月 25 日」 */
export const dayOf = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

/** 「2026 年 11 月」 */
export const monthOf = (month: Month): string => monthInWords(startOfBeijingDay(`${month}-01`))

/** What became of somebody's thanks, for whoever wrote them. */
export const progressInWords = (progress: PraiseProgress, now: Instant): { tone: Tone; text: string; more: string } => {
  const { state, passedOn, passOnBy, declined } = progress
  if (state === 'declined') return { tone: 'rest', text: '没有转', more: declined ?? '' }
  if (passedOn) {
    const shown = state === 'published' ? '也登在感谢墙上了，没有写您是谁。' : ''
    return { tone: 'done', text: '带到了', more: `${dayOf(passedOn.on, now)}，带给了${passedOn.to}。${shown}` }
  }
  const isLate = daysUntil(endOfBeijingDay(passOnBy), now) < 0
  return isLate
    ? { tone: 'late', text: '还没带到', more: `说好 ${dayOf(passOnBy, now)}前带到，我们没做到。` }
    : { tone: 'wait', text: '正在转', more: `最晚 ${dayOf(passOnBy, now)}带到。` }
}

export const stateNames: Record<PraiseState, string> = {
  received: '要带到的',
  passed_on: '带到了',
  published: '登出来的',
  declined: '没有转的',
}

/** Under a row of the office's list. */
export const rowStanding = (row: PraiseRow, now: Instant): { tone: Tone; text: string } => {
  switch (row.state) {
    case 'received': {
      const left = daysUntil(endOfBeijingDay(row.passOnBy), now)
      if (left < 0) return { tone: 'late', text: `晚了 ${-left} 天` }
      return { tone: left === 0 ? 'wait' : 'rest', text: left === 0 ? '今天到期' : `${dayOf(row.passOnBy, now)}前` }
    }
    case 'passed_on':
      return { tone: 'done', text: row.mayPublish ? '可以登' : '带到了' }
    case 'published':
      return { tone: 'done', text: '登着' }
    case 'declined':
      return { tone: 'rest', text: '没有转' }
  }
}
