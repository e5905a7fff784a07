import type { Answers } from '#domain/survey/question.model'
import { totalFigure } from '#domain/survey/figure'
import { scoreSheet } from '#domain/survey/score'
import { isTotalOneQuestion, scoredDimension } from '#domain/survey/survey.tally'
import { describe, expect, it } from 'vitest'
import { aForm, aMultiple, aNumber, aScale, aSingle, someWords } from '../builders/survey.builder'

/** Two questions on talking, two on place, one of 0–10 on drugs, a scored choice on meals; the overall one stands alone. */
const form = aForm(
  [
    aScale('q1', 'talk'),
    aScale('q2', 'talk'),
    aScale('q3', 'place'),
    aScale('q4', 'place'),
    aNumber('q5', 'drug'),
    aSingle('q6', 'meal', { good: 100, fair: 45, poor: 10, none: null }),
    aScale('q7', null),
    aMultiple('q8', ['a', 'b', 'c']),
    someWords('q9'),
  ],
  { overall: 'q7' },
)

const scored = (answers: Answers, of = form) => {
  const { total, dimensions, headline } = scoreSheet(of, answers)
  return { total, dimensions: Object.fromEntries(dimensions.map(({ id, score }) => [id, score])), headline }
}

describe('scoring a sheet', () => {
  // By hand: 总是 100, 经常 66.666…, 有时 33.333…, 从未 0; the mean of a dimension, then the mean of the dimensions.
  it.each<[string, Answers, ReturnType<typeof scored>]>([
    [
      'the best of everything',
      { q1: 's3', q2: 's3', q3: 's3', q4: 's3', q5: 10, q6: 'good', q7: 's3' },
      { total: 10_000, dimensions: { talk: 10_000, place: 10_000, drug: 10_000, meal: 10_000 }, headline: true },
    ],
    [
      'the worst of everything',
      { q1: 's0', q2: 's0', q3: 's0', q4: 's0', q5: 0, q6: 'poor', q7: 's0' },
      // meal 10; (0 + 0 + 0 + 10) / 4 = 2.5
      { total: 250, dimensions: { talk: 0, place: 0, drug: 0, meal: 1000 }, headline: false },
    ],
    [
      'a mixed sheet',
      { q1: 's3', q2: 's2', q3: 's1', q4: 's0', q5: 7, q6: 'fair', q7: 's2' },
      // talk (100 + 66.67)/2 = 83.33; place (33.33 + 0)/2 = 16.67; drug 70; meal 45; sum 215 / 4 = 53.75
      { total: 5375, dimensions: { talk: 8333, place: 1667, drug: 7000, meal: 4500 }, headline: false },
    ],
    [
      '不适用, which is no part of its dimension',
      { q1: 'na', q2: 's2', q3: 's3', q4: 'na', q7: 'na' },
      // talk 66.67, place 100; (66.667 + 100)/2 = 83.333
      { total: 8333, dimensions: { talk: 6667, place: 10_000 }, headline: null },
    ],
    [
      'a dimension that is 不适用 as a whole',
      { q1: 's2', q2: 's1', q3: 'na', q4: 'na', q5: 4, q7: 's3' },
      // talk (66.67 + 33.33)/2 = 50; drug 40; 90 / 2 = 45
      { total: 4500, dimensions: { talk: 5000, drug: 4000 }, headline: true },
    ],
    ['an interrupted sheet', { q1: 's1' }, { total: 3333, dimensions: { talk: 3333 }, headline: null }],
    ['a choice without a score', { q6: 'none', q5: 3 }, { total: 3000, dimensions: { drug: 3000 }, headline: null }],
    ['words and the overall question alone', { q7: 's3', q9: '很好' }, { total: null, dimensions: {}, headline: true }],
    ['nothing that counts', { q8: ['a'], q9: '很好' }, { total: null, dimensions: {}, headline: null }],
  ])('gives %s what was reckoned by hand', (_, answers, expected) => {
    expect(scored(answers)).toEqual(expected)
  })

  it('counts what was chosen, and 不适用 apart', () => {
    const { questions } = scoreSheet(form, { q1: 'na', q5: 3, q6: 'fair', q8: ['a', 'c'], q9: '谢谢' })
    expect(questions).toEqual([
      { id: 'q1', score: null, na: true, options: ['na'] },
      { id: 'q5', score: 3000, na: false, options: [] },
      { id: 'q6', score: 4500, na: false, options: ['fair'] },
      { id: 'q8', score: null, na: false, options: ['a', 'c'] },
      { id: 'q9', score: null, na: false, options: [] },
    ])
  })

  it('rounds once: three thirds are a whole', () => {
    const thirds = aForm([aScale('q1', 'talk'), aScale('q2', 'talk'), aScale('q3', 'talk')])
    // (66.667 + 66.667 + 66.667) / 3, and 33.333 + 33.333 + 33.333 = 100 over three
    expect(scored({ q1: 's2', q2: 's2', q3: 's2' }, thirds).total).toBe(6667)
    expect(scored({ q1: 's1', q2: 's1', q3: 's1' }, thirds).total).toBe(3333)
    expect(scored({ q1: 's3', q2: 's0', q3: 's0' }, thirds).total).toBe(3333)
  })

  it('takes a form without dimensions as one', () => {
    const plain = aForm([aScale('q1', null), aNumber('q2', null)], { overall: 'q1' })
    expect(scored({ q1: 's3', q2: 5 }, plain)).toEqual({ total: 7500, dimensions: {}, headline: true })
  })
})

describe('a total that is one question', () => {
  it.each([
    ['of a form without dimensions', aForm([aScale('q1', null), someWords('q2')]), true],
    ['of the only question in a dimension', aForm([aScale('q1', 'talk'), aScale('q2', null)]), true],
    ['beside a choice without scores', aForm([aScale('q1', null), aSingle('q2', null, { no: null, yes: null })]), true],
    ['of two questions', aForm([aScale('q1', null), aScale('q2', null)]), false],
    ['of two dimensions', form, false],
  ])('%s is known: %s', (_of, asked, isOne) => {
    expect(isTotalOneQuestion(asked)).toBe(isOne)
  })

  it('is not made two by a choice without scores that stands in the same dimension', () => {
    const asked = aForm([aScale('q1', 'talk'), aSingle('q2', 'talk', { no: null, yes: null })])
    expect(isTotalOneQuestion(asked)).toBe(true)
    expect(asked.questions.map(scoredDimension)).toEqual(['talk', null])
  })

  it('has no interval of its mean: with it, twelve answers tell how many chose each option', () => {
    const sums = { n: 12, sum: 86_667, squares: 711_111_111, top: 5, of: 12 }
    expect(totalFigure(sums, true)).toMatchObject({ n: 12, lower: null, upper: null, top: 5 })
    expect(totalFigure(sums, false).lower).not.toBeNull()
  })
})
