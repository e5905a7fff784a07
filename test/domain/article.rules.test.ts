import { Role } from '#domain/actor'
import {
  type Colleague,
  keepsPages,
  maySee,
  mayWrite,
  readsFigures,
  writesCulture,
} from '#domain/culture/article.access'
import { actsOf, waitsFor, whyNot } from '#domain/culture/article.acts'
import { leadsToSomebody, unfinishedIn } from '#domain/culture/article.finished'
import type { Draft, ReviewStep, Version } from '#domain/culture/article.model'
import {
  type Act,
  approve,
  isShown,
  keepVersion,
  publish,
  restore,
  save,
  sendBack,
  sendForReview,
  takeBack,
  withdraw,
  writersOf,
  pin,
} from '#domain/culture/article.rules'
import type { Result } from '#domain/result'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aColleague, aContent, aDraft, anAct, at } from '../builders/article.builder'

const editor = aColleague('S1', ['editor'])
const head = aColleague('S2', ['department_head'])
const publicist = aColleague('S3', ['publicity'], 'F05')
const second = aColleague('S4', ['publicity'], 'F05')
const discipline = aColleague('S5', ['discipline'], 'F06')
const both = aColleague('S6', ['department_head', 'publicity', 'discipline'])
const stranger = aColleague('S7', ['editor'], '04')

const must = (result: Result<Draft>): Draft => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const inReview = (about: Record<string, unknown> = {}) => must(sendForReview(aDraft(editor, about), anAct(editor)))
const passed = (draft: Draft, ...by: [Colleague, ReviewStep][]) =>
  by.reduce((so, [who, step]) => must(approve(so, step, true, anAct(who))), draft)
const approved = (about: Record<string, unknown> = {}) =>
  passed(inReview(about), [head, 'department'], [publicist, 'publicity'], [discipline, 'discipline'])
const NOW = { publishAt: null, goneAt: null }

describe('a review', () => {
  it('goes department, publicity, discipline, each by its own post', () => {
    const draft = inReview()
    expect(approve(draft, 'publicity', false, anAct(publicist))).toMatchObject({ code: 'article.not_in_review' })
    expect(approve(draft, 'department', false, anAct(publicist))).toMatchObject({ code: 'auth.forbidden' })
    expect(approve(draft, 'department', false, anAct(aColleague('S8', ['department_head'], '04')))).toMatchObject({
      code: 'auth.forbidden',
    })
    expect(approved()).toMatchObject({ state: 'approved' })
  })

  it('is by two people at least, whatever posts one of them has', () => {
    const twice = passed(inReview(), [both, 'department'], [both, 'publicity'])
    expect(approve(twice, 'discipline', false, anAct(both))).toMatchObject({ code: 'article.one_reviewer' })
    expect(approve(twice, 'discipline', false, anAct(discipline))).toMatchObject({ ok: true })
    expect(actsOf(twice, anAct(both))).not.toContain('approve')
    expect(whyNot(twice, anAct(both), '呼吸科')).toMatch(/另一位/)
  })

  it('leaves no step out where no department is named, or its head wrote', () => {
    const nobodys = inReview({ departmentId: null })
    expect(approve(nobodys, 'department', false, anAct(publicist))).toMatchObject({ ok: true })
    expect(approve(inReview(), 'department', false, anAct(publicist))).toMatchObject({ code: 'auth.forbidden' })
    const heads = must(sendForReview(aDraft(head), anAct(head)))
    expect(approve(heads, 'department', false, anAct(head, 1000, true))).toMatchObject({ code: 'article.own_words' })
    expect(approve(heads, 'department', false, anAct(publicist, 1000, true))).toMatchObject({ ok: true })
  })

  it('of a real case wants the sign-off at the last step', () => {
    const last = passed(inReview({ realCase: true }), [head, 'department'], [publicist, 'publicity'])
    expect(approve(last, 'discipline', false, anAct(discipline))).toMatchObject({ code: 'article.not_deidentified' })
    expect(approve(last, 'discipline', true, anAct(discipline))).toMatchObject({ ok: true })
  })

  it('begins again with any other word, and the same words again are none', () => {
    const draft = approved()
    expect(save(draft, aContent(), false, anAct(publicist))).toEqual({ ok: true, value: draft })
    const changed = must(save(draft, aContent({ title: '门口的灯' }), false, anAct(publicist)))
    expect(changed).toMatchObject({ state: 'writing', approvals: [], writers: ['S1', 'S3'] })
    const again = passed(must(sendForReview(changed, anAct(editor))), [head, 'department'])
    expect(approve(again, 'publicity', false, anAct(publicist))).toMatchObject({ code: 'article.own_words' })
    expect(approve(again, 'publicity', false, anAct(second))).toMatchObject({ ok: true })
    expect(sendBack(again, '错字', anAct(publicist))).toMatchObject({ code: 'article.own_words' })
    expect(whyNot(again, anAct(publicist), '呼吸科')).toMatch(/写过/)
  })

  it('is sent back with a reason, taken back by a writer, and the same answer comes twice', () => {
    const back = must(sendBack(inReview(), '日期写错了', anAct(head)))
    expect(back).toMatchObject({ state: 'writing', sentBack: { step: 'department', reason: '日期写错了' } })
    expect(sendBack(back, '日期写错了', anAct(head))).toEqual({ ok: true, value: back })
    expect(must(takeBack(inReview(), anAct(editor))).state).toBe('writing')
    expect(takeBack(inReview(), anAct(stranger))).toMatchObject({ code: 'auth.forbidden' })
  })
})

