import { type Day, dayInWords, type Instant, daysUntil, startOfBeijingDay, timeInWords } from '#domain/instant'
import type { DailyView, Told } from '#domain/integrity/daily.contract'
import { RIGHT_IN_A_ROW } from '#domain/integrity/daily.model'
import type { ExamCard } from '#domain/integrity/exam.contract'
import { percentOf, type Score } from '#domain/integrity/grading'
import type { CitedRule, QuestionKind } from '#domain/integrity/question.model'
import { questionKindNames } from '#domain/integrity/question.model'
import type { ResultView } from '#domain/integrity/result.view'
import { dayName } from '#domain/number.words'
import type { Tone } from '../../ui/Status'

const LETTERS = 'ABCDEFGH'

/** Of an option by its place: the room speaks of 「B」. */
export const letterOf = (place: number): string => LETTERS.charAt(place)

/** 「A、C」 */
export const lettersOf = (places: readonly number[]): string => places.map(letterOf).join('、')

/** What is told by a kind's name and is not plain from the question. */
export const kindWords = (kind: QuestionKind): string =>
  kind === 'multiple' ? `${questionKindNames.multiple}，选出全部对的` : questionKindNames[kind]

/** 「《九项准则》第六条」 */
export const ruleWords = ({ document, article }: CitedRule): string =>
  [document && `《${document}》`, article].filter(Boolean).join('')

/** 「本题 68% 的人答对」; nothing while too few were asked. */
export const othersWords = ({ others }: Pick<Told, 'others'>): string | null =>
  others === null || others.asked === 0 ? null : `本题 ${Math.round((others.right / others.asked) * 100)}% 的人答对`

/** When a question that went wrong is asked again. */
export const comesBackWords = ({ comesBack }: Pick<Told, 'comesBack'>): string | null =>
  comesBack === null ? null : `记进错题本了，${dayName(comesBack)}再来问您`

export const dailyDoneWords = (told: readonly Told[]): string => {
  const right = told.filter((one) => one.right).length
  return right === told.length ? `${told.length} 题全对` : `${told.length} 题对了 ${right} 题`
}

/** Under a finished day: what there is to do with it. */
export const doneHint = (told: readonly Told[]): string =>
  told.every((one) => one.right) ? '点一题能再看一遍依据。' : '点一题能再看一遍；做错的到了日子会再来问您。'

/** What stands on the home page about today. */
export const todayWords = ({ questions, told }: Pick<DailyView, 'questions' | 'told'>): string => {
  if (told.length === 0) return `今天的 ${questions.length} 题还没做`
  if (told.length < questions.length) return `今天做了 ${told.length} 题，还有 ${questions.length - told.length} 题`
  return `今天做完了，${dailyDoneWords(told)}`
}

/** Once today is done: what tomorrow begins with. */
export const tomorrowWords = ({ due }: Pick<DailyView, 'due'>): string =>
  due > 0 ? `明天再来五题，先问错题本里到了日子的 ${due} 题。` : '明天再来五题。'

/** How long until a mistake leaves the book. */
export const inARowWords = (rightInARow: number): string =>
  rightInARow === 0
    ? `连着对 ${RIGHT_IN_A_ROW} 次就出本`
    : `连着对了 ${rightInARow} 次，再对 ${RIGHT_IN_A_ROW - rightInARow} 次就出本`

export const dueWords = (due: Day, now: Instant): string => {
  const days = daysUntil(startOfBeijingDay(due), now)
  if (days <= 0) return '该再看了'
  return days === 1 ? '明天再来' : `${dayName(due)}再来`
}

/** 「37.5」, 「92」 */
const markWords = (mark: number): string => String(Math.round(mark * 10) / 10)

/** 「46 分，满分 50」 */
export const scoreWords = ({ earned, possible }: Score): string =>
  `${markWords(earned)} 分，满分 ${markWords(possible)}`

/** 「得分率 92%」, rounded down: nobody reads 80% and has not passed. */
export const percentWords = (score: Score): string => {
  const percent = percentOf(score)
  return percent === null ? '' : `得分率 ${Math.floor(percent * 10) / 10}%`
}

/** 「30 题，45 分钟」 */
export const planWords = ({ questions, minutes }: Pick<ExamCard, 'questions' | 'minutes'>): string =>
  `${questions} 题，${minutes} 分钟`

/** 「11 月 23 日 9:00 到 11:30」, with the second day where it is another. */
export const windowWords = ({ opensAt, closesAt }: Pick<ExamCard, 'opensAt' | 'closesAt'>, now: Instant): string => {
  const [day, closing] = [dayInWords(closesAt, now), timeInWords(closesAt, now)]
  const isOneDay = dayInWords(opensAt, now) === day
  return `${timeInWords(opensAt, now)} 到 ${isOneDay ? closing.slice(day.length).trim() : closing}`
}

const MINUTE_MS = 60_000

/** Of the time that is left for beginning now; whoever begins late has less than the minutes of the plan. */
export const minutesNow = ({ minutes, closesAt }: Pick<ExamCard, 'minutes' | 'closesAt'>, now: Instant): number =>
  Math.max(0, Math.min(minutes, Math.floor((closesAt - now) / MINUTE_MS)))

export const attemptsLeft = ({ attempts, used }: Pick<ExamCard, 'attempts' | 'used'>): number =>
  Math.max(0, attempts - used)

