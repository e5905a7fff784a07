import { findingNames, ratingNames } from '#domain/complaint/complaint.model'
import { isOverdue } from '#domain/complaint/deadline'
import type { Progress, PublicEvent } from '#domain/complaint/progress.contract'
import { byWhenInWords, promiseInWords } from '#domain/complaint/promise.words'
import type { PhotoId } from '#domain/ids'
import { beijingDay, dayInWords, daysUntil, type Instant, timeInWords } from '#domain/instant'
import { daysInWords } from './complaint.words'

type EventOf<K extends PublicEvent['kind']> = Extract<PublicEvent, { kind: K }>

const lastOf = <K extends PublicEvent['kind']>({ events }: Progress, kind: K): EventOf<K> | null =>
  ([...events].reverse().find((event) => event.kind === kind) as EventOf<K> | undefined) ?? null

/** The answer that stands: the latest, while nobody asked for another look. */
export const standingReply = (progress: Progress): EventOf<'replied'> | null =>
  progress.status === 'replied' || progress.status === 'closed' ? lastOf(progress, 'replied') : null

/** The office's question that waits. */
export const openQuestion = (progress: Progress): EventOf<'asked'> | null =>
  progress.steps.includes('answer') ? lastOf(progress, 'asked') : null

/** 「比期限早 1 天」: how a date was kept. */
const keptInWords = (at: Instant, dueAt: Instant | null): string => {
  if (dueAt === null) return ''
  const early = daysUntil(dueAt, at)
  if (early > 0) return `，比期限早 ${early} 天`
  return early === 0 ? '，在期限当天' : `，晚了 ${-early} 天`
}

/** The one thing the page says, and the line under it. */
export const headline = (progress: Progress, now: Instant): { title: string; hint: string } => {
  const { status, dueAt, replyDays } = progress
  if (status === 'withdrawn') return { title: '您已撤回', hint: '这一件不再办了。您说的仍按规定存档。' }
  const reply = standingReply(progress)
  if (reply) {
    const when = `${timeInWords(reply.at, now)}${keptInWords(reply.at, dueAt)}`
    return { title: status === 'closed' ? '已办结' : '有答复了', hint: status === 'closed' ? `${when}答复` : when }
  }
  const hint = promiseInWords(progress, now)
  if (dueAt === null || replyDays === null) return { title: `${byWhenInWords(progress, now)}答复您`, hint }
  if (isOverdue(progress, now)) return { title: '已过答复日', hint }
  const { left } = daysInWords(replyDays, now)
  return { title: left <= 1 ? '最后一个工作日' : `还有 ${left} 个工作日`, hint }
}

export interface Told {
  readonly key: string
  readonly state: 'done' | 'now' | 'to-come'
  readonly what: string
  readonly when?: string
  readonly said?: { text: string; mine?: boolean }
  readonly photos: readonly PhotoId[]
  /** The question that waits for its answer. */
  readonly asks?: boolean
}

const photosInWords = (count: number): string => (count > 0 ? `　${count} 张照片` : '')

const tell = (event: PublicEvent, progress: Progress, now: Instant): Omit<Told, 'key' | 'state'> => {
  const when = timeInWords(event.at, now)
  const photos = 'photos' in event ? event.photos : []
  switch (event.kind) {
    case 'submitted': {
      const first = photosOfFiling(progress)
      return {
        what: '您提交了',
        when: when + photosInWords(first.length),
        said: { text: progress.text, mine: true },
        photos: first,
      }
    }
    case 'accepted':
      return { what: '医患办受理', when, photos }
    case 'assigned':
      return { what: '已定下谁来核查', when, photos }
    case 'handed_over':
      return { what: '换了经办的人，期限不变', when, photos }
    case 'extended':
      return {
        what: event.dueAt ? `要几个科室一起查，最晚 ${dayInWords(event.dueAt, now)}` : '要几个科室一起查',
        when: `${when}　从收到那天起 ${event.workingDays} 个工作日`,
        said: { text: event.reason },
        photos,
      }
    case 'asked':
      return { what: '要问您一句', when, said: { text: event.text }, photos }
    case 'answered':
      return {
        what: '您补充了',
        when: when + photosInWords(photos.length),
        said: event.text === null ? undefined : { text: event.text, mine: true },
        photos,
      }
    case 'replied':
      return {
        what: event.finding ? `答复您：${findingNames[event.finding]}` : '答复您',
        when,
        said: { text: event.text },
        photos,
      }
    case 'confirmed':
      return { what: '您认可了', when, photos }
    case 'reopened':
      return {
        what: '您要求再查一次',
        when: event.dueAt ? `${when}　由另外的人查，最晚 ${dayInWords(event.dueAt, now)}` : `${when}　由另外的人查`,
        said: { text: event.text, mine: true },
        photos,
      }
    case 'rated':
      return {
        what: `您的评价：${ratingNames[event.rating - 1]}`,
        when,
        said: event.text === null ? undefined : { text: event.text, mine: true },
        photos,
      }
    case 'closed':
      return { what: event.confirmed ? '办结' : '先归档，不算您认可；仍可以要求再查', when, photos }
    case 'withdrawn':
      return {
        what: '您撤回了',
        when,
        said: event.text === null ? undefined : { text: event.text, mine: true },
        photos,
      }
    case 'erased':
      return { what: '您的姓名和电话已经删掉', when, photos }
  }
}

/** Photos handed in with the complaint itself, not with a later word. */
export const photosOfFiling = ({ photos, events }: Progress): PhotoId[] => {
  const later = new Set(events.flatMap((event) => ('photos' in event ? event.photos : [])))
  return photos.map(({ id }) => id).filter((id) => !later.has(id))
}

const toCome = (progress: Progress, now: Instant): Told[] => {
  const step = (key: string, state: Told['state'], what: string, when?: string): Told => ({
    key,
    state,
    what,
    when,
    photos: [],
  })
  const confirmation = step('confirmation', 'to-come', '您来确认', '认可就办结；不认可，可以要求再查一次')
  const answer = step('answer', 'to-come', '答复您', byWhenInWords(progress, now))
  switch (progress.status) {
    case 'submitted':
      return [step('waiting', 'now', '等医患办受理'), answer, confirmation]
    case 'accepted':
    case 'investigating':
    case 'reopened':
      return openQuestion(progress)
        ? [answer, confirmation]
        : [step('checking', 'now', '正在核查'), answer, confirmation]
    case 'replied':
      return progress.steps.includes('confirm') ? [step('yours', 'now', '等您看一看')] : []
    case 'closed':
    case 'withdrawn':
      return []
  }
}

/** What happened and what comes, one line each. */
export const story = (progress: Progress, now: Instant): Told[] => {
  const question = openQuestion(progress)
  const happened = progress.events.map((event, index): Told => {
    const asks = event === question
    return { key: `${index}-${event.kind}`, state: asks ? 'now' : 'done', ...tell(event, progress, now), asks }
  })
  return [...happened, ...toCome(progress, now)]
}

/** 「12 月 1 日起」: from when silence lets the office file the case away. */
export const silenceInWords = ({ silentFrom }: Progress, now: Instant): string | null =>
  silentFrom === null || beijingDay(silentFrom) < beijingDay(now)
    ? null
    : `${dayInWords(silentFrom, now)}起可能先归档，不算您认可；以后仍可以要求再查`
