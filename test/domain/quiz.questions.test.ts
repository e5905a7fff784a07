import type { Actor, Role } from '#domain/actor'
import type { DepartmentId } from '#domain/ids'
import { keepsQuestions, learns, opensLive, recordSight, reviewsQuestions } from '#domain/integrity/question.access'
import { unfinishedIn, unfinishedInWords } from '#domain/integrity/question.finished'
import { type Question, QuestionContent, questionNumberInWords } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import {
  confirmQuestion,
  mayRemove,
  publishQuestion,
  questionActs,
  retireQuestion,
  sendQuestion,
  sendQuestionBack,
  startQuestion,
  writeQuestion,
} from '#domain/integrity/question.rules'
import {
  bigramsOf,
  comparedText,
  likeness,
  nearIndex,
  NEARLY_SAME_FROM,
  nearlySame,
  nearPairs,
} from '#domain/integrity/question.similar'
import { topicNames, topics } from '#domain/integrity/question.topics'
import { themesOf } from '#domain/integrity/topic.themes'
import { starterContent } from '#domain/integrity/starter.question'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { HOSPITAL, judged, later, now, questionId, several, staff, story, written } from './quiz.builders'

const he = staff('he')
const lu = staff('lu')
const by = { by: he, now }
const byOther = { by: lu, now: later(1) }

const content = (about: Parameters<typeof written>[0] = {}) => starterContent(written(about))
const started = (question = content()): Question =>
  startQuestion({ id: questionId(1), hospitalId: HOSPITAL, number: 131 }, question, by)
