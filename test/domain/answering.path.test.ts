import type { QuestionId, SentAnswers } from '#domain/survey/question.model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAnswers } from '#domain/survey/path'
import { isAsked } from '#domain/survey/question.model'
import {
  afterSkipping,
  askedIn,
  goingOnAt,
  handedIn,
  standingAt,
  stillFitting,
  whyNot,
  withAnswer,
  wordsOfConcern,
} from '#domain/survey/answering.path'
import { aSurveyForm } from '../builders/answering.builder'

const form = aSurveyForm()
const id = (name: string) => name as QuestionId
const question = (name: string) => {
  const found = form.questions.filter(isAsked).find((one) => one.id === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const idsOf = (answers: SentAnswers) => askedIn(form, answers).map((one) => one.id)

describe('the way through a questionnaire', () => {
  it('counts the questions of the way that the answers lead, and no headings', () => {
    expect(idsOf({})).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'])
    expect(idsOf({ q2: 'no' })).toEqual(['q1', 'q2', 'q4', 'q5', 'q6', 'q7'])
    expect(standingAt(form, { q2: 'no' }, id('q4'))).toMatchObject({ now: 3, of: 6, before: 'q2', after: 'q5' })
  })

  it('tells the heading a question stands under, with its words at the first one only', () => {
    expect(standingAt(form, {}, id('q1'))?.section).toEqual({ text: '看医生', hint: '说的都是这一次。', begins: true })
    expect(standingAt(form, {}, id('q5'))?.section).toMatchObject({ text: '看医生', begins: false })
  })

  it('does not stand at a question that the answers lead past', () => {
    expect(standingAt(form, { q2: 'no' }, id('q3'))).toBeNull()
  })

  it('goes on from a skipped question as if it had no answer', () => {
    expect(afterSkipping(form, { q2: 'no' }, id('q2'))).toBe('q3')
    expect(afterSkipping(form, {}, id('q7'))).toBeNull()
  })

  it('is gone on with where one stopped, or at the first question without an answer', () => {
    expect(goingOnAt(form, { q1: 's3' }, id('q4'))).toBe('q4')
    expect(goingOnAt(form, { q1: 's3', q2: 'no' }, id('q3'))).toBe('q4')
    expect(goingOnAt(form, {}, null)).toBe('q1')
    expect(goingOnAt(form, { q1: 's3', q2: 'no', q4: ['none'], q5: 's3', q6: 'no', q7: '好' }, null)).toBe('q7')
  })
})

describe('what is handed in', () => {
  it('is what was reached and answered: nothing hidden, nothing blank', () => {
    const answers = { q1: 's3', q2: 'no', q3: 2, q4: ['none'], q5: 's3', q7: '  ' }
    expect(handedIn(form, answers)).toEqual({ q1: 's3', q2: 'no', q4: ['none'], q5: 's3' })
    expect(handedIn(form, { ...answers, q2: 'yes', q7: ' 谢谢 ' })).toEqual({
      q1: 's3',
      q2: 'yes',
      q3: 2,
      q4: ['none'],
      q5: 's3',
      q7: '谢谢',
    })
  })

  it('is taken by the hospital whenever no question on the way wants anything', () => {
    const answers = fc.record(
      {
        q1: fc.constantFrom('s3', 's0'),
        q2: fc.constantFrom('yes', 'no'),
        q3: fc.integer({ min: 0, max: 10 }),
        q4: fc.constantFrom(['queue'], ['queue', 'road'], ['none']),
        q5: fc.constantFrom('s3', 's0'),
        q6: fc.constantFrom('no', 'yes'),
        q7: fc.string({ maxLength: 20 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answers, (given) => {
        const chosen = given as SentAnswers
        const wants = askedIn(form, chosen).filter((one) => whyNot(one, chosen[one.id], true) !== null)
        expect(acceptAnswers(form, handedIn(form, chosen)).ok).toBe(wants.length === 0)
      }),
    )
  })
})

describe('what a question still wants', () => {
  it.each([
    ['q1', undefined, false, '请先选一个，不答就点“跳过”'],
    ['q1', undefined, true, null],
    ['q1', 's3', false, null],
    ['q1', 's9', false, '请再选一次'],
    ['q5', undefined, true, '请先选一个'],
    ['q4', ['queue'], false, null],
    ['q3', 0, false, null],
    ['q7', undefined, false, null],
    ['q7', '字'.repeat(500), false, null],
    ['q7', '字'.repeat(501), false, '太长了，请删到 500 字以内'],
    ['q7', '\u0007', false, '里面有认不出的符号，请删掉再试'],
  ])('of %s answered %j, last %s, is %s', (name, answer, isLast, words) => {
    expect(whyNot(question(name), answer, isLast)).toBe(words)
  })

  it('is a few words where words have to be written', () => {
    expect(whyNot({ ...question('q7'), required: true }, ' ', true)).toBe('请写几个字')
  })
})

describe('answers under a newer version', () => {
  it('stay where the question still takes them', () => {
    const questions = form.questions
      .filter((one) => one.id !== 'q1')
      .map((one) =>
        one.kind === 'multiple' ? { ...one, options: one.options.filter((option) => option.id !== 'road') } : one,
      )
    const newer = { ...form, questions }
    expect(stillFitting(newer, { q1: 's3', q2: 'yes', q3: 7, q4: ['road'], q7: ' 慢 ' })).toEqual({
      q2: 'yes',
      q3: 7,
      q7: ' 慢 ',
    })
  })

  it('are taken back without leaving a trace', () => {
    expect(withAnswer({ q1: 's3', q3: 4 }, id('q3'), undefined)).toEqual({ q1: 's3' })
    expect(withAnswer({ q1: 's3' }, id('q4'), ['queue'])).toEqual({ q1: 's3', q4: ['queue'] })
  })
})

describe('the words that a complaint begins with', () => {
  it('are the question and the answer that were low', () => {
    expect(wordsOfConcern(form, { q2: 'no', q5: 's0', q6: 'yes' })).toBe(
      '评价的时候，“总的来说，这次看病您满意吗？”我答的是“非常不满意”。\n当时的情况是：',
    )
  })

  it('are none where nothing was low, and none of a question that was not reached', () => {
    expect(wordsOfConcern(form, { q2: 'no', q5: 's3' })).toBe('')
    const low = aSurveyForm({
      questions: form.questions.map((one) => (one.kind === 'number' ? { ...one, concernAt: 3 } : one)),
    })
    expect(wordsOfConcern(low, { q2: 'no', q3: 1, q5: 's3' })).toBe('')
    expect(wordsOfConcern(low, { q2: 'yes', q3: 1, q5: 's3' })).toContain('我答的是“1 分”')
  })
})
