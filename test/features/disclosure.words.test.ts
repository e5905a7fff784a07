import {
  aroundFound,
  boardWords,
  countsOf,
  lateHead,
  lateWords,
  promiseWords,
  rhythmWords,
  sizeWords,
  waitingWords,
} from '../../src/features/disclosures/disclosure.words'
import { rateWords } from '../../src/features/disclosures/desk.words'
import { timelinessSheet } from '../../src/features/disclosures/disclosure.sheet'
import type { Instant } from '#domain/instant'
import { describe, expect, it } from 'vitest'

const NOW = Date.parse('2026-11-20T02:00:00Z') as Instant

const aSlot = (about: object = {}) => ({
  standing: 'overdue' as const,
  dueOn: '2026-11-12' as string | null,
  undated: false,
  late: 6 as number | null,
  promisedOn: null as string | null,
  ownerName: '采购办' as string | null,
  lastOn: null,
  lastTitle: null,
  everyMonths: null,
  withinWorkingDays: 20,
  ...about,
})

describe('a slot in words', () => {
  it('says how late it is, and who promised what', () => {
    expect(lateHead(aSlot(), NOW)).toBe('采购办 · 应于 11 月 12 日更新')
    expect(lateWords(aSlot(), NOW)).toBe('已晚 6 个工作日，还没有说明')
    expect(lateWords(aSlot({ promisedOn: '2026-11-27' }), NOW)).toBe('已晚 6 个工作日，采购办答应 11 月 27 日补上')
    expect(lateWords(aSlot({ late: null, ownerName: null }), NOW)).toBe('已过期限，还没有说明')
  })
  it('says by when a change is public, and that nobody knows yet', () => {
    expect(waitingWords(aSlot({ dueOn: '2026-11-27' }), NOW)).toBe('有变化，11 月 27 日前公开')
    expect(waitingWords(aSlot({ dueOn: null, undated: true }), NOW)).toBe('有变化，放假安排公布以后定最晚哪天公开')
  })
  it('says its rhythm from its settings', () => {
    expect(rhythmWords({ withinWorkingDays: 15, everyMonths: null })).toBe('有变化的，15 个工作日内公开')
    expect(rhythmWords({ withinWorkingDays: 20, everyMonths: 12 })).toBe(
      '有变化的，20 个工作日内公开；每年至少更新一次',
    )
  })
})

describe('the board in words', () => {
  const words = (standings: string) => {
    // W: a change is announced in a slot that was never public.
    const kinds = { o: 'overdue', w: 'waiting', W: 'waiting', c: 'current', n: 'never' } as const
    const slots = Array.from(standings, (letter) => ({
      standing: kinds[letter as keyof typeof kinds],
      lastOn: /[nW]/.test(letter) ? null : '2026-11-02',
    }))
    const { before, overdue, after } = boardWords(countsOf(slots))
    return before + overdue + after
  }
  it('adds up and hides nothing', () => {
    expect(words('cccw')).toBe('4 项里，4 项按时更新。')
    expect(words('ccoo')).toBe('4 项里，2 项按时更新，2 项逾期。')
    expect(words('cown')).toBe('4 项里，2 项按时更新，1 项逾期，1 项还没有公开过。')
    expect(words('cn')).toBe('2 项里，1 项按时更新，1 项还没有公开过。')
    expect(words('cnW')).toBe('3 项里，1 项按时更新，2 项还没有公开过。')
  })
})

describe('how soon changes are shown', () => {
  it('is a number only where it is the same for all', () => {
    const slots = (...days: number[]) => promiseWords(days.map((withinWorkingDays) => ({ withinWorkingDays })))
    expect(slots(20, 20)).toBe('有变动的，20 个工作日内更新。')
    expect(slots(20, 10)).toBe('有变动的，按各项写明的工作日更新。')
    expect(slots()).toBe('')
  })
})

describe('what was looked for', () => {
  it('stands out in its title, once', () => {
    expect(aroundFound('轮椅采购结果', '采购')).toEqual({ before: '轮椅', found: '采购', after: '结果' })
    expect(aroundFound('PDF 说明', 'pdf')).toEqual({ before: '', found: 'PDF', after: ' 说明' })
    expect(aroundFound('轮椅', '采购')).toEqual({ before: '轮椅', found: '', after: '' })
  })
})

describe('公开及时率 in words', () => {
  it('is nothing where nothing was due', () => {
    expect([rateWords({ inTime: 0, due: 0 }), rateWords({ inTime: 7, due: 8 })]).toEqual([null, '87.5%'])
  })
  it('goes into a table with both numbers and every row', () => {
    const row = {
      id: null,
      slot: 'prices' as const,
      slotName: '医疗服务价格',
      ownerName: '物价办',
      title: '',
      occurredOn: null,
      dueOn: '2026-11-12',
      publishedOn: null,
      inTime: false,
    }
    const figures = {
      hospitalName: '青衿市人民医院',
      inTime: 0,
      due: 1,
      undated: 0,
      through: '2026-11-21',
      rows: [row],
    }
    expect(timelinessSheet(figures, '今年').rows).toEqual([
      ['今年，数到 2026-11-21'],
      ['按时公开', 0, '应当公开', 1, '及时率', '0.0%'],
      [],
      ['事项', '责任科室', '内容', '形成或变更', '最晚公开', '公开日期', '按时'],
      ['医疗服务价格', '物价办', '到了更新的日子', '', '2026-11-12', '还没有', '否'],
    ])
  })
  it('tells the size of a file', () => {
    expect([sizeWords(10), sizeWords(1500), sizeWords(1.25 * 1024 * 1024)]).toEqual(['1 KB', '1 KB', '1.3 MB'])
  })
})