describe('publishing', () => {
  it('waits for all three steps, and is by nobody who wrote', () => {
    expect(publish(inReview(), NOW, anAct(publicist))).toMatchObject({ code: 'article.not_approved' })
    expect(publish(approved(), NOW, anAct(editor))).toMatchObject({ code: 'auth.forbidden' })
    const wrote = must(save(aDraft(editor), aContent({ title: '灯' }), false, anAct(publicist)))
    const through = passed(
      must(sendForReview(wrote, anAct(editor))),
      [head, 'department'],
      [second, 'publicity'],
      [discipline, 'discipline'],
    )
    expect(publish(through, NOW, anAct(publicist))).toMatchObject({ code: 'article.own_words' })
    const out = must(publish(through, NOW, anAct(second)))
    // Nor may a writer change the times of what is out.
    expect(publish(out, { publishAt: null, goneAt: at(9000) }, anAct(publicist))).toMatchObject({
      code: 'article.own_words',
    })
  })

  it('is to the minute, not in the past, and ends after it began', () => {
    const later = must(publish(approved(), { publishAt: at(5000), goneAt: at(9000) }, anAct(publicist)))
    const [copy] = later.copies
    expect(copy && [999, 4999, 5000, 8999, 9000].map((time) => isShown(copy, at(time)))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
    const wrong = { publishAt: at(1000), goneAt: null }
    expect(publish(approved(), wrong, anAct(publicist, 100_000))).toMatchObject({ code: 'article.times_wrong' })
    expect(publish(approved(), { publishAt: at(5000), goneAt: at(5000) }, anAct(publicist))).toMatchObject({
      code: 'article.times_wrong',
    })
  })

  it('of a change leaves the earlier copy until its own minute', () => {
    const out = must(publish(approved(), NOW, anAct(publicist)))
    const changed = must(save(out, aContent({ title: '改过的' }), true, anAct(editor, 2000)))
    expect(changed).toMatchObject({ state: 'writing', writers: ['S1'], copies: [{ no: 1, until: null }] })
    const again = passed(
      must(sendForReview(changed, anAct(editor, 2000))),
      [head, 'department'],
      [publicist, 'publicity'],
      [discipline, 'discipline'],
    )
    const planned = must(publish(again, { publishAt: at(5000), goneAt: null }, anAct(publicist, 2000)))
    expect(planned.copies).toMatchObject([
      { no: 1, from: 1000, until: 5000 },
      { no: 2, from: 5000, until: null },
    ])
    expect(planned.firstShownAt).toBe(1000)
    const moved = must(publish(planned, { publishAt: at(7000), goneAt: null }, anAct(publicist, 3000)))
    expect(moved.copies).toMatchObject([
      { no: 1, until: 7000 },
      { no: 2, from: 7000 },
    ])
  })

  it('changes its times later, and the same again changes nothing', () => {
    const out = must(publish(approved(), NOW, anAct(publicist)))
    expect(publish(out, NOW, anAct(publicist, 2000))).toEqual({ ok: true, value: out })
    const ending = must(publish(out, { publishAt: null, goneAt: at(5000) }, anAct(publicist, 2000)))
    expect(ending.copies).toMatchObject([{ no: 1, from: 1000, until: 5000 }])
    expect(publish(ending, { publishAt: at(3000), goneAt: null }, anAct(publicist, 2000))).toMatchObject({
      code: 'article.times_wrong',
    })
    const anew = must(publish(ending, NOW, anAct(publicist, 6000)))
    expect(anew).toMatchObject({ copies: [{ no: 2, from: 6000, until: null }], firstShownAt: 6000 })
  })

  it('is undone by withdrawing, after which everybody who ever wrote is a writer again', () => {
    const out = must(publish(approved(), NOW, anAct(publicist)))
    expect(out.writers).toEqual([])
    const gone = must(withdraw(out, '引用有误', anAct(discipline, 2000)))
    expect(gone).toMatchObject({ state: 'withdrawn', copies: [], pinned: false })
    expect(writersOf(gone, at(2000))).toEqual(['S1'])
    expect(withdraw(gone, '引用有误', anAct(discipline, 3000))).toEqual({ ok: true, value: gone })
    expect(withdraw(approved(), '没发过', anAct(discipline))).toMatchObject({ code: 'article.not_published' })
    expect(pin(gone, true, anAct(publicist))).toMatchObject({ code: 'article.not_approved' })
  })
})

describe('what is missing before a review', () => {
  it('is named by its place', () => {
    expect(unfinishedIn(aContent())).toEqual([])
    const image = { kind: 'image', mediaId: 'cd'.repeat(16), alt: '', width: 4, height: 3 }
    expect(
      unfinishedIn(
        aContent({
          title: '',
          summary: '',
          blocks: [{ kind: 'heading', level: 2, text: '' }, image],
          source: { kind: 'reprint', name: '', licence: '' },
          wrongdoersNamedBy: 'https://news.example.com/a',
        }),
      ),
    ).toEqual([
      'title',
      'summary',
      'blocks.0.text',
      'blocks.1.alt',
      'source.name',
      'source.licence',
      'wrongdoersNamedBy',
    ])
    expect(unfinishedIn(aContent({ blocks: [] }))).toEqual(['blocks'])
    expect(sendForReview(aDraft(editor, { summary: '' }), anAct(editor))).toMatchObject({
      code: 'article.unfinished',
      fields: ['summary'],
    })
  })

  it.each([
    ['https://www.ccdi.gov.cn/yw/202611/t1.html', true],
    ['https://gov.cn/', true],
    ['https://www.gov.cn.example.com/', false],
    ['https://fakegov.cn/', false],
  ])('takes %s for an official page: %s', (wrongdoersNamedBy, isOne) => {
    expect(unfinishedIn(aContent({ wrongdoersNamedBy }))).toEqual(isOne ? [] : ['wrongdoersNamedBy'])
  })

  it.each([
    ['电话 13800000001', true],
    ['身份证 11010119900307123X', true],
    ['住院号：ZY20231', true],
    ['拨 138 0000 0001', true],
    ['138-0000-0001', true],
    ['110101 19900307 123X', true],
    ['监督电话 0000-555-0120', false],
    ['12345 热线', false],
  ])('finds in a real case what leads to one person: %s', (text, leads) => {
    expect(leadsToSomebody(text)).toBe(leads)
    const blocks = [{ kind: 'paragraph', spans: [{ text }] }]
    expect(unfinishedIn(aContent({ realCase: true, blocks }))).toEqual(leads ? ['blocks.0.deidentified'] : [])
    const image = { kind: 'image', mediaId: 'cd'.repeat(16), alt: text, width: 4, height: 3 }
    expect(unfinishedIn(aContent({ realCase: true, blocks: [image] }))).toEqual(leads ? ['blocks.0.deidentified'] : [])
  })
})

describe('an article as it is handed in', () => {
  const said = (text: string, more: object = {}) => ({ kind: 'paragraph', spans: [{ text, ...more }] })
  const image = { kind: 'image', mediaId: 'cd'.repeat(16), alt: '灯', width: 4, height: 3 }
  const crop = { x: 0.5, y: 0, width: 0.5, height: 1 }
  const photo = { kind: 'photo', mediaId: 'cd'.repeat(16), alt: '灯', crop }

  it.each<[string, Record<string, unknown>]>([
    ['an unknown kind', { blocks: [{ kind: 'html', html: '<b>' }] }],
    ['a block in a block', { blocks: [{ ...said('灯'), blocks: [said('灯')] }] }],
    ['a list of blocks', { blocks: [{ kind: 'list', ordered: false, items: [[said('灯')]] }] }],
    ['a link that runs', { blocks: [said('灯', { href: 'javascript:alert(1)' })] }],
    ['a link that is a page', { blocks: [said('灯', { href: 'data:text/html,<script>' })] }],
    ['a link in the clear', { blocks: [said('灯', { href: 'http://example.com/' })] }],
    ['a link with somebody in it', { blocks: [said('灯', { href: 'https://gov.cn@example.com/' })] }],
    ['a class', { blocks: [said('灯', { className: 'x' })] }],
    ['a picture from elsewhere', { blocks: [{ ...image, src: 'https://example.com/1.jpg' }] }],
    ['a picture by its address', { blocks: [{ ...image, mediaId: 'https://example.com/1.jpg' }] }],
    ['a picture of no height', { blocks: [{ ...image, height: 0 }] }],
    ['a link to any page', { blocks: [{ kind: 'link', to: { page: 'https://example.com' }, label: '看' }] }],
    ['a crop beyond the picture', { cover: { ...photo, crop: { ...crop, width: 0.6 } } }],
    ['an official page by another name', { wrongdoersNamedBy: 'https://example.com#.gov.cn/' }],
    ['no source', { source: { kind: 'unknown' } }],
    ['one block too many', { blocks: Array.from({ length: 201 }, () => said('灯')) }],
    ['more words than fit', { blocks: Array.from({ length: 6 }, () => said('灯'.repeat(3500))) }],
    ['another field', { approvals: [] }],
  ])('is refused with %s', (_what, about) => {
    expect(() => aContent(about)).toThrow()
  })

  it('holds what a long article holds', () => {
    const blocks = Array.from({ length: 5 }, () => said('灯'.repeat(4000)))
    expect(aContent({ blocks, cover: photo })).toMatchObject({ cover: photo })
  })
})

describe('who may what at the desk', () => {
  it('is one table of roles and questions', () => {
    const may = (roles: Role[]) => {
      const actor = { openid: '', staff: { ...aColleague('S9', roles), hospitalId: 'h1', name: '某' } } as never
      const questions = { writesCulture, keepsPages, readsFigures }
      return Object.entries(questions).flatMap(([name, ask]) => (ask(actor) === null ? [] : [name]))
    }
    const all = ['writesCulture', 'keepsPages', 'readsFigures']
    expect(Object.fromEntries(Role.options.map((role) => [role, may([role])]))).toEqual({
      administrator: [],
      complaint_officer: [],
      case_handler: [],
      leader: ['readsFigures'],
      survey_officer: [],
      follow_up: [],
      supervisor: [],
      editor: ['writesCulture', 'readsFigures'],
      department_head: ['writesCulture', 'readsFigures'],
      publicity: all,
      discipline: all,
    })
  })

  it('keeps drafts in their department until they are through, and lets nobody else write', () => {
    const draft = aDraft(editor)
    for (const who of [editor, head, publicist, discipline]) {
      expect([maySee(draft, who), mayWrite(draft, who)]).toEqual([true, true])
    }
    expect([maySee(draft, stranger), mayWrite(draft, stranger)]).toEqual([false, false])
    expect([maySee(approved(), stranger), mayWrite(approved(), stranger)]).toEqual([true, false])
    expect(maySee(draft, aColleague('S9', ['leader']))).toBe(false)
  })

  it('offers what the rules allow: every act that is offered is done, and no other', () => {
    const people = [editor, head, publicist, second, discipline, both, stranger]
    const drafts = [
      aDraft(editor),
      inReview(),
      passed(inReview(), [head, 'department']),
      approved(),
      must(publish(approved(), NOW, anAct(publicist))),
    ]
    for (const draft of drafts) {
      for (const who of people) {
        const act = anAct(who, 2000)
        const step = (['department', 'publicity', 'discipline'] as const)[draft.approvals.length] ?? 'discipline'
        const done = {
          write: save(draft, aContent({ title: '别的字' }), false, act).ok,
          sendForReview: draft.state === 'writing' && sendForReview(draft, act).ok,
          approve: draft.state === 'review' && approve(draft, step, true, act).ok,
          sendBack: draft.state === 'review' && sendBack(draft, '为什么', act).ok,
          publish: publish(draft, { publishAt: null, goneAt: at(9000) }, act).ok,
          pin: pin(draft, true, act).ok,
          withdraw: withdraw(draft, '为什么', act).ok,
          takeBack: draft.state !== 'writing' && takeBack(draft, act).ok,
        }
        expect([who.id, draft.state, actsOf(draft, act)]).toEqual([
          who.id,
          draft.state,
          Object.entries(done).flatMap(([name, is]) => (is ? [name] : [])),
        ])
      }
    }
    expect(waitsFor(inReview(), anAct(head))).toBe(true)
    expect(waitsFor(inReview(), anAct(editor))).toBe(false)
  })
})

type Step =
  | { kind: 'save'; keeps: boolean; old: number }
  | { kind: 'restore'; version: number }
  | { kind: 'approve'; step: ReviewStep; deidentified: boolean }
  | { kind: 'publish'; after: number | null; lasts: number | null }
  | { kind: 'send' | 'takeBack' | 'sendBack' | 'withdraw' | 'pin' }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('save' as const), keeps: fc.boolean(), old: fc.nat(2) }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('restore' as const), version: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('send' as const, 'takeBack' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('sendBack' as const, 'withdraw' as const, 'pin' as const) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('approve' as const),
      step: fc.constantFrom<ReviewStep>('department', 'publicity', 'discipline'),
      deidentified: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      after: fc.option(fc.integer({ min: 1, max: 500 })),
      lasts: fc.option(fc.integer({ min: 1, max: 500 })),
    }),
  },
)

