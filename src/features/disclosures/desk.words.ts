import type {
  DeskSlot,
  DisclosureFigures,
  DueRow,
  EntryStage,
  HistoryRow,
  OpenRow,
} from '#domain/culture/disclosure.contract'
import type { Instant } from '#domain/instant'
import type { Tone } from '../../ui/Status'
import { dayOf, lateWords, waitingWords } from './disclosure.words'

const STAGES: Record<EntryStage, string> = {
  announced: '报了，还没写',
  writing: '在写',
  sent_back: '退回来了',
  sent: '等确认',
}

/** 「等确认 · 更正」 */
export const stageWords = ({ stage, isCorrection }: Pick<OpenRow, 'stage' | 'isCorrection'>): string =>
  isCorrection ? `${STAGES[stage]} · 更正` : STAGES[stage]

/** By when, at the end of a row on the desk. */
export const dueWords = (
  { dueOn, late }: Pick<OpenRow, 'dueOn' | 'late'>,
  today: string,
  now: Instant,
): { tone: Tone; text: string } => {
  if (dueOn === null) return { tone: 'rest', text: '没有期限' }
  if (dueOn < today) return { tone: 'late', text: late ? `晚 ${late} 个工作日` : '过了期限' }
  if (dueOn === today) return { tone: 'wait', text: '今天到期' }
  return { tone: 'rest', text: `${dayOf(dueOn, now)}前` }
}

/** Under a slot on the desk. */
export const slotLine = (slot: DeskSlot, now: Instant): { line?: string; late?: string } => {
  const owner = slot.ownerName ?? `还没有定科室，一般是${slot.usualOwner}`
  if (slot.standing === 'overdue') return { line: owner, late: lateWords(slot, now) }
  if (slot.standing === 'waiting') return { line: `${owner} · ${waitingWords(slot, now)}` }
  if (slot.standing === 'never') return { line: `${owner} · 还没有公开过` }
  return { line: slot.dueOn ? `${owner} · 下次最晚 ${dayOf(slot.dueOn, now)}` : owner }
}

const ORDER = { overdue: 0, waiting: 1, never: 3, current: 2 } as const

/** Overdue first, then by the day something is due, what was never public last. */
export const byUrgency = (left: DeskSlot, right: DeskSlot): number =>
  ORDER[left.standing] - ORDER[right.standing] || (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999')

/** 「2 项逾期」 */
export const deskWords = (slots: readonly DeskSlot[]): string => {
  const overdue = slots.filter(({ standing }) => standing === 'overdue').length
  return overdue === 0 ? '没有逾期的' : `${overdue} 项逾期`
}

const STATES: Record<HistoryRow['state'], string> = {
  waiting: '还没公开',
  published: '公开',
  withdrawn: '撤下了',
  taken_back: '报错了，撤回了',
}

/** 「11 月 2 日的事 · 11 月 10 日公开」 */
export const historyLine = ({ state, occurredOn, publishedOn }: HistoryRow, now: Instant): string =>
  [
    `${dayOf(occurredOn, now)}的事`,
    publishedOn ? `${dayOf(publishedOn, now)}公开` : STATES[state],
    ...(state === 'withdrawn' ? [STATES.withdrawn] : []),
  ].join(' · ')

/** 「87.5%」; null where nothing was due. */
export const rateWords = ({ inTime, due }: Pick<DisclosureFigures, 'inTime' | 'due'>): string | null =>
  due === 0 ? null : `${((inTime / due) * 100).toFixed(1)}%`

/** What was due; in other words where its own may not be read. */
export const dueTitle = ({ id, title, publishedOn }: Pick<DueRow, 'id' | 'title' | 'publishedOn'>): string => {
  if (title !== '') return title
  if (id === null) return '到了更新的日子'
  return publishedOn === null ? '还没有公开的一条' : '撤下了的一条'
}
