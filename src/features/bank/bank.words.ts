import { sentenceFor } from '#domain/errors'
import { dayInWords, type Instant, timeInWords } from '#domain/instant'
import { ANALYSED_FROM } from '#domain/integrity/item-analysis'
import type { QuestionQueue, QuestionRow, QuestionView } from '#domain/integrity/question.contract'
import { unfinishedInWords } from '#domain/integrity/question.finished'
import {
  type CitedRule,
  difficultyNames,
  type OptionId,
  questionKindNames,
  questionNumberInWords,
  questionStateNames,
} from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { topicNames } from '#domain/integrity/question.topics'
import type { Tone } from '../../ui/Status'
import type { TimelineEntry } from '../../ui/Timeline'
import type { Saving } from './use-question-draft'

export const queueNames: Record<QuestionQueue, string> = {
  all: '全部',
  draft: '在写',
  review: '等复核',
  published: '在用',
  retired: '已停用',
  unconfirmed: '待核原文',
  misleading: '越会越错',
}

/** What needs somebody first. */
export const QUEUES: readonly QuestionQueue[] = [
  'all',
  'misleading',
  'review',
  'unconfirmed',
  'draft',
  'published',
  'retired',
]

export const emptyQueues: Record<QuestionQueue, { title: string; hint: string }> = {
  all: { title: '题库还是空的', hint: '取起步题、从文件导入，或者自己出一道。' },
  draft: { title: '没有在写的题', hint: '点“出一道题”开头，写一半也会存着。' },
  review: { title: '没有等复核的题', hint: '写好送复核以后排在这里，换一位同事来看。' },
  published: { title: '还没有在用的题', hint: '第二个人复核通过，题才会被抽到。' },
  retired: { title: '没有停用的题', hint: '停用的题不再抽，答过它的卷子照旧留着。' },
  unconfirmed: { title: '都对过原文了', hint: '没有对过条款原文的题会排在这里，核了才能用。' },
  misleading: {
    title: '没有越会越错的题',
    hint: `满 ${ANALYSED_FROM} 人答过才看得出来：整卷答得好的人反而错，多半是题有毛病。`,
  },
}

/** 「186 道题，1 道越会的人越错」 */
export const bankHeadline = (counts: Readonly<Partial<Record<QuestionQueue, number>>>): string => {
  const { all = 0, misleading = 0, review = 0 } = counts
  if (all === 0) return '题库还是空的'
  if (misleading > 0) return `${all} 道题，${misleading} 道越会的人越错`
  return review > 0 ? `${all} 道题，${review} 道等复核` : `${all} 道题`
}

export const bankHint = ({ all = 0, unconfirmed = 0 }: Readonly<Partial<Record<QuestionQueue, number>>>): string =>
  all === 0
    ? '题库里有题，才有每日五题和考试。'
    : `已核原文 ${all - unconfirmed}，待核 ${unconfirmed}；待核的不会被抽到。`

export const ruleInWords = ({ document, article }: CitedRule): string =>
  [document, article].filter(Boolean).join(' · ') || '还没有写依据'

export const evidenceStatus = (confirmed: boolean): { tone: Tone; text: string } =>
  confirmed ? { tone: 'done', text: '已核原文' } : { tone: 'wait', text: '待核原文' }

/** 「T-0131 · 单选 · 投诉管理 · 难」 */
export const placeInWords = ({ number, content }: Pick<QuestionView, 'number' | 'content'>): string =>
  [
    questionNumberInWords(number),
    questionKindNames[content.kind],
    topicNames[content.topic],
    difficultyNames[content.difficulty],
  ].join(' · ')

/** Of one hundred: 「41.0」. */
export const percentInWords = (value: number | null): string => (value === null ? '—' : value.toFixed(1))

/** A correlation, worked out per cent and written as one: 「−0.07」, with a minus that is as wide as a figure. */
export const discriminationInWords = (perCent: number | null): string =>
  perCent === null ? '—' : (perCent / 100).toFixed(2).replace('-', '−')

export const isMisleadingRow = ({ discrimination }: Pick<QuestionRow, 'discrimination'>): boolean =>
  discrimination !== null && discrimination < 0

/** At the end of a row: its figures, or why there are none. */
export const figuresInWords = ({
  state,
  asked,
  discrimination,
}: Pick<QuestionRow, 'state' | 'asked' | 'discrimination'>): string => {
  if (state === 'review') return '等第二人复核'
  if (discrimination !== null) return discriminationInWords(discrimination)
  return asked < ANALYSED_FROM ? `不足 ${ANALYSED_FROM} 人，不算` : '—'
}

export const nameOf = ({ name, mine }: { name: string; mine: boolean }): string => (mine ? '您' : name)

