import { categoryNames } from '#domain/complaint/category'
import { beijingDay, type Instant, minuteInBeijing, timeInWords } from '#domain/instant'
import type { ExamPhaseName, StandingName } from '#domain/integrity/exam.contract'
import { type Audience, examPurposeNames, staffGroupNames } from '#domain/integrity/exam.model'
import { ANALYSED_FROM } from '#domain/integrity/item-analysis'
import type { CandidateRow, ExamFiguresView, ExamRow, ExamView, ItemView } from '#domain/integrity/office.contract'
import { topicNames } from '#domain/integrity/question.topics'
import type * as v from 'valibot'
import type { Tone } from '../../ui/Status'
import type { TableRow } from '../../ui/Table'

export type Phase = v.InferOutput<typeof ExamPhaseName>
export type Standing = v.InferOutput<typeof StandingName>
export type WeakTopic = NonNullable<ExamFiguresView['weak']>[number]

export const phaseNames: Record<Phase, string> = {
  open: '正在考',
  coming: '还没开考',
  planned: '在计划',
  over: '考完了',
  cancelled: '取消了',
}

/** What needs somebody first. */
export const PHASES: readonly Phase[] = ['open', 'coming', 'planned', 'over', 'cancelled']

export const phaseTone: Record<Phase, Tone> = {
  open: 'wait',
  coming: 'rest',
  planned: 'rest',
  over: 'done',
  cancelled: 'rest',
}

export const standingNames: Record<Standing, string> = {
  not_invited: '没有安排',
  not_begun: '还没开始',
  sitting: '在答',
  missed: '没来考',
  failed: '没合格',
  passed: '合格',
}

export const standingTone: Record<Standing, Tone> = {
  not_invited: 'rest',
  not_begun: 'rest',
  sitting: 'wait',
  missed: 'wait',
  failed: 'wait',
  passed: 'done',
}

/** 「2 场正在考，1 场还没开考」 */
export const examsHeadline = (rows: readonly Pick<ExamRow, 'phase'>[]): string => {
  if (rows.length === 0) return '还没有安排过考试'
  const told = (['open', 'coming', 'planned'] as const).flatMap((phase) => {
    const count = rows.filter((row) => row.phase === phase).length
    return count === 0 ? [] : [`${count} 场${phaseNames[phase]}`]
  })
  return told.length > 0 ? told.join('，') : `${rows.length} 场考试，都结束了`
}

interface Share {
  readonly part: number
  readonly whole: number
}

const PERCENT = 100

/** 「91.1%」; nothing to divide by: 「—」. */
export const percentOf = ({ part, whole }: Share): string =>
  whole === 0 ? '—' : `${((PERCENT * part) / whole).toFixed(1)}%`

/** A share with its percentage; null: so few that it would tell who. */
export const shareInWords = (share: Share | null): string => {
  if (share === null) return '人少，不列'
  return share.whole === 0 ? '—' : `${share.part} / ${share.whole}　${percentOf(share)}`
}

/** 「79.3–96.5」, of an interval from 0 to 1. */
export const withinInWords = (within: { lower: number; upper: number } | null): string =>
  within === null ? '' : `${(PERCENT * within.lower).toFixed(1)}–${(PERCENT * within.upper).toFixed(1)}`

const TIME_AT = 'YYYY-MM-DD '.length

/** 「9:40」 */
const clockInWords = (instant: Instant): string => minuteInBeijing(instant).slice(TIME_AT).replace(/^0/, '')

/** 「10:20」, with its day where that is another one. */
export const closingInWords = ({ closesAt, now }: { readonly closesAt: Instant; readonly now: Instant }): string =>
  beijingDay(closesAt) === beijingDay(now) ? clockInWords(closesAt) : timeInWords(closesAt, now)

/** 「11 月 20 日 9:40 到 10:20」, with both days where they differ. */
export const windowInWords = (
  { opensAt, closesAt }: { readonly opensAt: Instant; readonly closesAt: Instant },
  now: Instant,
): string =>
  beijingDay(opensAt) === beijingDay(closesAt)
    ? `${timeInWords(opensAt, now)} 到 ${clockInWords(closesAt)}`
    : `${timeInWords(opensAt, now)} 到 ${timeInWords(closesAt, now)}`

