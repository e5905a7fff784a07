import type { Act, CaseDetail, CaseRow } from '#domain/complaint/case.contract'
import { CaseDetail as CaseDetailSchema } from '#domain/complaint/case.contract'
import { type Sorting } from '#domain/complaint/complaint.model'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { emptyDraft } from '../../src/features/complaint/case.drafts'
import { sortingOf } from '../../src/features/complaint/case.sorting'
import { keysFor } from '../../src/features/complaint/case.keys'
import { besides, groupedByDeadline, inDeskOrder, matching } from '../../src/features/complaint/case.order'
import {
  actKeys,
  channelOf,
  describeCase,
  eventInWords,
  isInside,
  marksOf,
  nextOf,
  otherActs,
  plainWordHints,
  standing,
  whenInWords,
  whyNot,
} from '../../src/features/complaint/case.words'
import { beijing } from '../builders/complaint.builder'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const now = beijing('2026-11-20T10:00:00')
const id = (digit: string) => digit.repeat(32)
const at = beijing('2026-11-18T09:43:00')

const aCase = (about: Partial<v.InferInput<typeof CaseDetailSchema>> = {}): CaseDetail =>
  v.parse(CaseDetailSchema, {
    id: id('a'),
    rev: 0,
    place: '住院部 12 层东病区',
    kind: 'complaint',
    category: 'F',
    urgent: false,
    careSetting: 'inpatient',
    channel: 'miniprogram',
    status: 'accepted',
    stage: 'open',
    receivedAt: at,
    dueAt: beijing('2026-11-25T23:59:59'),
    selector: '40731862',
    opening: '问了三次，都说等着。',
    departmentName: '呼吸科',
    assigneeName: null,
    named: false,
    asked: false,
    answered: false,
    happenedOn: null,
    forWhom: 'self',
    healthConsent: false,
    textSafety: 'not_sent',
    finding: null,
    assigneeId: null,
    departmentId: '03.01',
    text: '问了三次，都说等着。',
    contactName: null,
    photos: [],
    replyWithinWorkingDays: 5,
    replyDays: ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'],
    events: [],
    people: { S1: '沈', S3: '顾' },
    departments: [
      { id: '03.01', name: '呼吸科', retired: false },
      { id: 'F04', name: '营养膳食科', retired: false },
    ],
    extendTo: null,
    acts: [],
    silentFrom: null,
    ...about,
  })

const UNDER_WAY: Act[] = ['assign', 'ask', 'find', 'extend', 'sort', 'note']

describe('the next act', () => {
  it.each<[string, Partial<v.InferInput<typeof CaseDetailSchema>>, Act | null]>([
    ['of a new case is to accept it', { status: 'submitted', acts: ['accept', 'extend', 'sort', 'note'] }, 'accept'],
    ['of a doubted text is to read it', { acts: ['release', ...UNDER_WAY] }, 'release'],
    ['of nobody’s case is to give it to somebody', { acts: UNDER_WAY }, 'assign'],
    ['of somebody’s case is the finding', { assigneeName: '顾', acts: UNDER_WAY }, 'find'],
    ['of a case handler is the finding', { assigneeName: '顾', acts: ['ask', 'find', 'note'] }, 'find'],
    ['is the office’s once the handler has found', { finding: 'founded', acts: ['ask', 'find', 'note'] }, null],
    ['after the finding is the reply', { finding: 'founded', acts: ['reply', ...UNDER_WAY] }, 'reply'],
    ['of praise is the reply', { kind: 'praise', category: null, acts: ['reply', ...UNDER_WAY] }, 'reply'],
    ['is the complainant’s after the reply', { stage: 'answered', status: 'replied', silentFrom: now }, null],
    ['is to file it away when it can be', { status: 'replied', silentFrom: at, acts: ['close', 'note'] }, 'close'],
  ])('%s', (_, about, act) => {
    expect(nextOf(aCase(about), now).act).toBe(act)
  })

  it('says when the answer is due, and that it is late', () => {
    const reply = { finding: 'founded' as const, acts: ['reply' as const] }
    expect(nextOf(aCase(reply), now).what).toBe('11 月 25 日前，把核查结果写给投诉人')
    expect(nextOf(aCase(reply), beijing('2026-11-27T10:00:00')).what).toBe('已超期 2 天，今天就把核查结果写给投诉人')
  })

  it('is not offered a second time among the others, and what is not offered is not there', () => {
    expect(otherActs(aCase({ acts: UNDER_WAY }), 'assign')).toEqual(['find', 'ask', 'note', 'extend', 'sort'])
  })
})