const ACTS = {
  save: 'write',
  restore: 'write',
  approve: 'approve',
  publish: 'publish',
  send: 'sendForReview',
  takeBack: 'takeBack',
  sendBack: 'sendBack',
  withdraw: 'withdraw',
  pin: 'pin',
} as const

/** What would bring an article on. */
const nextOf = (draft: Draft): Step | null => {
  if (draft.state === 'writing') return { kind: 'send' }
  if (draft.state === 'approved') return { kind: 'publish', after: null, lasts: null }
  const step = (['department', 'publicity', 'discipline'] as const)[draft.approvals.length]
  return draft.state === 'review' && step ? { kind: 'approve', step, deidentified: true } : null
}

describe('whatever several people do in whatever order', () => {
  const people = [editor, head, publicist, second, discipline, both]

  it('nothing becomes public that a writer of it passed or published, or fewer than two passed, or that was not passed as it is', () => {
    let published = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(people.length - 1), aStep, fc.nat(200), fc.nat(99)), {
          minLength: 30,
          maxLength: 150,
        }),
        (steps) => {
          let draft = aDraft(editor, { title: 'S1-0' })
          const versions: Version[] = []
          /** Words that all three let pass once, by whoever wrote them. */
          const known = new Set<string>()
          let passedWords: string[] = []
          let clock = 1000
          for (const [index, [who, wild, passes, onward]] of steps.entries()) {
            clock += passes
            // Three times in four somebody does the next thing that is offered to them; otherwise anybody tries anything.
            const step: Step = onward < 75 ? (nextOf(draft) ?? wild) : wild
            const able = people.filter((one) => actsOf(draft, anAct(one, clock)).includes(ACTS[step.kind]))
            const person = (onward < 75 ? able[who % Math.max(1, able.length)] : people[who]) ?? editor
            const act: Act = anAct(person, clock, writersOf(draft, at(clock)).includes(head.id))
            const decide = (): Result<Draft> => {
              switch (step.kind) {
                case 'save': {
                  const words = draft.content.title.split(' ').slice(0, step.old)
                  return save(
                    draft,
                    aContent({ title: [`${person.id}-${index}`, ...words.slice(0, 4)].join(' ') }),
                    step.keeps,
                    act,
                  )
                }
                case 'restore': {
                  const version = versions[step.version]
                  if (!version) return { ok: true, value: draft }
                  draft = keepVersion(draft)
                  keep()
                  return restore(draft, version, act)
                }
                case 'approve':
                  return approve(draft, step.step, step.deidentified, act)
                case 'publish':
                  return publish(
                    draft,
                    {
                      publishAt: step.after === null ? null : at(clock + step.after),
                      goneAt: step.lasts === null ? null : at(clock + (step.after ?? 0) + step.lasts),
                    },
                    act,
                  )
                case 'send':
                  return sendForReview(draft, act)
                case 'takeBack':
                  return takeBack(draft, act)
                case 'sendBack':
                  return sendBack(draft, '再看看', act)
                case 'withdraw':
                  return withdraw(draft, '撤下', act)
                case 'pin':
                  return pin(draft, true, act)
              }
            }
            const keep = () => {
              if (!draft.isKept || versions.some(({ version }) => version === draft.version)) return
              versions.push({
                id: '',
                rev: 0,
                hospitalId: draft.hospitalId,
                articleId: draft.id,
                version: draft.version,
                content: draft.content,
                at: at(clock),
                by: person.id,
                writers: [...writersOf(draft, at(clock))],
                isPublished: false,
              })
            }
            const before = draft
            const decided = decide()
            if (!decided.ok) continue
            draft = decided.value
            keep()
            const words = draft.content.title.split(' ')
            if (step.kind === 'approve') passedWords = draft.approvals.length === 1 ? words : passedWords
            if (step.kind !== 'publish' || draft.copyCount === before.copyCount) continue
            published += 1
            const copy = draft.copies[draft.copies.length - 1]
            if (!copy) throw new Error('published without a copy')
            expect(versions.find(({ version }) => version === copy.version)?.content).toEqual(draft.content)
            expect(new Set(copy.approvers).size).toBeGreaterThanOrEqual(2)
            expect(copy.approvers).toHaveLength(3)
            if (before.state === 'approved') expect(words).toEqual(passedWords)
            for (const word of words.filter((one) => !known.has(one))) {
              const [author] = word.split('-')
              expect([word, copy.by, ...copy.approvers].filter((id) => id === author)).toEqual([])
            }
            for (const word of words) known.add(word)
          }
        },
      ),
      { numRuns: 120 },
    )
    expect(published).toBeGreaterThan(30)
  })
})
