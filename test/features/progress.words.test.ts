import type { Progress } from '#domain/complaint/progress.contract'
import { Selector } from '#domain/complaint/receipt'
import { PhotoId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  exportInWords,
  maskedPhone,
  ownCaseByReceipt,
  ownCaseOf,
  withoutDoubles,
} from '../../src/features/complaint/my-data.words'
import { headline, silenceInWords, standingReply, story } from '../../src/features/complaint/progress.words'
import { stepWants } from '../../src/features/complaint/step.words'
import { EventId } from '#domain/ids'
import { beijing } from '../builders/complaint.builder'

const now = beijing('2026-11-20T10:00:00')
const dueAt = beijing('2026-11-25T23:59:59.999')
const photo = (digit: string) => v.parse(PhotoId, digit.repeat(32))

const aProgress = (about: Partial<Progress> = {}): Progress => ({
  selector: v.parse(Selector, '40731862'),
  hospitalName: '青衿市人民医院',
  place: '住院部 12 层东病区',
  kind: 'complaint',
  category: 'F',
  careSetting: 'inpatient',
  happenedOn: null,
  forWhom: 'relative',
  text: '问了三次，都说等着。',
  named: false,
  healthConsent: false,
  photos: [],
  status: 'submitted',
  finding: null,
  receivedAt: beijing('2026-11-18T09:43:00'),
  replyWithinWorkingDays: 5,
  dueAt,
  replyDays: ['2026-11-19', '2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'],
  events: [{ kind: 'submitted', at: beijing('2026-11-18T09:43:00') }],
  steps: ['add', 'withdraw'],
  silentFrom: null,
  whenLate: '0000-555-0120',
  reminderTemplateId: null,
  contactSeen: [],
  ...about,
})

const replied = (at: string): Progress =>
  aProgress({
    status: 'replied',
    finding: 'founded',
    steps: ['confirm', 'reopen', 'rate', 'withdraw'],
    silentFrom: beijing('2026-12-01T16:10:00'),
    events: [
      { kind: 'submitted', at: beijing('2026-11-18T09:43:00') },
      { kind: 'replied', at: beijing(at), finding: 'founded', text: '您说的属实。' },
    ],
  })

describe('what the progress page says first', () => {
  it.each<[string, Progress, string, string]>([
    ['days that are left', aProgress(), '还有 4 个工作日', '最晚 11 月 25 日（周三）答复'],
    [
      'a date not published',
      aProgress({ dueAt: null, replyDays: null }),
      '5 个工作日内答复您',
      '5 个工作日内（具体日期待 2027 年放假安排公布）',
    ],
    ['an answer a day early', replied('2026-11-24T16:10:00'), '有答复了', '11 月 24 日 16:10，比期限早 1 天'],
    ['an answer on the day', replied('2026-11-25T16:10:00'), '有答复了', '11 月 25 日 16:10，在期限当天'],
    ['an answer that came late', replied('2026-11-27T09:00:00'), '有答复了', '11 月 27 日 9:00，晚了 2 天'],
    ['what was taken back', aProgress({ status: 'withdrawn' }), '您已撤回', '这一件不再办了。您说的仍按规定存档。'],
  ])('%s', (_, progress, title, hint) => {
    expect(headline(progress, now)).toEqual({ title, hint })
  })

  it('is that the day has passed, once it has', () => {
    expect(headline(aProgress(), beijing('2026-11-26T00:00:00')).title).toBe('已过答复日')
    expect(headline(aProgress(), beijing('2026-11-25T12:00:00')).title).toBe('最后一个工作日')
  })
})

describe('the story of a case', () => {
  it('ends in what comes next, by when', () => {
    expect(story(aProgress(), now).map(({ what, state }) => [what, state])).toEqual([
      ['您提交了', 'done'],
      ['等医患办受理', 'now'],
      ['答复您', 'to-come'],
      ['您来确认', 'to-come'],
    ])
  })

  it('stops at a question that waits, and nothing else is under way', () => {
    const asked = aProgress({
      status: 'investigating',
      steps: ['answer', 'add'],
      events: [...aProgress().events, { kind: 'asked', at: now, text: '是哪个护士站？' }],
    })
    const told = story(asked, now)
    expect(told.filter(({ state }) => state === 'now').map(({ what }) => what)).toEqual(['要问您一句'])
    expect(told.find(({ asks }) => asks)?.said?.text).toBe('是哪个护士站？')
  })

  it('shows each photo where it was handed in', () => {
    const progress = aProgress({
      photos: [
        { id: photo('a'), url: '' },
        { id: photo('b'), url: '' },
      ],
      events: [...aProgress().events, { kind: 'answered', at: now, text: null, photos: [photo('b')] }],
    })
    const [first, second] = story(progress, now)
    expect([first?.photos, second?.photos]).toEqual([[photo('a')], [photo('b')]])
    expect(first?.when).toContain('1 张照片')
  })

  it('lets no reply stand after another look was asked for', () => {
    expect(standingReply({ ...replied('2026-11-24T16:10:00'), status: 'reopened' })).toBeNull()
  })

  it('says from when silence may file it away, while that is still to come', () => {
    const progress = replied('2026-11-24T16:10:00')
    expect(silenceInWords(progress, now)).toBe('12 月 1 日起可能先归档，不算您认可；以后仍可以要求再查')
    expect(silenceInWords(progress, beijing('2026-12-02T08:00:00'))).toBeNull()
  })
})

describe('a step that is written', () => {
  const draft = { eventId: v.parse(EventId, '0'.repeat(32)), text: '', rating: null }
  it('says what it still wants', () => {
    expect(stepWants('answer', draft, 0)).toBe('写一句，或添一张照片')
    expect(stepWants('answer', draft, 1)).toBeNull()
    expect(stepWants('answer', { ...draft, text: ' 东 ' }, 0)).toBeNull()
    expect(stepWants('reopen', { ...draft, text: '不对' }, 0)).toBe('再写几个字，至少 5 个字')
    expect(stepWants('rate', draft, 0)).toBe('请先选一个')
    expect(stepWants('rate', { ...draft, rating: 3 }, 0)).toBeNull()
    expect(stepWants('withdraw', draft, 0)).toBeNull()
    expect(stepWants('answer', { ...draft, text: '字'.repeat(1001) }, 0)).toBe('太长了，请删到 1000 字以内')
  })
})

describe('my data', () => {
  const mine = ownCaseOf({
    ...aProgress(),
    photos: 2,
    contact: { name: null, phone: '13800000026' },
    contactSeen: [now],
  })
  it('shows a number so that its owner knows it and nobody else can ring it', () => {
    expect(maskedPhone('13800000026')).toBe('138 **** 0026')
    expect(maskedPhone('057112345678')).toBe('**** 5678')
  })

  it('lists a case once, as the platform knows it', () => {
    expect(withoutDoubles([mine, ownCaseByReceipt(aProgress())])).toEqual([mine])
  })

  it('is exported whole, without anything that opens a case', () => {
    const text = exportInWords([mine], now)
    for (const part of ['4073 1862', '13800000026', '问了三次', '照片：2 张', '电话被看过：2026-11-20 10:00']) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/\d{26}|查询码/)
  })
})
