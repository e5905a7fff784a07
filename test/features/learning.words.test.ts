import type { StaffNumber } from '#domain/hospital/staff.model'
import type { ExamId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { ExamCard } from '#domain/integrity/exam.contract'
import type { Slot } from '#domain/integrity/paper.model'
import type { LearningRecord } from '#domain/integrity/record.contract'
import { describe, expect, it, vi } from 'vitest'
import { provenWords } from '../../src/features/learning/exam.certificate'
import { examsWithMistakes } from '../../src/features/learning/exam.mistakes'
import {
  cancelledWords,
  canSit,
  comesBackWords,
  dueWords,
  examsInOrder,
  examStanding,
  handInWords,
  howWords,
  inARowWords,
  leavesWords,
  leftWords,
  minutesNow,
  othersWords,
  percentWords,
  ruleWords,
  scoreWords,
  spokenLeft,
  todayWords,
  toldWords,
  tomorrowWords,
  unheardWords,
  windowWords,
} from '../../src/features/learning/learning.words'
import { handWords, joinCodeIn, resultWords, stepAfter } from '../../src/features/learning/live.words'
import { countsOf, groupsOf, placesOf, rangeOf } from '../../src/features/learning/paper.places'
import { recordRows } from '../../src/features/learning/record.file'
import { aheadWords, learnedIn, recordWords, yearsBack } from '../../src/features/learning/record.words'
import { beijing } from '../builders/complaint.builder'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const now = beijing('2026-11-20T10:00:00')
const HOUR_MS = 3_600_000

const aCard = (news: Partial<ExamCard> = {}): ExamCard => ({
  id: 'e'.repeat(32) as ExamId,
  title: '四季度应知应会',
  purpose: 'quarterly',
  notice: '',
  opensAt: (now - HOUR_MS) as Instant,
  closesAt: (now + HOUR_MS) as Instant,
  minutes: 30,
  attempts: 2,
  passPercent: 80,
  keysShown: 'after_close',
  questions: 25,
  phase: 'open',
  cancelled: null,
  standing: 'not_begun',
  used: 0,
  openNo: null,
  best: null,
  now,
  ...news,
})

describe('what the clock of an exam says', () => {
  it.each([
    [1800, '还有 30 分钟'],
    [1799, '还有 29 分钟'],
    [60, '还有 1 分钟'],
    [59, '还有 59 秒'],
    [0, '时间到了'],
  ])('%i seconds before its end', (seconds, words) => {
    expect(leftWords(seconds)).toBe(words)
  })
  it('is read out at ten, five and one minute, and at the end', () => {
    expect([601, 600, 301, 300, 60, 0].map(spokenLeft)).toEqual([
      '',
      '还有不到 10 分钟',
      '还有不到 10 分钟',
      '还有不到 5 分钟',
      '还有不到 1 分钟',
      '时间到了，正在交卷',
    ])
  })
})

describe('where somebody is with an exam', () => {
  it.each<[string, Partial<ExamCard>, boolean]>([
    ['等您来考', {}, true],
    ['正在考', { openNo: 1, standing: 'sitting', used: 1 }, true],
    ['可以再考', { standing: 'failed', used: 1 }, true],
    ['没有合格', { standing: 'failed', used: 2 }, false],
    ['合格', { standing: 'passed', used: 2 }, false],
    ['还没开始', { phase: 'coming' }, false],
    ['没有参加', { phase: 'over', standing: 'missed' }, false],
    ['没有合格', { phase: 'over', standing: 'failed', used: 1 }, false],
    ['取消了', { phase: 'cancelled' }, false],
  ])('%s', (words, news, may) => {
    const card = aCard(news)
    expect(examStanding(card).text).toBe(words)
    expect(canSit(card)).toBe(may)
  })
  it('puts what there is to do first, and what is past last', () => {
    const names = examsInOrder([
      aCard({ title: '过了', phase: 'over', standing: 'missed' }),
      aCard({ title: '以后', phase: 'coming' }),
      aCard({ title: '可考' }),
      aCard({ title: '在考', openNo: 1, standing: 'sitting' }),
    ]).map(({ title }) => title)
    expect(names).toEqual(['在考', '可考', '以后', '过了'])
  })
  it('has less than its minutes near the end', () => {
    expect(minutesNow(aCard(), now)).toBe(30)
    expect(minutesNow(aCard({ closesAt: (now + 10 * 60_000) as Instant }), now)).toBe(10)
    expect(minutesNow(aCard({ closesAt: now }), now)).toBe(0)
  })
})

describe('a score in words', () => {
  it('divides by what could be earned, and is never rounded up to a pass', () => {
    expect(scoreWords({ earned: 37.5, possible: 50 })).toBe('37.5 分，满分 50')
    expect(percentWords({ earned: 79.99, possible: 100 })).toBe('得分率 79.9%')
    expect(percentWords({ earned: 40, possible: 50 })).toBe('得分率 80%')
    expect(percentWords({ earned: 29, possible: 50 })).toBe('得分率 58%')
    expect(percentWords({ earned: 23, possible: 40 })).toBe('得分率 57.5%')
    expect(percentWords({ earned: 0, possible: 0 })).toBe('')
  })
})

describe('what is said beside a question', () => {
  it('is the rule it rests on, with its document where it has one', () => {
    expect(ruleWords({ document: '医疗机构工作人员廉洁从业九项准则', article: '第六条' })).toBe(
      '《医疗机构工作人员廉洁从业九项准则》第六条',
    )
    expect(ruleWords({ document: '', article: '第六条' })).toBe('第六条')
  })
  it('is how many others got it right, once enough were asked', () => {
    expect(othersWords({ others: { right: 17, asked: 25 } })).toBe('本题 68% 的人答对')
    expect(othersWords({ others: null })).toBeNull()
  })
  it('is when a mistake comes back, and how long it stays in the book', () => {
    expect(comesBackWords({ comesBack: '2026-11-23' })).toBe('记进错题本了，11 月 23 日再来问您')
    expect(comesBackWords({ comesBack: null })).toBeNull()
    expect(dueWords('2026-11-19', now)).toBe('该再看了')
    expect(dueWords('2026-11-21', now)).toBe('明天再来')
    expect(dueWords('2026-12-01', now)).toBe('12 月 1 日再来')
    expect(inARowWords(0)).toBe('连着对 3 次就出本')
    expect(inARowWords(2)).toBe('连着对了 2 次，再对 1 次就出本')
  })
  it('is what is left before handing in', () => {
    expect(handInWords({ open: 2, flagged: 1 })).toBe('还有 2 处没答，1 处想再看。交了就不能再改。')
    expect(handInWords({ open: 0, flagged: 0 })).toBe('都答了。交了就不能再改。')
  })
  it('is that leaving the page was counted, and costs nothing', () => {
    expect(leavesWords(0)).toBeNull()
    expect(leavesWords(2)).toBe('离开过这一页 2 次，记下了；只作说明，不扣分')
  })
})

describe('today’s five', () => {
  const question = {} as never
  const told = (right: boolean) => ({ right }) as never
  it('is waiting, begun or done', () => {
    const questions = [question, question, question, question, question]
    expect(todayWords({ questions, told: [] })).toBe('今天的 5 题还没做')
    expect(todayWords({ questions, told: [told(true), told(false)] })).toBe('今天做了 2 题，还有 3 题')
    expect(todayWords({ questions, told: [true, true, false, true, true].map(told) })).toBe('今天做完了，5 题对了 4 题')
    expect(todayWords({ questions, told: [true, true, true, true, true].map(told) })).toBe('今天做完了，5 题全对')
  })
})

describe('the places of a paper', () => {
  const asked = (at: number) => ({
    slot: `${String(at).repeat(32)}:p1` as Slot,
    kind: 'single' as const,
    stem: '？',
    options: ['甲', '乙'],
    marks: 1,
  })
  const places = placesOf([
    { kind: 'single', story: null, parts: [asked(1)] },
    { kind: 'case', story: '某科……', parts: [asked(2), asked(3)] },
  ])
  it('number the questions, and those about a case within it', () => {
    expect(places.map(({ number }) => number)).toEqual(['1', '2-1', '2-2'])
    expect(places[2]?.case).toEqual({ story: '某科……', part: 2 })
  })
  it('are counted by what stands to them', () => {
    const standings = new Map([
      [asked(1).slot, { chosen: [0], flagged: true }],
      [asked(2).slot, { chosen: [], flagged: true }],
    ])
    expect(countsOf(places, standings)).toEqual({ answered: 1, open: 2, flagged: 2 })
  })
  it('are named by questions in a group, as the question itself is, however many parts a case has', () => {
    expect(rangeOf(places, { from: 0, to: 3 })).toBe('1–2')
    expect(rangeOf(places, { from: 1, to: 3 })).toBe('2')
  })
  it('stand in groups of three rows, the last as long as it is', () => {
    expect(groupsOf(18)).toEqual([{ from: 0, to: 18 }])
    expect(groupsOf(30)).toEqual([
      { from: 0, to: 18 },
      { from: 18, to: 30 },
    ])
  })
})

describe('a quiz that is sat together', () => {
  it('is turned page by page to its end', () => {
    expect(stepAfter({ stage: { kind: 'waiting' }, questions: 2 })).toEqual({ kind: 'asking', at: 0 })
    expect(stepAfter({ stage: { kind: 'asking', at: 0 }, questions: 2 })).toEqual({ kind: 'shown', at: 0 })
    expect(stepAfter({ stage: { kind: 'shown', at: 0 }, questions: 2 })).toEqual({ kind: 'asking', at: 1 })
    expect(stepAfter({ stage: { kind: 'shown', at: 1 }, questions: 2 })).toEqual({ kind: 'ended' })
    expect(stepAfter({ stage: { kind: 'ended' }, questions: 2 })).toBeNull()
  })
  it('is joined by a code as it is typed, or by the address in a square', () => {
    expect(joinCodeIn('482 913')).toBe('482913')
    expect(joinCodeIn('https://hospital.example/#/packages/learning/live/index?code=482913')).toBe('482913')
    expect(joinCodeIn('48291')).toBeNull()
    expect(joinCodeIn('')).toBeNull()
  })
  it('lists what was right of a question only where enough answered it', () => {
    expect(resultWords({ answered: 7, right: 5 })).toBe('7 人里 5 人答对')
    expect(resultWords({ answered: 4, right: null })).toBe('4 人答了，人少不列对错')
    expect(resultWords({ answered: 0, right: null })).toBe('没有人答')
  })
  it('tells each in the room what to wait for', () => {
    const own = { right: 2, asked: 3 }
    const asked = { question: {} as never, explained: null }
    expect(handWords({ stage: { kind: 'asking', at: 0 }, asked: { ...asked, chosen: [] }, own })).toMatch(/^请选好/)
    expect(handWords({ stage: { kind: 'asking', at: 0 }, asked: { ...asked, chosen: [1] }, own })).toMatch(/^答好了/)
    expect(handWords({ stage: { kind: 'ended' }, asked: null, own })).toBe('这一场结束了，3 题您对了 2 题')
  })
})

describe('an exam that was sat', () => {
  it('says what of this device is not in it, and who took it in', () => {
    expect(unheardWords({ how: 'by_hand' }, 3)).toMatch(/^这份卷已经在另一台设备上交了，.*3 处没有算进去/)
    expect(unheardWords({ how: 'time_up' }, 1)).toMatch(/^收卷的时候，.*1 处没有送到/)
  })
  it('says that it was cancelled, why, and that its score counts for nothing', () => {
    expect(howWords({ how: 'cancelled' })).toBe('考试取消，按存好的答案收卷')
    expect(cancelledWords('第三题印错了')).toBe('这场考试取消了：第三题印错了。考过的分数不算，请等新的通知。')
  })
  const best = { no: 1, earned: 9, possible: 10, passed: true }
  it.each([
    ['over', { phase: 'over', best }, 1],
    ['without an attempt left, told at once', { keysShown: 'at_once', used: 2, best }, 1],
    ['with an attempt left', { keysShown: 'at_once', used: 1, best }, 0],
    ['still open to others', { used: 2, best }, 0],
    ['all right', { phase: 'over', best: { ...best, earned: 10 } }, 0],
    ['missed', { phase: 'over' }, 0],
    ['cancelled', { phase: 'cancelled', keysShown: 'at_once', used: 2, best }, 0],
    ['cancelled, when it would have closed', { phase: 'cancelled', closesAt: now, best }, 1],
  ] as const)('%s stands in the book of mistakes or not', (_, news, listed) => {
    expect(examsWithMistakes([aCard(news as Partial<ExamCard>)])).toHaveLength(listed)
  })
  it('says when its answers are told, and names a single day once', () => {
    expect(toldWords(aCard())).toBe('对错和依据，等考试结束后再看。')
    expect(toldWords(aCard({ keysShown: 'at_once', attempts: 1 }))).toMatch(/^交卷就能看/)
    expect(toldWords(aCard({ keysShown: 'at_once' }))).toMatch(/^次数用完或者考试结束/)
    expect(windowWords(aCard(), now)).toBe('11 月 20 日 9:00 到 11:00')
    const nextDay = aCard({ closesAt: (now + 24 * HOUR_MS) as Instant })
    expect(windowWords(nextDay, now)).toBe('11 月 20 日 9:00 到 11 月 21 日 10:00')
  })
  it('leaves a finished day with what tomorrow begins with', () => {
    expect(tomorrowWords({ due: 0 })).toBe('明天再来五题。')
    expect(tomorrowWords({ due: 3 })).toBe('明天再来五题，先问错题本里到了日子的 3 题。')
  })
})

describe('a learning record', () => {
  const record: LearningRecord = {
    number: 'QJ-118' as StaffNumber,
    name: '顾清和',
    departmentName: '呼吸与危重症医学科',
    groups: [],
    year: '2026',
    practised: { days: 12, answered: 60, right: 51 },
    exams: [
      {
        examId: 'e'.repeat(32) as ExamId,
        title: '三季度应知应会',
        purpose: 'quarterly',
        standing: 'passed',
        on: '2026-09-08',
        earned: 44,
        possible: 50,
      },
    ],
    live: [],
    pledges: [{ title: '廉洁从业承诺', number: 1, signedOn: '2026-03-02' }],
    lessons: [{ title: '廉晨课：第六条', on: '2026-11-20', presence: 'there' }],
    certificates: [],
    appointment: null,
  }
  it('lists what goes on first, then the newest', () => {
    expect(learnedIn(record).map(({ title, end }) => [title, end])).toEqual([
      ['每日五题', '60 题'],
      ['廉晨课：第六条', '到了'],
      ['三季度应知应会', '合格'],
      ['《廉洁从业承诺》第 1 版', '已签'],
    ])
    expect(learnedIn(record)[2]?.detail).toBe('9 月 8 日，44 分，满分 50，得分率 88%')
  })
  it('tells the office on which days, and nothing of what was right', () => {
    const live = { title: '早会答题', on: '2026-11-19' as const }
    const own = { ...record, live: [{ ...live, right: 3, asked: 5 }] }
    const read = { ...record, practised: { days: 12 }, live: [live] }
    expect(learnedIn(own).find(({ on }) => on === live.on)?.end).toBe('5 题对 3 题')
    expect(learnedIn(own)[0]?.detail).toBe('做了 12 天，60 题对 51 题')
    expect(learnedIn(read).find(({ on }) => on === live.on)?.end).toBe('到了')
    expect(learnedIn(read)[0]).toMatchObject({ title: '每日五题', detail: '', end: '做了 12 天' })
    expect(recordWords(read)).toBe(recordWords(own))
  })
  it('is summed up in a sentence, also of nothing', () => {
    expect(recordWords(record)).toBe('练了 12 天，考试合格 1 场，参加活动 1 次')
    const nothing = { ...record, practised: { days: 0, answered: 0, right: 0 }, exams: [], lessons: [] }
    expect(recordWords(nothing)).toBe('2026 年还没有记录')
  })
  it('keeps apart what is still to be sat', () => {
    const [passed] = record.exams
    const ahead = { ...(passed as (typeof record.exams)[number]), title: '四季度应知应会', on: null, earned: null }
    const both = { ...record, exams: [...record.exams, { ...ahead, standing: 'not_begun' as const }] }
    expect(learnedIn(both)).toEqual(learnedIn(record))
    expect(aheadWords(both)).toBe('还有 1 场没考：四季度应知应会。')
    expect(aheadWords(record)).toBeNull()
    const failed = { ...record, exams: [{ ...ahead, standing: 'failed' as const }] }
    expect(recordWords(failed)).toBe('练了 12 天，考了 1 场，还没合格，参加活动 1 次')
  })
  it('is handed over as rows, with whose it is', () => {
    const rows = recordRows(record)
    expect(rows[1]).toEqual(['姓名', '顾清和', '工号 QJ-118', '呼吸与危重症医学科'])
    expect(rows).toContainEqual(['学过的', '三季度应知应会', '9 月 8 日，44 分，满分 50，得分率 88%', '合格'])
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([4]))
  })
  it('goes back some years', () => {
    expect(yearsBack('2026-11-20')).toEqual(['2026', '2025', '2024'])
  })
})

describe('a checked certificate', () => {
  it('says when it was taken back', () => {
    expect(provenWords({ standing: 'valid' }).tone).toBe('done')
    expect(provenWords({ standing: 'withdrawn' })).toEqual({
      tone: 'wait',
      text: '这张合格证发过，后来收回了，现在不算合格。',
    })
  })
})