const sent = (question = started()): Question => {
  const result = sendQuestion(question, by)
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const published = (question = sent()) => {
  const result = publishQuestion(question, byOther)
  if (!result.ok) throw new Error(result.code)
  return result.value
}

describe('what a question still needs', () => {
  it('is nothing where it asks, answers, explains and cites', () => {
    for (const one of [written(), several(), judged(true), story()])
      expect(unfinishedIn(starterContent(one))).toEqual([])
  })

  it('is each empty place by its path', () => {
    const empty = v.parse(QuestionContent, {
      ...content(),
      stem: '',
      options: [
        { id: 'a', text: '第六条' },
        { id: 'b', text: '' },
        { id: 'c', text: '第 六条' },
      ],
      key: [],
      explanation: '',
      rule: { document: '', article: '' },
    })
    expect(unfinishedIn(empty)).toEqual([
      'stem',
      'options.1',
      'options.2',
      'key',
      'explanation',
      'rule.document',
      'rule.article',
    ])
    expect(unfinishedIn(v.parse(QuestionContent, { ...empty, options: [] }))).toContain('options')
  })

  it('is a key that fits its kind: one of a single choice, two or more of a multiple one, none outside the options', () => {
    const keyed = (kind: 'single' | 'multiple', key: string[]) =>
      unfinishedIn(v.parse(QuestionContent, { ...content(), kind, key })).includes('key')
    expect([keyed('single', ['a']), keyed('single', ['a', 'b']), keyed('single', [])]).toEqual([false, true, true])
    expect([keyed('multiple', ['a', 'b']), keyed('multiple', ['a']), keyed('multiple', ['a', 'a'])]).toEqual([
      false,
      true,
      true,
    ])
    expect(keyed('single', ['z'])).toBe(true)
    expect(unfinishedIn(v.parse(QuestionContent, { ...starterContent(judged(true)), isTrue: null }))).toEqual(['key'])
  })

  it('is said of each question of a case', () => {
    const one = starterContent(story())
    if (one.kind !== 'case') throw new Error('it is a case')
    expect(unfinishedIn({ ...one, parts: one.parts.slice(0, 1) })).toEqual(['parts'])
    const broken = one.parts.map((part, at) => (at === 1 ? { ...part, explanation: '' } : part))
    expect(unfinishedIn({ ...one, parts: broken })).toEqual(['parts.1.explanation'])
    expect(unfinishedInWords('parts.1.explanation')).toBe('第 2 小题：解析没有写')
    expect(unfinishedInWords('options.2')).toBe('选项 C 空着，或者和前面的一样')
  })
})

describe('a question', () => {
  it('asks 对 or 错 as options like any others', () => {
    expect(partsOf(starterContent(judged(false)))).toMatchObject([
      { id: 'p1', kind: 'true_false', options: [{ text: '对' }, { text: '错' }], key: ['f'] },
    ])
    expect(partsOf(starterContent(story())).map(({ id, key }) => [id, key.join('')])).toEqual([
      ['p1', 'a'],
      ['p2', 'ab'],
      ['p3', 'f'],
    ])
    expect(questionNumberInWords(131)).toBe('T-0131')
  })

  it('has a name and a place beside complaints for every topic', () => {
    expect(new Set(topics.map((topic) => topicNames[topic])).size).toBe(topics.length)
    expect(Object.keys(themesOf)).toEqual([...topics])
  })
})

describe('review by a second person', () => {
  it('is not by whoever wrote in it since the last version', () => {
    expect(publishQuestion(sent(), by)).toMatchObject({ code: 'question.own_words' })
    expect(sendQuestionBack(sent(), '看不懂', by)).toMatchObject({ code: 'question.own_words' })
    const both = sent(writeQuestion(started(), content({ stem: '医生介绍病人去诊所收了钱，是哪一条？' }), byOther))
    expect(both.writers).toEqual([he, lu])
    expect(publishQuestion(both, byOther)).toMatchObject({ code: 'question.own_words' })
  })

  it('makes a version that never changes, and later ones beside it', () => {
    const { question, version } = published()
    expect(question).toMatchObject({ state: 'published', versions: 1, inUse: 1, writers: [], authors: [he] })
    expect(version).toMatchObject({ id: `${questionId(1)}|1`, version: 1, number: 131, writers: [he], by: lu })
    const changed = writeQuestion(question, content({ explanation: '介绍病人收的钱不能拿。' }), byOther)
    expect(changed).toMatchObject({ state: 'draft', inUse: 1, writers: [lu], authors: [he, lu] })
    const again = publishQuestion(sent(changed), by)
    expect(again).toMatchObject({
      value: { question: { versions: 2, inUse: 2 }, version: { version: 2, writers: [lu] } },
    })
    expect(version.content).toEqual(content())
  })

  it('comes after it was sent, and sends back with a reason', () => {
    expect(publishQuestion(started(), byOther)).toMatchObject({ code: 'question.not_in_review' })
    expect(sendQuestion(sent(), by)).toMatchObject({ code: 'question.not_draft' })
    expect(sendQuestion(started(content({ explanation: '' })), by)).toMatchObject({
      code: 'question.unfinished',
      fields: ['explanation'],
    })
    const back = sendQuestionBack(sent(), '第二个选项也说得通', byOther)
    expect(back).toMatchObject({ value: { state: 'draft', sentBack: { by: lu, reason: '第二个选项也说得通' } } })
    expect(back.ok && sent(back.value).sentBack).toBeNull()
  })

  it('leaves a question alone that was saved without a change', () => {
    const { question } = published()
    expect(writeQuestion(question, content(), byOther)).toBe(question)
  })
})

describe('a question whose rule was not read', () => {
  const unread = started(content({ evidence: 'M' }))

  it('is not published until somebody compared it, and is then', () => {
    expect(publishQuestion(sent(unread), byOther)).toMatchObject({ code: 'question.not_confirmed' })
    expect(confirmQuestion(sent(unread), '国家卫健委网站', by)).toMatchObject({ code: 'question.own_words' })
    const confirmed = confirmQuestion(sent(unread), '国家卫健委网站 2018 年第 3 号令全文', byOther)
    expect(confirmed.ok && publishQuestion(confirmed.value, byOther)).toMatchObject({ ok: true })
  })

  it('cannot be written into one that was', () => {
    expect(writeQuestion(unread, content({ evidence: 'V' }), by)).toBe(unread)
    const changed = writeQuestion(unread, content({ evidence: 'V', difficulty: 3 }), by)
    expect(changed.content).toMatchObject({ evidence: 'M', difficulty: 3 })
    const doubted = writeQuestion(started(), content({ evidence: 'M' }), by)
    expect(publishQuestion(sent(doubted), byOther)).toMatchObject({ code: 'question.not_confirmed' })
  })

  it('has to be compared again once it claims something else, and not for another difficulty', () => {
    const compared = confirmQuestion(unread, '国家卫健委网站', byOther)
    if (!compared.ok) throw new Error(compared.code)
    const confirmed = compared.value
    expect(writeQuestion(confirmed, content({ evidence: 'M', difficulty: 3 }), by).confirmed).not.toBeNull()
    for (const change of [
      { answer: 'B' },
      { stem: '换一个问法，哪一条？' },
      { rule: { document: '别的办法', article: '第一条' } },
    ]) {
      const changed = content({ evidence: 'M', ...change })
      expect(writeQuestion(confirmed, changed, by).confirmed).toBeNull()
    }
  })
})

describe('retiring', () => {
  it('takes it out of use and keeps its versions; published again it is back', () => {
    const retired = retireQuestion(published().question, '越会的人越错', by)
    expect(retired).toMatchObject({
      value: { state: 'retired', inUse: null, versions: 1, retired: { reason: '越会的人越错' } },
    })
    if (!retired.ok) throw new Error(retired.code)
    expect(retireQuestion(retired.value, '再来', by)).toMatchObject({ code: 'question.not_in_use' })
    const rewritten = writeQuestion(retired.value, content({ stem: '按准则，这样收钱违反哪一条？' }), by)
    expect(rewritten).toMatchObject({ state: 'draft', inUse: null })
    expect(published(sent(rewritten)).question).toMatchObject({ inUse: 2, retired: null })
  })

  it('is for what was published; what never was is removed', () => {
    expect(mayRemove(started())).toMatchObject({ ok: true })
    expect(mayRemove(published().question)).toMatchObject({ code: 'question.published' })
  })

  it('of one that is being changed takes the version out of use and leaves the change', () => {
    const changing = writeQuestion(published().question, content({ stem: '按准则，这样收钱违反哪一条？' }), by)
    expect(retireQuestion(changing, '先停', by)).toMatchObject({ value: { state: 'draft', inUse: null } })
  })
})

describe('what is offered', () => {
  it('is never refused by the rules, and what is not offered is', () => {
    const states = [started(), sent(), published().question, sent(started(content({ evidence: 'M' })))]
    for (const question of states) {
      for (const id of [he, lu]) {
        const acts = questionActs(question, { id, keeps: true, reviews: true })
        const act = { by: id, now }
        expect(acts.includes('send')).toBe(sendQuestion(question, act).ok)
        if (acts.includes('confirm')) expect(confirmQuestion(question, '官网原文', act).ok).toBe(true)
        expect(acts.includes('publish')).toBe(publishQuestion(question, act).ok)
        expect(acts.includes('sendBack')).toBe(sendQuestionBack(question, '看不懂', act).ok)
        expect(acts.includes('retire')).toBe(retireQuestion(question, '停', act).ok)
        expect(acts.includes('remove')).toBe(mayRemove(question).ok)
      }
    }
    expect(questionActs(sent(), { id: lu, keeps: false, reviews: false })).toEqual([])
  })
})

describe('near-duplicates', () => {
  const pairs = [
    ['医疗机构投诉管理的第一责任人是？医疗机构主要负责人', '谁是医疗机构投诉管理的第一责任人？医疗机构主要负责人'],
    ['处理敏感个人信息应当取得个人的？单独同意', '处理敏感个人信息，要取得个人的哪种同意？单独同意'],
    [
      '涉及多个科室、需组织协调共同研究的投诉，反馈时限是？10个工作日',
      '涉及多个科室、需要协调研究的投诉，几个工作日内反馈？10个工作日',
    ],
  ] as const
  const different = [
    ['“共建和谐关系”对应的禁止性要求是？不收受患方“红包”', '“恪守交往底线”对应的禁止性要求是？不收受企业回扣'],
    ['收集个人信息应当限于？实现处理目的的最小范围', '处理敏感个人信息应当取得个人的？单独同意'],
    ['患者满几年未再提出要求的，可以自行启封？3年', '可自收到书面答复之日起几日内请求复查？30日'],
  ] as const

  it('are what says the same in other words, and not what has the same form', () => {
    for (const [one, other] of pairs) {
      expect(likeness(bigramsOf(one), bigramsOf(other))).toBeGreaterThanOrEqual(NEARLY_SAME_FROM)
    }
    for (const [one, other] of different) {
      expect(likeness(bigramsOf(one), bigramsOf(other))).toBeLessThan(NEARLY_SAME_FROM)
    }
  })

  it('are measured the same both ways, from 0 to 1, and signs and widths do not count', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const value = likeness(bigramsOf(one), bigramsOf(other))
        expect(value).toBe(likeness(bigramsOf(other), bigramsOf(one)))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
    expect(likeness(bigramsOf('第６条，ＡＢ'), bigramsOf('第6条 ab！'))).toBe(1)
    expect(likeness(bigramsOf('？'), bigramsOf('？'))).toBe(0)
  })

  it('are found among the others, the likest first, and never in itself', () => {
    const asked = (stem: string) => starterContent(written({ stem }))
    const bank = [
      { id: 1, content: asked('医生把病人介绍到诊所并收钱，违反哪一条？') },
      { id: 2, content: asked('医生把病人介绍到诊所还收了钱，违反哪一条？') },
      { id: 3, content: asked('医生介绍病人去诊所并收钱，违反了哪一条？') },
      { id: 4, content: starterContent(several()) },
    ]
    const [first] = bank
    if (!first) throw new Error('there is a first')
    expect(nearlySame(first.content, nearIndex(bank)).map(({ question }) => question.id)).toEqual([1, 2, 3])
    expect(
      nearPairs(bank)
        .map(({ one, other }) => `${one.id}${other.id}`)
        .sort(),
    ).toEqual(['12', '13'])
  })

  it('are all found, and measured as if every two had been compared', () => {
    const letters = fc.constantFrom('甲', '乙', '丙', '丁')
    const stems = fc.array(fc.string({ unit: letters, minLength: 4, maxLength: 12 }), { maxLength: 12 })
    fc.assert(
      fc.property(stems, (asked) => {
        const bank = asked.map((stem, id) => ({ id, content: starterContent(judged(true, { stem })) }))
        const said = bank.map((each) => bigramsOf(comparedText(each.content)))
        const expected = said.flatMap((one, at) =>
          said.slice(at + 1).flatMap((other, behind) => {
            const alike = likeness(one, other)
            return alike >= NEARLY_SAME_FROM ? [[at, at + 1 + behind, alike]] : []
          }),
        )
        const found = nearPairs(bank).map(({ one, other, likeness: alike }) => [one.id, other.id, alike] as const)
        expect([...found].sort(([a, b], [c, d]) => a - c || b - d)).toEqual(expected)
        expect(found.map(([, , alike]) => alike)).toEqual(found.map(([, , alike]) => alike).sort((a, b) => b - a))
      }),
    )
  })
})