/** Under the name of an exam in the list. */
export const rowDetail = (row: ExamRow, now: Instant): string =>
  [
    examPurposeNames[row.purpose],
    windowInWords(row, now),
    `${row.questions} 题，${row.minutes} 分钟`,
    row.phase === 'open' || row.phase === 'over' ? `应考 ${row.took.whole}，交了 ${row.took.part}` : null,
    row.took.part > 0 && row.phase !== 'cancelled' ? `合格 ${row.passed.part} / ${row.passed.whole}` : null,
  ]
    .filter(Boolean)
    .join(' · ')

/** `named`: the departments of the audience, by their names. */
export const audienceInWords = (audience: Audience, named: readonly string[]): string => {
  if (audience.kind === 'everybody') return '全院职工'
  const { groups, people } = audience
  const parts = [
    named.join('、'),
    groups.map((group) => staffGroupNames[group]).join('、'),
    people.length > 0 ? `另外点名 ${people.length} 人` : '',
  ]
  return parts.filter(Boolean).join('，')
}

const MINUTE_MS = 60_000
const SECOND_MS = 1000
const HOUR_MINUTES = 60

/** 「还有 18 分钟」, for a screen that a room looks at. */
export const leftInWords = (milliseconds: number): string => {
  if (milliseconds <= 0) return '到点了'
  if (milliseconds <= MINUTE_MS) return `最后 ${Math.ceil(milliseconds / SECOND_MS)} 秒`
  const minutes = Math.ceil(milliseconds / MINUTE_MS)
  const hours = Math.floor(minutes / HOUR_MINUTES)
  if (hours >= 48) return `还有 ${Math.floor(hours / 24)} 天`
  if (hours === 0) return `还有 ${minutes} 分钟`
  return minutes % HOUR_MINUTES === 0 ? `还有 ${hours} 小时` : `还有 ${hours} 小时 ${minutes % HOUR_MINUTES} 分钟`
}

const NUMBERS_NAMED = 6

/** 「请 17、39 号开始」; nobody: nothing. */
export const callInWords = (numbers: readonly number[]): string => {
  if (numbers.length === 0) return ''
  const named = numbers.slice(0, NUMBERS_NAMED).join('、')
  return numbers.length > NUMBERS_NAMED ? `请 ${named} 等 ${numbers.length} 个号开始` : `请 ${named} 号开始`
}

/** What comes next, in a sentence. */
export const nextInWords = ({ phase, plan, now, cancelled }: ExamView): string => {
  switch (phase) {
    case 'planned':
      return '还只有组织考试的人看得到，发布了考生才看得到'
    case 'coming':
      return `${timeInWords(plan.opensAt, now)} 开考，开考以前还能改`
    case 'open':
      return `正在考，${timeInWords(plan.closesAt, now)} 收卷`
    case 'over':
      return '考完了，看看哪些题没教会'
    case 'cancelled':
      return cancelled ? `取消了：${cancelled.reason}` : '取消了'
  }
}

/** 「交了 45 份，41 人合格。投诉管理丢分最多。」 */
export const figuresHeadline = ({ handedIn, passed, weak }: ExamFiguresView): string => {
  if (handedIn === 0) return '还没有人交卷'
  const [weakest] = weak ?? []
  const lost = weakest && weakest.right.part < weakest.right.whole ? `${topicNames[weakest.topic]}丢分最多。` : ''
  return `交了 ${handedIn} 份，${passed.part} 人合格。${lost}`
}

/** A figure with one place behind the point, in the width of a column. */
export const figureInWords = (value: number | null, places = 1): string =>
  value === null ? '—' : value.toFixed(places).replace('-', '−')

/** A correlation, worked out per cent and written as one: 「−0.07」. */
export const correlationInWords = (perCent: number | null): string =>
  perCent === null ? '—' : figureInWords(perCent / PERCENT, 2)

export const minutesInWords = (milliseconds: number | null): string =>
  milliseconds === null ? '—' : `${Math.max(1, Math.round(milliseconds / MINUTE_MS))} 分钟`

const mostRight = ({ rightWithin }: ItemView): number => rightWithin?.upper ?? 1

/** Whether enough people were asked for a question to be compared with others. */
export const isAnalysed = ({ n }: Pick<ItemView, 'n'>): boolean => n >= ANALYSED_FROM

/** What misleads first, then what is missed most surely; a question that too few were asked has no rank. */
export const weakestItems = (items: readonly ItemView[], most: number): ItemView[] =>
  items
    .filter(isAnalysed)
    .sort((one, other) => Number(other.misleading) - Number(one.misleading) || mostRight(one) - mostRight(other))
    .slice(0, most)

