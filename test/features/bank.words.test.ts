import { Instant } from '#domain/instant'
import { QuestionView } from '#domain/integrity/question.contract'
import { OptionId } from '#domain/integrity/question.model'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  bankHeadline,
  bankHint,
  discriminationInWords,
  figuresInWords,
  lureOf,
  misleadingInWords,
  nextInWords,
  pathEntries,
  percentInWords,
  placeInWords,
  rowStanding,
  savingInWords,
} from '../../src/features/bank/bank.words'

const now = v.parse(Instant, Date.UTC(2026, 10, 20, 1))

const aView = (about: Partial<QuestionView> = {}): QuestionView => ({
  ...v.parse(QuestionView, {
    id: 'a'.repeat(32),
    rev: 3,
    number: 131,
    content: {
      kind: 'single',
      topic: 'complaints',
      difficulty: 3,
      evidence: 'M',
      stem: '多个科室一起办的投诉，几个工作日内反馈？',
      options: [
        { id: 'a', text: '5 个工作日' },
        { id: 'b', text: '10 个工作日' },
      ],
      key: ['b'],
      fixedOrder: true,
      point: '',
      explanation: '按办法的一般要求。',
      practice: '',
      rule: { document: '医疗机构投诉管理办法', article: '处理时限' },
    },
    state: 'review',
    versions: 1,
    inUse: 1,
    changedAt: now,
    writers: [{ name: '陆', mine: true }],
    confirmed: null,
    sentBack: null,
    retired: null,
    acts: ['confirm'],
    unfinished: [],
    nearly: [],
    asked: 412,
    facility: 41,
    discrimination: -7,
    use: [
      {
        part: 'p1',
        group: 111,
        options: [
          { option: 'a', all: 260, high: 58, low: 36 },
          { option: 'b', all: 152, high: 41, low: 49 },
        ],
      },
    ],
  }),
  ...about,
})

describe('the bank in one sentence', () => {
  it('names first what teaches the wrong thing, then what waits', () => {
    expect(bankHeadline({ all: 186, misleading: 1, review: 6 })).toBe('186 道题，1 道越会的人越错')
    expect(bankHeadline({ all: 186, misleading: 0, review: 6 })).toBe('186 道题，6 道等复核')
    expect(bankHeadline({ all: 186 })).toBe('186 道题')
    expect(bankHeadline({})).toBe('题库还是空的')
    expect(bankHint({ all: 186, unconfirmed: 15 })).toBe('已核原文 171，待核 15；待核的不会被抽到。')
  })
})

describe('figures of a question', () => {
  it('are a correlation with a minus that can be seen, and per cents', () => {
    expect(discriminationInWords(-7)).toBe('−0.07')
    expect(discriminationInWords(34)).toBe('0.34')
    expect(percentInWords(41)).toBe('41.0')
  })

  it('say why they are missing', () => {
    expect(figuresInWords({ state: 'published', asked: 24, discrimination: null })).toBe('不足 30 人，不算')
    expect(figuresInWords({ state: 'published', asked: 30, discrimination: null })).toBe('—')
    expect(figuresInWords({ state: 'review', asked: 0, discrimination: null })).toBe('等第二人复核')
  })
})

describe('a question that the better ones miss', () => {
  it('names the wrong option that lures them', () => {
    const { use } = aView()
    const [own] = use ?? []
    expect(own && lureOf(own, [v.parse(OptionId, 'b')])).toBe('a')
    expect(misleadingInWords(aView())).toBe(
      '高分的人多选“5 个工作日”：多半是题没说清按哪个规定，不是人不会。先停用，改好再用。',
    )
  })

  it('names none where no option stands out', () => {
    expect(misleadingInWords(aView({ use: null }))).toContain('多半是题有歧义或者答案定错了')
  })
})

describe('where a question stands', () => {
  it('is told with its number, kind, topic and difficulty', () => {
    expect(placeInWords(aView())).toBe('T-0131 · 单选 · 投诉管理 · 难')
    expect(rowStanding({ state: 'draft', inUse: 1 })).toBe('在用，正在改')
    expect(rowStanding({ state: 'draft', inUse: null })).toBe('在写')
  })

  it('waits for its rule to be read before anybody decides about it', () => {
    expect(nextInWords(aView())).toBe('先找到条款原文核一遍，再定用不用')
    expect(nextInWords(aView({ acts: ['write'] }))).toBe('等没有动过这一题的同事核原文')
    expect(pathEntries(aView(), now).map(({ state }) => state)).toEqual(['done', 'now', 'to-come'])
    const confirmed = { by: { name: '贺', mine: false }, at: now, source: '官网原文第三章' }
    const read = aView({ confirmed, acts: ['publish', 'sendBack'] })
    expect(nextInWords(read)).toBe('答案和条款各看一遍，定用不用')
    expect(pathEntries(read, now).map(({ state }) => state)).toEqual(['done', 'done', 'now'])
    expect(pathEntries(read, now)[1]?.when).toBe('11 月 20 日 9:00，贺：官网原文第三章')
    expect(nextInWords(aView({ confirmed, acts: [] }))).toBe('等没有动过这一题的同事复核')
  })
})

describe('what is being saved', () => {
  it('is told with where it is meanwhile', () => {
    expect(savingInWords({ status: 'offline' })).toBe('没连上网。改动在这台设备上，连上了自己会存')
    expect(savingInWords({ status: 'failed', code: 'system.busy' })).toContain('改动在这台设备上')
  })
})