/** What comes next, in a sentence. */
export const nextInWords = ({ state, acts, inUse, confirmed, content }: QuestionView): string => {
  const isConfirmed = content.evidence === 'V' || confirmed !== null
  switch (state) {
    case 'draft':
      return inUse === null ? '写好了，送给第二个人复核' : '改好了，再送复核；改完以前，抽的还是上一版'
    case 'review':
      if (!isConfirmed)
        return acts.includes('confirm') ? '先找到条款原文核一遍，再定用不用' : '等没有动过这一题的同事核原文'
      return acts.includes('publish') ? '答案和条款各看一遍，定用不用' : '等没有动过这一题的同事复核'
    case 'published':
      return '在用：每日五题和考试会抽到它'
    case 'retired':
      return '停用了，不会再抽到；改好送复核，可以再用'
  }
}

/** Who has to have looked before it is drawn (两个人看过才进卷). */
export const pathEntries = (view: QuestionView, now: Instant): TimelineEntry[] => {
  const { state, content, confirmed, versions, writers, changedAt } = view
  const isConfirmed = content.evidence === 'V' || confirmed !== null
  const isOut = state === 'published' || state === 'retired'
  const wrote = writers.map(nameOf).join('、')
  return [
    {
      key: 'writing',
      state: state === 'draft' ? 'now' : 'done',
      what: versions > 0 ? '出题、改题' : '出题',
      when: isOut ? undefined : wrote,
    },
    {
      key: 'confirming',
      state: isConfirmed ? 'done' : state === 'draft' ? 'to-come' : 'now',
      what: '核条款原文',
      when: confirmed
        ? `${timeInWords(confirmed.at, now)}，${nameOf(confirmed.by)}：${confirmed.source}`
        : isConfirmed
          ? '出题时对着原文写的'
          : '谁核的、在哪里核的，要写明',
    },
    {
      key: 'reviewing',
      state: isOut ? 'done' : state === 'review' && isConfirmed ? 'now' : 'to-come',
      what: '第二个人复核',
      when: isOut ? `第 ${versions} 版，${timeInWords(changedAt, now)}` : '没有动过这一题的人，答案和条款各看一遍',
    },
  ]
}

type Use = NonNullable<QuestionView['use']>[number]

/** Which wrong option those with the best papers take most, when it is more than of the others; null: none. */
export const lureOf = ({ options }: Use, key: readonly OptionId[]): string | null => {
  const wrong = options.filter(({ option, high, low }) => !key.some((right) => right === option) && high > low)
  return [...wrong].sort((one, other) => other.high - other.low - (one.high - one.low))[0]?.option ?? null
}

/** 「高分的人多选“5 个工作日”：……」 */
export const misleadingInWords = ({ use, content }: Pick<QuestionView, 'use' | 'content'>): string => {
  const lure = partsOf(content)
    .map((part) => {
      const own = use?.find((each) => each.part === part.id)
      const lured = own ? lureOf(own, part.key) : null
      return part.options.find(({ id }) => id === lured)?.text
    })
    .find((text) => text !== undefined)
  return lure
    ? `高分的人多选“${lure}”：多半是题没说清按哪个规定，不是人不会。先停用，改好再用。`
    : '整卷答得越好的人，这一题错得越多：多半是题有歧义或者答案定错了。先停用，核对以后再用。'
}

const DEVICE = '这台设备'

/** Where what is written stands. */
export const savingInWords = (saving: Saving): string => {
  switch (saving.status) {
    case 'blank':
      return '写下第一个字就开始存'
    case 'saved':
      return '已保存'
    case 'waiting':
    case 'saving':
      return '正在保存…'
    case 'overlong':
      return `有一处太长，改短就存；先放在${DEVICE}上`
    case 'offline':
      return `没连上网。改动在${DEVICE}上，连上了自己会存`
    case 'changed':
      return '还没存，请先选用哪一份'
    case 'failed':
      return `还没存上：${sentenceFor(saving.code)}改动在${DEVICE}上`
  }
}

/** 「还差 3 处」 with each of them, for the writer. */
export const lacksInWords = (paths: readonly string[]): string[] => [...new Set(paths.map(unfinishedInWords))]

export const rowStanding = ({ state, inUse }: Pick<QuestionRow, 'state' | 'inUse'>): string =>
  state === 'draft' && inUse !== null ? '在用，正在改' : questionStateNames[state]

export const likenessInWords = (likeness: number): string => `${Math.round(likeness * 100)}% 像`

/** 「11 月 18 日 9:43」, the day alone when it is long past. */
export const whenInWords = (instant: Instant, now: Instant): string => {
  const HALF_YEAR = 183 * 24 * 60 * 60 * 1000
  return now - instant > HALF_YEAR ? dayInWords(instant, now) : timeInWords(instant, now)
}