/** The ranked ones first, then in the order of the paper those that too few were asked. */
export const allItems = (items: readonly ItemView[]): ItemView[] => [
  ...weakestItems(items, items.length),
  ...items.filter((item) => !isAnalysed(item)),
]

export const itemsHeadline = (ranked: number, listsAll: boolean): string => {
  if (ranked === 0) return `每一题几个人全对：不足 ${ANALYSED_FROM} 份，不排名`
  return listsAll ? '每一题答得怎样' : '错得最多的几题'
}

/** A share with its percentage; below the least number of people the count alone: 「3 / 12」. */
export const rightInWords = ({ n, right }: Pick<ItemView, 'n' | 'right'>): string => {
  const counted = `${right.part} / ${right.whole}`
  return isAnalysed({ n }) ? `${counted}　${percentOf(right)}` : counted
}

/** Who chose what, option by option, and who chose nothing. */
export const usedRows = ({ options, none }: NonNullable<ItemView['use']>[number]): TableRow[] => [
  ...options.map(({ option, text, right, all, high, low }) => ({
    key: option,
    strong: right,
    cells: { option: right ? `${text}（正确答案）` : text, all: String(all), high: String(high), low: String(low) },
  })),
  {
    key: 'none',
    cells: { option: '没选', all: String(none.all), high: String(none.high), low: String(none.low) },
  },
]

/** Why a question has no figures. */
export const notAnalysedInWords = ({ n }: Pick<ItemView, 'n'>): string =>
  isAnalysed({ n }) ? '人人得分一样，算不出' : `不足 ${ANALYSED_FROM} 份，不算`

/** 「58.2（49.9）」: the mean and how much it differs. */
export const facilityInWords = ({ facility, sd }: Pick<ItemView, 'facility' | 'sd'>): string =>
  facility === null ? '—' : `${figureInWords(facility)}（${figureInWords(sd)}）`

/** What each figure of a question says (题目分析). */
export const FIGURES_MEAN: readonly { readonly term: string; readonly text: string }[] = [
  { term: '全对的人', text: '这一题得满分的人，和抽到这一题的人。' },
  { term: '95% 区间', text: '换一批差不多的人来考，全对的比例大多落在这条线里。线长，是因为人少。' },
  {
    term: '得分率（标准差）',
    text: '平均得了这一题的百分之几。很高说明人人都会，很低先看题出得对不对；括号里是人和人差多少。',
  },
  {
    term: '区分度',
    text: '这一题的得分和卷子其余部分的相关，从 −1 到 1。0.3 以上的题分得出会和不会；负的，越会的人越错，多半是题有毛病。',
  },
  { term: '区分效率', text: '按这一题的难度，区分度最高能到多少，它到了百分之几。' },
  {
    term: '权重',
    text: '人和人的总分不一样，有百分之几是这一题拉开的。人人同卷才算得出；抽题考的，各人题不同，不算。',
  },
]

export const analysisInWords = (handedIn: number): string =>
  handedIn < ANALYSED_FROM
    ? `${handedIn} 人交了卷，不足 ${ANALYSED_FROM} 人，不做题目分析：人太少，数字会骗人。`
    : `${handedIn} 人满 ${ANALYSED_FROM} 人，才做题目分析，按每人第一次交的卷算。人少区间就宽，差十个百分点以内不要当真。`

export const themesInWords = ({ themes }: WeakTopic): string =>
  themes.length === 0 ? '投诉里没有这一类' : themes.map((theme) => categoryNames[theme]).join('、')

/** 「30 件」; nobody complains about it under any of the categories: nothing. */
export const complaintsInWords = ({ complaints }: WeakTopic): string => (complaints === null ? '' : `${complaints} 件`)

export const bestInWords = ({ best }: Pick<CandidateRow, 'best'>): string =>
  best ? `${figureInWords(best.earned).replace(/\.0$/, '')} / ${figureInWords(best.possible).replace(/\.0$/, '')}` : '—'

/** 「离开过 3 次」: counted, and no reason to fail. */
export const leavesInWords = (leaves: number): string => (leaves === 0 ? '没有' : `${leaves} 次`)

export const nameOf = ({ name, mine }: { name: string; mine: boolean }): string => (mine ? '您' : name)
