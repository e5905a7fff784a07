import { TermId } from '#domain/ids'
import { startOfBeijingDay } from '#domain/instant'
import { type AskedQuestion, isAsked } from '#domain/survey/question.model'
import { readySet } from '#domain/survey/ready/ready.sets'
import { LastFinding, SupervisorRow, TermRow } from '#domain/survey/supervision.contract'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../src/features/supervision/rating.steps'
import {
  countsInWords,
  dutyTitle,
  evidenceWanted,
  mendedInWords,
  supervisorsInWords,
  termInWords,
  termStanding,
} from '../../src/features/supervision/supervision.words'

const NOW = startOfBeijingDay('2026-11-22')
const form = readySet('supervisor')
const question = (id: string, set = form) => set.questions.filter(isAsked).find((one) => one.id === id) as AskedQuestion

const aTerm = (about: Partial<v.InferInput<typeof TermRow>> = {}) =>
  v.parse(TermRow, {
    id: v.parse(TermId, 'a'.repeat(32)),
    rev: 0,
    from: '2026-01-01',
    to: '2026-12-31',
    note: null,
    endedOn: null,
    isInForce: true,
    ...about,
  })

describe('a question of the rating', () => {
  it('has numbered steps where its options rise from worst to best', () => {
    expect(stepsOf(question('qchannel'))?.map(({ number, text }) => `${number} ${text}`)).toEqual([
      '1 看不见',
      '2 要问人',
      '3 找得到',
      '4 好找',
      '5 一眼看到',
    ])
  })

  it('has none where they fall, have no score, or allow for 不适用', () => {
    expect(stepsOf(question('qwords'))).toBeNull()
    expect(stepsOf(question('qgift', readySet('outpatient')))).toBeNull()
    expect(stepsOf(question('qnext', readySet('follow_up')))).toBeNull()
    expect(stepsOf(question('qwatch', readySet('follow_up')))).toBeNull()
  })

  it('says from which number on it wants to know what was seen', () => {
    expect(evidenceWanted(question('qchannel'))).toBe('打 1、2、3 分请写一句')
    expect(evidenceWanted(question('qwatch', readySet('follow_up')))).toBe('评得低的请写一句')
    expect(evidenceWanted(question('qwords'))).toBe('')
  })
})

describe('an appointment', () => {
  it('says how long it still holds', () => {
    expect(termStanding(aTerm(), NOW)).toBe('聘期到 12 月 31 日，还有 39 天')
    expect(termStanding(aTerm({ to: '2026-11-22' }), NOW)).toBe('聘期今天最后一天')
  })

  it('says when it begins, when it was over, and when it was ended', () => {
    const out = { isInForce: false }
    expect(termStanding(aTerm({ from: '2027-01-01', to: '2027-12-31', ...out }), NOW)).toBe(
      '聘期从 2027 年 1 月 1 日开始',
    )
    expect(termStanding(aTerm({ to: '2026-10-31', ...out }), NOW)).toBe('聘期到 10 月 31 日，已经满了')
    expect(termStanding(aTerm({ endedOn: '2026-11-20', ...out }), NOW)).toBe('聘期在 11 月 20 日结束了')
    expect(termInWords(aTerm({ endedOn: '2026-11-20', ...out }), NOW)).toBe('1 月 1 日到 11 月 20 日，提前结束')
  })
})

describe('what was done', () => {
  it('is counted by kind, without those that never were', () => {
    expect(countsInWords({ inspection: 2, meeting: 1, training: 0, reception: 0 })).toBe('明察暗访 2 次，座谈 1 次')
    expect(dutyTitle({ day: '2026-11-05', kind: 'meeting' }, NOW)).toBe('11 月 5 日 · 座谈')
  })

  it('is summed over those who are appointed today', () => {
    const row = (about: Partial<v.InferInput<typeof SupervisorRow>>) =>
      v.parse(SupervisorRow, {
        staffId: 'S1',
        name: '魏监督员',
        terms: [aTerm()],
        duties: { inspection: 2, meeting: 1, training: 0, reception: 0 },
        ratings: 4,
        ...about,
      })
    expect(supervisorsInWords([row({}), row({ staffId: 'S2', terms: [aTerm({ isInForce: false })] })])).toBe(
      '聘着 1 位监督员，这一聘期履职 3 次，评议 4 次',
    )
    expect(supervisorsInWords([row({ terms: [] })])).toBe('现在没有聘着的监督员')
  })
})

describe('what was low the last time', () => {
  const finding = (mended: v.InferInput<typeof LastFinding>['mended']) =>
    v.parse(LastFinding, {
      month: '2026-10',
      questionId: 'qchannel',
      question: '投诉的地方，病人看得见吗？',
      answer: '要问人',
      evidence: '码牌贴在开水房里面。',
      mended,
    })

  it('comes with what the department says about it', () => {
    const said = { plan: '码牌移到走廊', result: '', dueOn: '2026-11-30' }
    expect(mendedInWords(finding(null), NOW)).toBe('科里还没有回话。')
    expect(mendedInWords(finding({ ...said, state: 'open' }), NOW)).toBe('科里打算：码牌移到走廊（11 月 30 日前）')
    expect(mendedInWords(finding({ ...said, state: 'changed', result: '已移到走廊。' }), NOW)).toBe(
      '科里说改了：已移到走廊。',
    )
    expect(mendedInWords(finding({ ...said, state: 'not_changed', result: '消防不让贴。' }), NOW)).toBe(
      '科里说改不了：消防不让贴。',
    )
  })
})
