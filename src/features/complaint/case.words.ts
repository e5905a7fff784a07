import type { Act, CaseDetail, CaseRow } from '#domain/complaint/case.contract'
import { categoryNames, channelNames, kindNames } from '#domain/complaint/category'
import {
  careSettingNames,
  COMPLAINT_TEXT_MAX,
  COMPLAINT_TEXT_MIN,
  type ComplaintEvent,
  type Finding,
  findingNames,
  ratingNames,
  REMARK_MAX,
  statusNames,
} from '#domain/complaint/complaint.model'
import { isOverdue } from '#domain/complaint/deadline'
import { byWhenInWords, promiseInWords } from '#domain/complaint/promise.words'
import type { StaffId } from '#domain/ids'
import { dayInWords, daysUntil, type Instant, timeInWords } from '#domain/instant'
import { lengthOf } from '#domain/text'
import type { CaseDraft } from './case.drafts'
import { HEALTH, isNowhere, sortedInWords } from './case.sorting'
import { daysInWords } from './complaint.words'

export const actNames: Record<Act, string> = {
  accept: '受理',
  release: '看过，放行',
  assign: '交人核查',
  ask: '问投诉人',
  find: '写核查结论',
  reply: '写答复',
  extend: '延长期限',
  close: '归档',
  sort: '改分类',
  note: '记一笔',
  seeContact: '看电话',
}

/** The key that begins an act at a desk. */
export const actKeys: Record<Act, string> = {
  accept: 'a',
  release: 'p',
  assign: 's',
  ask: 'q',
  find: 'f',
  reply: 'r',
  extend: 'e',
  close: 'x',
  sort: 'c',
  note: 'n',
  seeContact: 't',
}

/** What is said when it is done. */
export const doneWords: Record<Act, string> = {
  accept: '已受理，投诉人凭查询码能看到',
  release: '已放行，可以交给科室了',
  assign: '已交出去，对方在待办里能看到',
  ask: '已问出去，等投诉人凭查询码来答',
  find: '结论记下了，答复时投诉人才看到',
  reply: '已答复，投诉人凭查询码能看到',
  extend: '期限已延长，投诉人能看到理由',
  close: '已归档，在“已办结”里能找到',
  sort: '分类改好了',
  note: '记下了，只有同事看得到',
  seeContact: '已显示电话，这一次查看留了记录',
}

export const INSIDE = '仅内部'
export const SEEN = '投诉人可见'

const INSIDE_EVENTS = new Set<ComplaintEvent['kind']>(['noted', 'sorted', 'released', 'found'])

export const isInside = ({ kind }: Pick<ComplaintEvent, 'kind'>): boolean => INSIDE_EVENTS.has(kind)

/** 「建议」, 「投诉 · 收费医保」 */
export const matterOf = ({ kind, category }: Pick<CaseRow, 'kind' | 'category'>): string =>
  category === null ? kindNames[kind] : `${kindNames[kind]} · ${categoryNames[category]}`

/** How it came in, where that is not the usual way. */
export const channelOf = ({ channel }: Pick<CaseRow, 'channel'>): string | null =>
  channel === 'miniprogram' ? null : channelNames[channel]

/** The line under the name of a case in the list: what, where, who. */
export const describeCase = (row: CaseRow): string =>
  [
    row.departmentName ?? '全院',
    row.category === null ? kindNames[row.kind] : categoryNames[row.category],
    careSettingNames[row.careSetting],
    channelOf(row),
    row.named ? '留名' : '不留名',
    row.assigneeName,
  ]
    .filter(Boolean)
    .join(' · ')

/** What else one should know before opening it. */
export const marksOf = (row: CaseRow): string[] =>
  [
    row.urgent ? HEALTH : null,
    row.status === 'submitted' ? '待受理' : null,
    row.status === 'reopened' ? '要求再查' : null,
    row.answered && row.status !== 'reopened' ? '有新补充' : null,
    row.asked ? '等投诉人答' : null,
  ].filter((mark) => mark !== null)

/** Where the days of the promise stand: 「第 3 个工作日，共 5 个」. */
export const standing = (
  detail: Pick<CaseDetail, 'stage' | 'status' | 'dueAt' | 'replyDays'>,
  now: Instant,
): string => {
  if (detail.stage !== 'open') return statusNames[detail.status]
  if (detail.dueAt === null || detail.replyDays === null) return '期限待放假安排公布'
  if (isOverdue(detail, now)) return `已超期 ${-daysUntil(detail.dueAt, now)} 天`
  const { used, left, days } = daysInWords(detail.replyDays, now)
  if (daysUntil(detail.dueAt, now) === 0) return `第 ${days.length} 个工作日，今天到期`
  const works = days.some(({ state }) => state === 'today')
  return works ? `第 ${used + 1} 个工作日，共 ${days.length} 个` : `还有 ${left} 个工作日，共 ${days.length} 个`
}