const someone = (roles: Role[], departmentId: string | null = '03.01'): Actor => ({
  openid: 'o',
  staff: { id: he, hospitalId: HOSPITAL, departmentId: departmentId as DepartmentId | null, name: '贺', roles },
})

describe('who may', () => {
  const roles: Role[] = [
    'administrator',
    'complaint_officer',
    'case_handler',
    'leader',
    'survey_officer',
    'follow_up',
    'supervisor',
    'editor',
    'department_head',
    'publicity',
    'discipline',
  ]
  const may = (question: (actor: Actor) => unknown) => roles.filter((role) => question(someone([role])) !== null)

  it('keep the bank, review it, open a session and look at others’ learning', () => {
    expect(may(keepsQuestions)).toEqual(['discipline'])
    expect(may(reviewsQuestions)).toEqual(['complaint_officer', 'discipline'])
    expect(may(opensLive)).toEqual(['department_head', 'discipline'])
    expect(may(recordSight)).toEqual(['leader', 'department_head', 'discipline'])
    expect(may(learns)).toEqual(roles.filter((role) => role !== 'supervisor'))
  })

  it('sees single people’s results only in the discipline office', () => {
    expect(recordSight(someone(['discipline']))).toMatchObject({ departmentId: null, people: true })
    expect(recordSight(someone(['leader']))).toMatchObject({ departmentId: null, people: false })
    expect(recordSight(someone(['department_head']))).toMatchObject({ departmentId: '03.01', people: false })
    expect(recordSight(someone(['department_head'], null))).toBeNull()
    expect(recordSight({ openid: 'o', staff: null })).toBeNull()
  })
})