/** When what is right may be read. */
export const toldWords = ({ keysShown, attempts }: Pick<ExamCard, 'keysShown' | 'attempts'>): string => {
  if (keysShown === 'after_close') return '对错和依据，等考试结束后再看。'
  return attempts === 1 ? '交卷就能看对错和依据。' : '次数用完或者考试结束，就能看对错和依据。'
}

/** Where somebody is with an exam, and whether it wants something of them. */
export const examStanding = (card: ExamCard): { tone: Tone; text: string } => {
  const { phase, standing } = card
  if (phase === 'cancelled') return { tone: 'rest', text: '取消了' }
  if (card.openNo !== null) return { tone: 'wait', text: '正在考' }
  if (standing === 'passed') return { tone: 'done', text: '合格' }
  if (phase === 'coming' || phase === 'planned') return { tone: 'rest', text: '还没开始' }
  if (standing === 'missed') return { tone: 'rest', text: '没有参加' }
  if (phase === 'over') return { tone: 'rest', text: '没有合格' }
  if (standing === 'failed') {
    return attemptsLeft(card) > 0 ? { tone: 'wait', text: '可以再考' } : { tone: 'rest', text: '没有合格' }
  }
  return { tone: 'wait', text: '等您来考' }
}

/** Whether somebody can begin, or go on, now. */
export const canSit = (card: ExamCard): boolean =>
  card.openNo !== null || (card.phase === 'open' && card.standing !== 'not_invited' && attemptsLeft(card) > 0)

/** What there is to do at once stands first; what is past last. */
export const examsInOrder = (cards: readonly ExamCard[]): ExamCard[] => {
  const rank = (card: ExamCard) => {
    if (card.openNo !== null) return 0
    if (canSit(card) && card.standing !== 'passed') return 1
    return card.phase === 'coming' ? 2 : 3
  }
  return [...cards].sort((one, other) => rank(one) - rank(other))
}

/** 「还有 18 分钟」; seconds only in the last minute. */
export const leftWords = (seconds: number): string => {
  if (seconds === 0) return '时间到了'
  return seconds < 60 ? `还有 ${seconds} 秒` : `还有 ${Math.floor(seconds / 60)} 分钟`
}

/** From here on the clock is amber. */
export const SOON_SECONDS = 300

const SAID_AT_MINUTES = [1, 5, 10]

/** What a screen reader hears of the clock, and no more often than this. */
export const spokenLeft = (seconds: number): string => {
  const mark = SAID_AT_MINUTES.find((minutes) => seconds <= minutes * 60)
  if (seconds === 0) return '时间到了，正在交卷'
  return mark === undefined ? '' : `还有不到 ${mark} 分钟`
}

/** Whoever left the page is told that it was counted, and what for. */
export const leavesWords = (leaves: number): string | null =>
  leaves === 0 ? null : `离开过这一页 ${leaves} 次，记下了；只作说明，不扣分`

export type Saving = 'saved' | 'saving' | 'waiting' | 'homeless'

/** Where the answers are. */
export const savingWords = (saving: Saving): { tone: 'done' | 'wait'; text: string } => {
  switch (saving) {
    case 'saved':
      return { tone: 'done', text: '答案已存' }
    case 'saving':
      return { tone: 'done', text: '正在存' }
    case 'waiting':
      return { tone: 'wait', text: '没送到，先存在这台设备里' }
    case 'homeless':
      return { tone: 'wait', text: '没送到，也存不下，请别关这一页' }
  }
}

/** What is said before handing in. */
export const handInWords = ({ open, flagged }: { readonly open: number; readonly flagged: number }): string => {
  const left = [open > 0 ? `还有 ${open} 处没答` : '', flagged > 0 ? `${flagged} 处想再看` : '']
    .filter(Boolean)
    .join('，')
  return `${left ? `${left}。` : '都答了。'}交了就不能再改。`
}

export const verdictWords: Record<'right' | 'incomplete' | 'wrong' | 'unanswered', string> = {
  right: '答对',
  incomplete: '漏选',
  wrong: '答错',
  unanswered: '没答',
}

/** Under a result: who handed it in, where it was not the candidate. */
export const howWords = ({ how }: Pick<ResultView, 'how'>): string =>
  ({ by_hand: '', time_up: '时间到，按存好的答案收卷', cancelled: '考试取消，按存好的答案收卷' })[how]

/** To whoever answered on a device that came too late: what is not in the result. */
export const unheardWords = ({ how }: Pick<ResultView, 'how'>, unheard: number): string =>
  how === 'by_hand'
    ? `这份卷已经在另一台设备上交了，这台设备里还有 ${unheard} 处没有算进去。`
    : `收卷的时候，这台设备里还有 ${unheard} 处没有送到，没有算进去。`

/** Why there is no exam, and what to do about it. */
export const cancelledWords = (reason: string): string => `这场考试取消了：${reason}。考过的分数不算，请等新的通知。`

/** 「用了 32 分钟」 */
export const tookWords = ({ startedAt, submittedAt }: Pick<ResultView, 'startedAt' | 'submittedAt'>): string =>
  `用了 ${Math.max(1, Math.round((submittedAt - startedAt) / MINUTE_MS))} 分钟`

/** Until when, said beside an exam that waits. */
export const untilWords = (closesAt: Instant, now: Instant): string => `${timeInWords(closesAt, now)} 前`