/** When the answer is owed; how late it is instead, once it is. */
const owed = (detail: CaseDetail, now: Instant): string =>
  isOverdue(detail, now) ? `${standing(detail, now)}，要尽快答复投诉人` : promiseInWords(detail, now)

const untilWhen = (detail: CaseDetail, now: Instant): string =>
  isOverdue(detail, now) ? `${standing(detail, now)}，今天就` : `${byWhenInWords(detail, now)}，`

/** Whether the platform's doubt still waits for a person, as the acts on offer tell. */
export const isHeld = ({ acts }: Pick<CaseDetail, 'acts'>): boolean => acts.includes('release')

export interface Next {
  /** The one act that carries the case on; null while somebody else is to act. */
  readonly act: Act | null
  readonly what: string
  readonly why: string
}

/** The next legal act, and the rule or promise it follows from. */
export const nextOf = (detail: CaseDetail, now: Instant): Next => {
  const can = new Set(detail.acts)
  const { kind, finding, assigneeName, silentFrom } = detail
  if (can.has('accept')) return { act: 'accept', what: '看过经过，受理这一件', why: owed(detail, now) }
  if (isHeld(detail)) {
    return { act: 'release', what: '看过文字，再交给科室', why: '平台提示可能有不当用语；投诉照常办理，期限不变' }
  }
  if (can.has('reply')) {
    return {
      act: 'reply',
      what: `${untilWhen(detail, now)}把${kind === 'complaint' ? '核查结果' : '答复'}写给投诉人`,
      why: finding === null ? `${kindNames[kind]}不用认定，直接答复` : `已认定：${findingNames[finding]}`,
    }
  }
  if (can.has('find')) return toFind(detail, now, can.has('assign'))
  if (can.has('close') && silentFrom !== null) {
    const confirmed = detail.events.some((event) => event.kind === 'confirmed')
    return confirmed
      ? { act: 'close', what: '投诉人认可了，可以归档', why: '归档以后，投诉人仍可要求再查' }
      : {
          act: 'close',
          what: '可以归档',
          why: `到 ${dayInWords(silentFrom, now)}没有回话；归档以后，投诉人仍可要求再查`,
        }
  }
  if (silentFrom !== null) {
    return {
      act: null,
      what: '已答复，等投诉人看',
      why: `认可了就能归档；一直不回话，${dayInWords(silentFrom, now)}起可以归档`,
    }
  }
  if (detail.stage === 'done') return { act: null, what: statusNames[detail.status], why: '还可以记一笔，只给同事看' }
  return {
    act: null,
    what: assigneeName ? `由 ${assigneeName} 核查` : '等医患办处理',
    why: promiseInWords(detail, now),
  }
}

const toFind = (detail: CaseDetail, now: Instant, mayAssign: boolean): Next => {
  const { assigneeName, finding } = detail
  const promised = owed(detail, now)
  if (mayAssign && assigneeName === null) return { act: 'assign', what: '交给一位同事核查', why: promised }
  if (mayAssign) return { act: 'find', what: `${assigneeName ?? '同事'} 在核查，查清了写下结论`, why: promised }
  if (finding !== null) {
    return { act: null, what: '结论已交给医患办，等他们答复', why: `已认定：${findingNames[finding]}；还可以改` }
  }
  return { act: 'find', what: '查清楚，写下认定和依据', why: promised }
}

/** Beside the next act, in the order of how often they are wanted. */
const OTHERS: readonly Act[] = ['release', 'assign', 'find', 'ask', 'reply', 'note', 'extend', 'sort', 'close']

/** What else can be done; looking at the number has its own place beside the name. */
export const otherActs = ({ acts }: Pick<CaseDetail, 'acts'>, next: Act | null): Act[] =>
  OTHERS.filter((act) => act !== next && acts.includes(act))

/** Who did it, as the history names them. */
const nameOf = (people: CaseDetail['people'], id: string): string => people[id] ?? '同事'

/** Another look is somebody else's: who recorded a finding before it was asked for cannot be given it. */
export const hasFoundBefore = ({ events }: Pick<CaseDetail, 'events'>, staffId: StaffId): boolean => {
  const reopened = events.map(({ kind }) => kind).lastIndexOf('reopened')
  return events.slice(0, Math.max(reopened, 0)).some((event) => event.kind === 'found' && event.by === staffId)
}

