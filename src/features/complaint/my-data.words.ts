import { kindNames } from '#domain/complaint/category'
import { ratingNames, statusNames } from '#domain/complaint/complaint.model'
import type { MyCase } from '#domain/complaint/mine.contract'
import type { Progress, PublicEvent } from '#domain/complaint/progress.contract'
import { inGroups } from '#domain/complaint/receipt'
import { type Instant, minuteInBeijing } from '#domain/instant'

/** One of the reader's own cases, found by the platform's id or by a receipt this phone keeps. */
export interface OwnCase
  extends Pick<
    MyCase,
    | 'selector'
    | 'kind'
    | 'place'
    | 'text'
    | 'status'
    | 'receivedAt'
    | 'dueAt'
    | 'events'
    | 'healthConsent'
    | 'contactSeen'
  > {
  readonly photos: number
  /** null where there is none, or where a receipt says only that there is one. */
  readonly phone: string | null
  readonly name: string | null
  readonly named: boolean
}

export const ownCaseOf = (mine: MyCase): OwnCase => ({
  ...mine,
  phone: mine.contact?.phone ?? null,
  name: mine.contact?.name ?? null,
  named: mine.contact !== null,
})

export const ownCaseByReceipt = (progress: Progress): OwnCase => ({
  ...progress,
  photos: progress.photos.length,
  phone: null,
  name: null,
})

/** Each case once: what the platform's id finds tells more than a receipt does. */
export const withoutDoubles = (cases: readonly OwnCase[]): OwnCase[] => {
  const seen = new Set<string>()
  return cases.filter(({ selector }) => !seen.has(selector) && seen.add(selector))
}

/** 「138 **** 0026」 */
export const maskedPhone = (phone: string): string =>
  phone.length === 11 ? `${phone.slice(0, 3)} **** ${phone.slice(-4)}` : `**** ${phone.slice(-4)}`

const said = (event: PublicEvent): string => {
  switch (event.kind) {
    case 'submitted':
      return '提交'
    case 'accepted':
      return '受理'
    case 'assigned':
      return '定下核查人'
    case 'handed_over':
      return '换了经办人'
    case 'extended':
      return `转为 ${event.workingDays} 个工作日：${event.reason}`
    case 'asked':
      return `医院问：${event.text}`
    case 'answered':
      return `我补充：${event.text ?? '照片'}`
    case 'replied':
      return `医院答复：${event.text}`
    case 'confirmed':
      return '我认可'
    case 'reopened':
      return `我要求再查一次：${event.text}`
    case 'rated':
      return `我评价：${ratingNames[event.rating - 1]}${event.text ? `，${event.text}` : ''}`
    case 'closed':
      return '归档'
    case 'withdrawn':
      return '我撤回'
    case 'erased':
      return '姓名和电话已删'
  }
}

const caseInWords = (own: OwnCase): string =>
  [
    `编号 ${inGroups(own.selector)}`,
    `种类：${kindNames[own.kind]}`,
    `在哪儿：${own.place ?? '全院'}`,
    `收到：${minuteInBeijing(own.receivedAt)}`,
    own.dueAt === null ? null : `最晚答复：${minuteInBeijing(own.dueAt)}`,
    `现在：${statusNames[own.status]}`,
    `姓名：${own.name ?? (own.named ? '有' : '没有留')}`,
    `电话：${own.phone ?? (own.named ? '有' : '没有留')}`,
    `健康内容单独同意：${own.healthConsent ? '给了' : '没有'}`,
    `照片：${own.photos} 张`,
    own.contactSeen.length > 0 ? `电话被看过：${own.contactSeen.map(minuteInBeijing).join('、')}` : null,
    '经过：',
    own.text,
    '办理：',
    ...own.events.map((event) => `${minuteInBeijing(event.at)}　${said(event)}`),
  ]
    .filter((line) => line !== null)
    .join('\n')

/** Everything in one plain text a person can read (个人信息保护法 Art 45). No query code is in it. */
export const exportInWords = (cases: readonly OwnCase[], now: Instant): string =>
  [`我在医院这里的信息，${minuteInBeijing(now)} 导出，共 ${cases.length} 件`, ...cases.map(caseInWords)].join('\n\n')
