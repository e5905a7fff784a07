import { acceptAnswers, concernsIn, nextAfter, scoreOf, walk } from '#domain/survey/path'
import { Form, isAsked, isScored, type Question } from '#domain/survey/question.model'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const options = (...texts: [id: string, text: string, more?: object][]) =>
  texts.map(([id, text, more]) => ({ id, text, score: null, na: false, concern: null, next: null, ...more }))

const scale = (...more: object[]) => [
  ...options(['s3', '总是', more[0]], ['s2', '经常', more[1]], ['s1', '有时', more[2]], ['s0', '从未', more[3]]),
  ...options(['na', '没遇到', { na: true }]),
]

const about = { hint: null, required: false, next: null }
const scored = { dimension: null, floor: null }

/** Pain is asked about only of who had any. */
const form = v.parse(Form, {
  title: '住院满意度',
  opening: null,
  dimensions: [{ id: 'pain', name: '疼痛管理' }],
  overall: 'q5',
  questions: [
    { ...about, kind: 'section', id: 'q0', text: '住院这几天' },
    {
      ...about,
      ...scored,
      kind: 'single',
      id: 'q1',
      text: '住院时疼过吗？',
      required: true,
      options: options(['a', '疼过'], ['b', '没疼过', { next: 'q3' }]),
    },
    { ...about, ...scored, kind: 'scale', scale: 'S4', id: 'q2', text: '疼的时候，有人管吗？', options: scale() },
    {
      ...about,
      kind: 'multiple',
      id: 'q3',
      text: '下面哪些遇到过？',
      options: [
        { id: 'a', text: '推销', alone: false, concern: 'report' },
        { id: 'b', text: '乱收费', alone: false, concern: 'complaint' },
        { id: 'c', text: '都没有', alone: true, concern: null },
      ],
    },
    { ...about, ...scored, kind: 'number', id: 'q4', text: '愿意推荐吗？', low: '不愿意', high: '愿意', concernAt: 3 },
    {
      ...about,
      ...scored,
      kind: 'scale',
      scale: 'D4',
      id: 'q5',
      text: '总的来说满意吗？',
      options: scale({}, {}, {}, { concern: 'complaint' }).slice(0, 4),
    },
    { ...about, kind: 'text', id: 'q6', text: '还想说什么？' },
  ],
})
const question = (id: string) => form.questions.find((one) => one.id === id) as Question
const reached = (answers: Record<string, string>) => walk(form, answers).map(({ id }) => id)

describe('the way through a questionnaire', () => {
  it('goes down the page, and past what an answer leads over', () => {
    expect(reached({ q1: 'a' })).toEqual(['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6'])
    expect(reached({ q1: 'b' })).toEqual(['q0', 'q1', 'q3', 'q4', 'q5', 'q6'])
  })

  it('leads from an unanswered question to the next, and from the last to the end', () => {
    expect(nextAfter(form, question('q1'), undefined)).toBe('q2')
    expect(nextAfter(form, question('q6'), '好')).toBe('end')
  })

  it('ends where a form that nobody checked would go round', () => {
    const round = v.parse(Form, { ...form, questions: form.questions.map((one) => ({ ...one, next: 'q1' })) })
    expect(walk(round, {}).map(({ id }) => id)).toEqual(['q0', 'q1'])
  })
})

describe('accepting answers', () => {
  it('keeps what was reached and nothing else', () => {
    const sent = { q1: 'b', q2: 's0', q5: 's3', q6: '  都好 ', q9: 'x', q0: 'x' }
    expect(acceptAnswers(form, sent)).toEqual({ ok: true, value: { q1: 'b', q5: 's3', q6: '都好' } })
  })

  it('counts an empty answer as none', () => {
    expect(acceptAnswers(form, { q1: 'a', q3: [], q6: '' })).toEqual({ ok: true, value: { q1: 'a' } })
  })

  it.each([
    [{}, ['answers.q1']],
    [{ q1: 'z' }, ['answers.q1']],
    [{ q1: 'a', q2: 's4' }, ['answers.q2']],
    [{ q1: 'a', q3: ['a', 'z'] }, ['answers.q3']],
    [{ q1: 'a', q3: ['a', 'c'] }, ['answers.q3']],
    [{ q1: 'a', q3: ['a', 'a'] }, ['answers.q3']],
    [{ q1: 'a', q3: 'a' }, ['answers.q3']],
    [{ q1: 'a', q4: 11 }, ['answers.q4']],
    [{ q1: 'a', q4: 2.5 }, ['answers.q4']],
    [{ q1: 'a', q4: '9' }, ['answers.q4']],
    [{ q1: 'a', q6: '字'.repeat(501) }, ['answers.q6']],
    [{ q1: 'a', q2: 's9', q6: 7 }, ['answers.q2', 'answers.q6']],
  ])('refuses %j by the question', (sent, fields) => {
    expect(acceptAnswers(form, sent)).toEqual({ ok: false, code: 'survey.answer_refused', fields })
  })

  it('keeps of anything at all only answers that their question has, on the way they lead', () => {
    const anything = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 's3', 's0', 'na', '', '话'),
      fc.integer({ min: -1, max: 11 }),
      fc.array(fc.constantFrom('a', 'b', 'c', 'z'), { maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'), anything), (sent) => {
        const accepted = acceptAnswers(form, sent)
        if (!accepted.ok) return
        const way = walk(form, accepted.value)
        for (const id of Object.keys(accepted.value)) {
          expect(way.filter(isAsked).map((one) => one.id as string)).toContain(id)
        }
        expect(acceptAnswers(form, accepted.value as typeof sent)).toEqual(accepted)
      }),
    )
  })
})

describe('scores and offers', () => {
  it.each([
    ['q2', 's3', 100],
    ['q2', 's2', 200 / 3],
    ['q2', 's1', 100 / 3],
    ['q2', 's0', 0],
    ['q2', 'na', null],
    ['q4', 0, 0],
    ['q4', 7, 70],
    ['q1', 'a', null],
    ['q2', undefined, null],
  ])('%s answered %s scores %s', (id, answer, score) => {
    const asked = question(id)
    expect(isScored(asked) && scoreOf(asked, answer)).toBe(score)
  })

  it('offers what an answer on the way asks for, the graver of two, and nothing by what was not reached', () => {
    const offered = (answers: Record<string, string | string[] | number>) =>
      concernsIn(form, answers).map(({ question: { id }, concern }) => [id, concern])
    expect(offered({ q1: 'a', q3: ['a', 'b'], q4: 3, q5: 's0' })).toEqual([
      ['q3', 'report'],
      ['q4', 'complaint'],
      ['q5', 'complaint'],
    ])
    expect(offered({ q1: 'a', q3: ['c'], q4: 4, q5: 's1' })).toEqual([])
  })
})