/** What happened, in words. */
export const eventInWords = (
  event: ComplaintEvent,
  { people, events, departments }: Pick<CaseDetail, 'people' | 'events' | 'departments'>,
): string => {
  switch (event.kind) {
    case 'submitted':
      return '收到'
    case 'accepted':
      return '受理'
    case 'extended':
      return `延长到 ${event.workingDays} 个工作日`
    case 'assigned':
      return `交给 ${nameOf(people, event.to)} 核查`
    case 'handed_over':
      return `${nameOf(people, event.from)} 的转给 ${nameOf(people, event.to)}`
    case 'asked':
      return '问投诉人'
    case 'answered':
      return isAnAnswer(event, events) ? '投诉人答' : '投诉人补充'
    case 'noted':
      return '记一笔'
    case 'sorted':
      return sortedInWords(event, departments)
    case 'released':
      return '看过文字，放行'
    case 'contact_seen':
      return '看了联系电话'
    case 'found':
      return `核查结论：${findingNames[event.finding]}`
    case 'replied':
      return event.finding === null ? '答复' : `答复：${findingNames[event.finding]}`
    case 'confirmed':
      return '投诉人认可'
    case 'reopened':
      return `要求再查，${event.workingDays} 个工作日内答复`
    case 'rated':
      return `评价：${ratingNames[event.rating - 1] ?? event.rating}`
    case 'closed':
      return event.confirmed ? '归档，投诉人认可过' : '归档，一直没有回话'
    case 'withdrawn':
      return '投诉人撤回'
    case 'erased':
      return '投诉人抹去了姓名和电话'
  }
}

/** It came while a question of the office was open. */
const isAnAnswer = (event: ComplaintEvent, events: readonly ComplaintEvent[]): boolean => {
  const before = events.slice(0, events.indexOf(event)).reverse()
  return before.find(({ kind }) => kind === 'asked' || kind === 'answered' || kind === 'replied')?.kind === 'asked'
}

const BY_COMPLAINANT = new Set<ComplaintEvent['kind']>(['submitted', 'answered', 'reopened', 'rated', 'withdrawn'])

export const isByComplainant = ({ kind }: Pick<ComplaintEvent, 'kind'>): boolean => BY_COMPLAINANT.has(kind)

export const saidIn = (event: ComplaintEvent): string | null => {
  if (event.kind === 'extended') return event.reason
  return 'text' in event ? event.text : null
}

/** 「11 月 18 日 9:43」 and who, and 刚刚 for what appeared while one was looking. */
export const whenInWords = (
  event: ComplaintEvent,
  people: CaseDetail['people'],
  now: Instant,
  isFresh: boolean,
): string => {
  const by = 'by' in event ? nameOf(people, event.by) : null
  return [isFresh ? '刚刚' : null, timeInWords(event.at, now), by].filter(Boolean).join('　')
}

const REMARKS = new Set<Act>(['ask', 'note', 'extend', 'find'])

/** Characters an act takes; null where nothing is written. */
export const limitOf = (act: Act): number | null => {
  if (act === 'reply') return COMPLAINT_TEXT_MAX
  return REMARKS.has(act) ? REMARK_MAX : null
}

/** What an act still wants, in words, or null when it can go out. */
export const whyNot = (act: Act, draft: CaseDraft): string | null => {
  if (act === 'assign' && draft.staffId === null) return '请先选一位同事'
  if (act === 'find' && draft.finding === null) return '请先选一个认定'
  if (act === 'sort' && isNowhere(draft)) return '没有这个科室，请在列出来的里面点一个'
  const limit = limitOf(act)
  if (limit === null) return null
  const length = lengthOf(draft.text.trim())
  const least = act === 'reply' ? COMPLAINT_TEXT_MIN : 1
  if (length < least) return least === 1 ? '请先写几句' : `再写几个字，至少 ${least} 个字`
  return length > limit ? `多了 ${length - limit} 字，请删去一些` : null
}

/** How a stiff phrase can be said plainly to a patient. */
const STIFF: readonly (readonly [phrase: string, instead: string])[] = [
  ['特此', '这句可以不写'],
  ['贵方', '写“您”'],
  ['该患者', '写“您”或“您的家人”'],
  ['予以', '直接说做了什么'],
  ['经核实', '写“我们查了”'],
  ['经核查', '写“我们查了”'],
  ['系因', '写“是因为”'],
  ['高度重视', '直接说做了什么'],
  ['敬请谅解', '写“对不起”'],
  ['相关规定', '写明是哪一条'],
  ['相关科室', '写明是哪个科室'],
]

/** Phrases of the office in a reply, each with plain words for it. */
export const plainWordHints = (text: string): string[] =>
  STIFF.filter(([phrase]) => text.includes(phrase)).map(([phrase, instead]) => `“${phrase}”：${instead}`)

/** What a reply should say first, by what was found. */
export const replyAdvice: Record<Finding, string> = {
  founded: '先说对不起，再说查到了什么、改了什么、以后怎样。',
  partly_founded: '说清哪些属实、哪些没有查到，属实的改了什么。',
  unfounded: '说清查了什么、看到的是什么，也谢谢对方提出来。',
  unverifiable: '说清查了哪些、为什么查不到，还能补充什么。',
}