describe('where the days stand', () => {
  it.each([
    ['2026-11-18T20:00:00', '还有 5 个工作日，共 5 个'],
    ['2026-11-21T10:00:00', '还有 3 个工作日，共 5 个'],
    ['2026-11-20T10:00:00', '第 2 个工作日，共 5 个'],
    ['2026-11-25T23:59:00', '第 5 个工作日，今天到期'],
    ['2026-11-26T00:00:00', '已超期 1 天'],
  ])('at %s: %s', (when, words) => {
    expect(standing(aCase(), beijing(when))).toBe(words)
  })

  it('is a word once the office is done, and honest without a calendar', () => {
    expect(standing(aCase({ stage: 'answered', status: 'replied' }), now)).toBe('已答复')
    expect(standing(aCase({ dueAt: null, replyDays: null }), now)).toBe('期限待放假安排公布')
  })
})

describe('the history', () => {
  const by = { id: id('1'), at, by: 'S1' }
  const detail = aCase({
    events: [
      { ...by, kind: 'asked', text: '哪一天？' },
      { id: id('2'), at, kind: 'answered', text: '周三', photos: [] },
      { id: id('3'), at, kind: 'answered', text: '还有一句', photos: [] },
      { ...by, id: id('4'), kind: 'assigned', to: 'S3' },
      { ...by, id: id('5'), kind: 'noted', text: '已电话联系' },
      { ...by, id: id('6'), kind: 'contact_seen' },
    ],
  })

  it('tells an answer from something added, and names colleagues', () => {
    expect(detail.events.map((event) => eventInWords(event, detail))).toEqual([
      '问投诉人',
      '投诉人答',
      '投诉人补充',
      '交给 顾 核查',
      '记一笔',
      '看了联系电话',
    ])
  })

  it('says what only colleagues see; that the number was looked at, the complainant can see', () => {
    expect(detail.events.map(isInside)).toEqual([false, false, false, false, true, false])
  })

  it('marks what appeared while one was looking', () => {
    const [asked] = detail.events
    expect(asked && whenInWords(asked, detail.people, now, true)).toBe('刚刚　11 月 18 日 9:43　沈')
  })
})

describe('a corrected case', () => {
  type Sorted = Partial<v.InferInput<typeof Sorting>>
  const was = { category: 'A', urgent: false, careSetting: 'inpatient', departmentId: '03.01' } as const
  const sorted = (after: Sorted, before: Sorted): string => {
    const event = {
      id: id('7'),
      at,
      by: 'S1',
      kind: 'sorted' as const,
      ...was,
      ...after,
      before: { ...was, ...before },
    }
    const detail = aCase({ events: [event] })
    return detail.events.map((one) => eventInWords(one, detail)).join()
  }

  it.each<[Sorted, Sorted, string]>([
    [{ departmentId: 'F04' }, {}, '科室从“呼吸科”改到“营养膳食科”'],
    [{ departmentId: null }, {}, '科室从“呼吸科”改到“不归某个科室”'],
    [{ departmentId: 'F04' }, { departmentId: null }, '科室从“不归某个科室”改到“营养膳食科”'],
    [{ careSetting: 'other' }, {}, '环节从“住院”改到“其他”'],
    [{ category: 'G', urgent: true }, {}, '分类从“服务态度”改到“环境和后勤”，改成可能影响健康'],
    [{}, { urgent: true }, '改成不影响健康'],
    [{}, {}, '看过分类，没有改'],
    [{ departmentId: '99' }, {}, '科室从“呼吸科”改到“99”'],
  ])('%j after %j: %s', (after, before, words) => {
    expect(sorted(after, before)).toBe(words)
  })

  it('of before this was told says where it was put', () => {
    const event = { id: id('7'), at, by: 'S1', kind: 'sorted' as const, category: 'G' as const, urgent: true }
    const detail = aCase({ events: [event] })
    expect(detail.events.map((one) => eventInWords(one, detail))).toEqual(['分到 环境和后勤，可能影响健康'])
    const praise = aCase({ events: [{ ...event, category: null, urgent: false }] })
    expect(praise.events.map((one) => eventInWords(one, praise))).toEqual(['重新分拣'])
  })

  it('takes what was chosen, and the rest as it is', () => {
    const detail = aCase()
    const stored = { category: 'F', urgent: false, careSetting: 'inpatient', departmentId: '03.01' }
    const chosen = (about: object) => sortingOf({ ...emptyDraft, ...about }, detail)
    expect(chosen({})).toEqual(stored)
    expect(chosen({ careSetting: 'other', urgent: true })).toEqual({ ...stored, careSetting: 'other', urgent: true })
    expect(chosen({ department: { belongs: false, typed: '呼吸科', id: null } })).toEqual({
      ...stored,
      departmentId: null,
    })
    expect(chosen({ department: { belongs: true, typed: '营养膳食科', id: 'F04' } })).toEqual({
      ...stored,
      departmentId: 'F04',
    })
    expect(chosen({ department: { belongs: true, typed: '膳', id: null } })).toBeNull()
  })
})

