import { type DraftState, draftStateNames, type ReviewStep, reviewStepNames } from '#domain/culture/article.model'
import type { FieldChange } from '#domain/culture/article.changes'
import type { BlockKind } from '#domain/culture/block.model'
import type { DraftQueue, DraftRow, DraftView } from '#domain/culture/desk.contract'
import { sentenceFor } from '#domain/errors'
import { dayInWords, type Instant, minuteInBeijing, timeInWords } from '#domain/instant'
import { lengthOf } from '#domain/text'
import type { Tone } from '../../ui/Status'
import type { Saving } from './use-manuscript'

export const queueNames: Record<DraftQueue, string> = {
  mine: '等我',
  writing: '在写',
  review: '在审',
  approved: '审过了',
  published: '已发布',
  withdrawn: '已撤下',
}

export const emptyQueues: Record<DraftQueue, { title: string; hint: string }> = {
  mine: { title: '没有等您的稿件', hint: '该您审、该您改、该您发的，都会排在这里。' },
  writing: { title: '没有在写的稿件', hint: '点“写一篇”开头，写一半也会存着。' },
  review: { title: '没有在审的稿件', hint: '送审以后，走到哪一道都看得见。' },
  approved: { title: '没有等着发布的稿件', hint: '三道都审过的排在这里，宣传专员定时间发布。' },
  published: { title: '还没有发布过', hint: '定好时间的和已经登出来的都在这里。' },
  withdrawn: { title: '没有撤下的', hint: '撤下的留着底稿，原处写明撤下的日子和原因。' },
}

export const blockNames: Record<BlockKind, string> = {
  paragraph: '正文',
  heading: '小标题',
  quote: '引语',
  list: '列表',
  image: '图片',
  audio: '录音',
  link: '链接',
}

export const fieldNames: Record<FieldChange, string> = {
  title: '题目',
  summary: '摘要',
  column: '栏目',
  cover: '封面',
  fiveClean: '五清',
  departmentId: '科室',
  series: '系列',
  byline: '署名',
  source: '来源',
  realCase: '是不是来自真事',
  wrongdoersNamedBy: '通报网址',
}

/** 「10:42」 */
const clockOf = (instant: Instant): string => minuteInBeijing(instant).slice('YYYY-MM-DD '.length).replace(/^0/, '')

/** The sheet and what stands beside it are seen together. */
export const isWide = (): boolean => process.env.TARO_ENV === 'h5' && window.innerWidth >= 900

/** What somebody writes on: told apart by its screen. */
const device = (): string => (isWide() ? '这台电脑' : '这台手机')

/** Where what is written stands. */
export const savingInWords = (saving: Saving, view: DraftView | null): string => {
  switch (saving.status) {
    case 'blank':
      return '写下第一个字就开始存'
    case 'saved':
      return view ? `已存 ${clockOf(view.changedAt)}${view.version > 0 ? `，记过 ${view.version} 稿` : ''}` : '已存'
    case 'waiting':
    case 'saving':
      return '正在存…'
    case 'unwritten':
      return `先存在${device()}，改好标出的地方再存到医院`
    case 'sending':
      return `图片或录音还在传，传完就存；先存在${device()}`
    case 'offline':
      return `没连上网，先存在${device()}`
    case 'changed':
      return `还没存，请先选用哪一份；您写的在${device()}`
    case 'failed':
      return `还没存上：${sentenceFor(saving.code)}先存在${device()}`
  }
}

const minutesToRead = (length: number): number => Math.max(1, Math.round(length / 300))

/** 「约 620 字，读 3 分钟」 */
export const lengthInWords = (text: string): string => {
  const length = lengthOf(text.replace(/\s/g, ''))
  return length === 0 ? '还没有正文' : `${length} 字，读 ${minutesToRead(length)} 分钟`
}

export const nameOf = ({ name, mine }: { name: string; mine: boolean }): string => (mine ? '您' : name)

export const namesOf = (people: readonly { name: string; mine: boolean }[]): string =>
  people.length === 0 ? '没有人动过' : people.map(nameOf).join('、')

/** Where a row stands, in a word for a person in a hurry. */
export const rowStanding = (
  {
    state,
    step,
    publishAt,
    goneAt,
    changedAt,
  }: Pick<DraftRow, 'state' | 'step' | 'publishAt' | 'goneAt' | 'changedAt'>,
  shownAt: Instant,
): { tone: Tone; text: string } => {
  // What was just done was done by the server's clock, which may be ahead of this page's.
  const now = Math.max(shownAt, changedAt) as Instant
  if (state === 'review' && step) return { tone: 'wait', text: `等${reviewStepNames[step]}审` }
  if (state === 'published' && publishAt !== null && publishAt > now) {
    return { tone: 'wait', text: `${timeInWords(publishAt, now)} 发布` }
  }
  if (state === 'published' && goneAt !== null && goneAt <= now) return { tone: 'rest', text: '到时间下线了' }
  if (state === 'published') return { tone: 'done', text: '已发布' }
  if (state === 'approved') return { tone: 'wait', text: '等发布' }
  return { tone: 'rest', text: draftStateNames[state as DraftState] }
}

export const STEPS: readonly ReviewStep[] = ['department', 'publicity', 'discipline']

/** 「11 月 18 日 9:43」, the day alone when it is long past. */
export const whenInWords = (instant: Instant, now: Instant): string => {
  const HALF_YEAR = 183 * 24 * 60 * 60 * 1000
  return now - instant > HALF_YEAR ? dayInWords(instant, now) : timeInWords(instant, now)
}
