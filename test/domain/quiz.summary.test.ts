import type { Attempt } from '#domain/integrity/attempt.model'
import { begin, submit } from '#domain/integrity/attempt.rules'
import { examFigures } from '#domain/integrity/exam.figures'
import { type ItemSums, itemSums, overExams } from '#domain/integrity/exam.summary'
import { versionsByKey } from '#domain/integrity/grading'
import { ANALYSED_FROM } from '#domain/integrity/item-analysis'
import { slotsOf } from '#domain/integrity/paper.rules'
import { seedOf } from '#domain/integrity/seeded'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anExam, drawable, judged, later, MINUTE, now, questionId, several, staff, written } from './quiz.builders'

const pool = [drawable(1, written()), drawable(2, several()), drawable(3, judged(true))]
const QUESTIONS = pool.length
const exam = anExam({ planned: { blueprint: [{ topic: null, kind: null, difficulty: null, count: QUESTIONS }] } })
const versions = versionsByKey(pool)

/** `knows[person][question]` answers as it should be answered, everybody else takes the last option. */
const handedIn = (knows: readonly (readonly boolean[])[]): Attempt[] =>
  knows.map((known, person) => {
    const candidate = { id: staff(`p${person}`), departmentId: null, groups: [] }
    const begun = begin(exam, { candidate, before: [], pool, seed: seedOf(`${person}`), now })
    if (!begun.ok) throw new Error(begun.code)
    const answers = slotsOf(begun.value.paper).map(({ slot, kind, options, question }, at) => {
      const isKnown = known[pool.findIndex(({ questionId: id }) => id === question.questionId)] === true
      const right = kind === 'multiple' ? ['a', 'b', 'c'] : ['a', 't']
      const places = options.flatMap((option, place) => (right.includes(option) === isKnown ? [place] : []))
      return { slot, chosen: kind === 'multiple' ? places : places.slice(0, 1), flagged: false, seq: at + 1 }
    })
    return submit(begun.value, exam, { answers, leaves: null, versions }, later(20 * MINUTE))
  })

const room = (least: number) =>
  fc.array(fc.array(fc.boolean(), { minLength: QUESTIONS, maxLength: QUESTIONS }), { minLength: least, maxLength: 60 })
const sumsFor = (number: number, rooms: readonly boolean[][][]): ItemSums[] =>
  rooms.flatMap((knows) => itemSums(handedIn(knows)).filter((sums) => sums.questionId === questionId(number)))
const firstOf = (knows: readonly boolean[][]) =>
  examFigures(handedIn(knows)).questions.find((item) => item.questionId === questionId(1))

describe('sums of one exam', () => {
  it('say of a question what its figures say', () => {
    fc.assert(
      fc.property(room(ANALYSED_FROM), (knows) => {
        const { facility, discrimination, asked } = overExams(sumsFor(1, [knows]))
        const figures = firstOf(knows)
        expect(asked).toBe(knows.length)
        expect(facility).toBeCloseTo(figures?.facility ?? Number.NaN, 6)
        if (discrimination === null) expect(figures?.discrimination).toBeNull()
        else expect(discrimination).toBeCloseTo(figures?.discrimination ?? Number.NaN, 6)
      }),
      { numRuns: 40 },
    )
  })
})

describe('sums of several exams', () => {
  it('count everybody once, and say nothing of fewer people than are analysed', () => {
    fc.assert(
      fc.property(room(1), room(1), (one, other) => {
        const over = overExams(sumsFor(2, [one, other]))
        const people = one.length + other.length
        expect(over.asked).toBe(people)
        expect(over.facility === null).toBe(people < ANALYSED_FROM)
        const right = [...one, ...other].filter(([, knows]) => knows).length
        if (over.facility !== null) expect(over.facility).toBeCloseTo((100 * right) / people, 6)
        const chosen = over.use?.[0]?.options.find(({ option }) => option === 'd')
        if (over.use) expect(chosen?.all).toBe(people - right)
      }),
      { numRuns: 40 },
    )
  })

  it('know an exam that was easy from a question that is misleading', () => {
    // In both the question goes with the rest; together they would seem to go against it, were means not their own.
    const knowing = (all: boolean, count: number) => Array.from({ length: count }, () => [all, all, all])
    const hard = [...knowing(true, 4), ...knowing(false, 16)]
    const easy = [...knowing(true, 16), ...knowing(false, 4)]
    expect(overExams(sumsFor(1, [hard, easy])).discrimination).toBeCloseTo(100, 6)
    const against = Array.from({ length: 40 }, (_, at) => [at % 2 === 0, at % 2 === 1, at % 2 === 1])
    expect(overExams(sumsFor(1, [against])).discrimination).toBeCloseTo(-100, 6)
    expect(overExams([])).toEqual({ asked: 0, facility: null, discrimination: null, use: null })
  })
})