describe('how a case came in', () => {
  it('is said where it was not by a code', () => {
    expect(channelOf({ channel: 'miniprogram' })).toBeNull()
    expect(channelOf({ channel: '12345' })).toBe('12345 热线')
    expect(describeCase(aCase())).toBe('呼吸科 · 流程效率 · 住院 · 不留名')
    expect(describeCase(aCase({ channel: 'letter', departmentName: null }))).toBe(
      '全院 · 流程效率 · 住院 · 信函 · 不留名',
    )
  })
})

describe('what an act still wants', () => {
  it.each<[Act, object, string | null]>([
    ['assign', {}, '请先选一位同事'],
    ['find', { text: '看了记录' }, '请先选一个认定'],
    ['find', { finding: 'founded' }, '请先写几句'],
    ['find', { finding: 'founded', text: '看了记录' }, null],
    ['ask', { text: '  ' }, '请先写几句'],
    ['ask', { text: '字'.repeat(1001) }, '多了 1 字，请删去一些'],
    ['ask', { text: '字'.repeat(1000) }, null],
    ['reply', { text: '好的。' }, '再写几个字，至少 5 个字'],
    ['reply', { text: '我们查过了。' }, null],
    ['close', {}, null],
    ['sort', {}, null],
    ['sort', { department: { belongs: false, typed: '膳', id: null } }, null],
    ['sort', { department: { belongs: true, typed: '膳', id: null } }, '没有这个科室，请在列出来的里面点一个'],
    ['sort', { department: { belongs: true, typed: '营养膳食科', id: 'F04' } }, null],
  ])('%s with %o: %s', (act, written, missing) => {
    expect(whyNot(act, { ...emptyDraft, ...written })).toBe(missing)
  })
})

describe('a reply in plain words', () => {
  it('is hinted at phrase by phrase', () => {
    expect(plainWordHints('经核实，贵方反映的问题……')).toEqual(['“贵方”：写“您”', '“经核实”：写“我们查了”'])
    expect(plainWordHints('我们查了，是我们没讲清楚，对不起。')).toEqual([])
  })
})

describe('the keys', () => {
  it('are one for each act and none of those that walk', () => {
    const keys = Object.values(actKeys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => 'jku'.includes(key))).toEqual([])
  })

  it('are printed for what is offered', () => {
    expect(keysFor(['accept', 'note'], false).map(({ name }) => name)).toEqual([
      '下一件、上一件',
      '受理',
      '记一笔',
      '全部快捷键',
    ])
    expect(keysFor(['accept'], true).map(({ name }) => name)).toEqual(['送出', '先放着，写的还在'])
  })
})

describe('the order of the desk', () => {
  const row = (digit: string, dueAt: string | null, urgent = false): CaseRow =>
    aCase({ id: id(digit), dueAt: dueAt === null ? null : beijing(dueAt), urgent, selector: digit.repeat(8) })
  const rows = [
    row('1', '2026-11-18T23:59:59'),
    row('2', '2026-11-20T23:59:59'),
    row('3', '2026-11-20T23:59:59', true),
    row('4', '2026-11-24T23:59:59'),
    row('5', null),
  ]
  const digits = (some: readonly CaseRow[]) => some.map(({ selector }) => selector[0]).join('')

  it('is by deadline, what may harm health first among its own', () => {
    expect(digits(inDeskOrder(rows, now))).toBe('13254')
    expect(groupedByDeadline(rows, now).map(({ group }) => group)).toEqual(['overdue', 'today', 'undated', 'later'])
  })

  it('is walked from end to end, and goes on where a case has left the list', () => {
    expect(besides(rows, null, 0, 1)?.id).toBe(id('1'))
    expect(besides(rows, id('1'), 0, -1)).toBeNull()
    expect(besides(rows, id('5'), 4, 1)).toBeNull()
    expect(besides(rows, id('f'), 2, 1)?.id).toBe(id('3'))
    expect(besides(rows, id('f'), 2, -1)?.id).toBe(id('2'))
    expect(besides(rows, id('f'), 9, 1)?.id).toBe(id('5'))
    expect(besides([], id('f'), 0, 1)).toBeNull()
  })

  it('is searched by number and by first words', () => {
    expect(digits(matching(rows, '3333 3333'))).toBe('3')
    expect(digits(matching(rows, '３３'))).toBe('3')
    expect(matching(rows, '问了三次')).toHaveLength(5)
    expect(matching(rows, '停车')).toEqual([])
    expect(matching(rows, '  ')).toHaveLength(5)
  })

  it('carries marks in words', () => {
    expect(marksOf(aCase({ urgent: true, status: 'submitted', asked: true }))).toEqual([
      '可能影响健康',
      '待受理',
      '等投诉人答',
    ])
    expect(marksOf(aCase({ status: 'reopened', answered: true }))).toEqual(['要求再查'])
    expect(marksOf(aCase({ answered: true }))).toEqual(['有新补充'])
  })
})
