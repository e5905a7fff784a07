import { Blueprint, type BlueprintCell } from '#domain/integrity/blueprint.model'
import { drawBy, shortageInWords } from '#domain/integrity/blueprint.rules'
import { byTopic, creditOf, isPass, mark, percentOf, verdictOf, versionsByKey } from '#domain/integrity/grading'
import { Marking, type Slot, slotOf, USUAL_MARKING } from '#domain/integrity/paper.model'
import { drawPaper, slotsOf } from '#domain/integrity/paper.rules'
import type { PoolQuestion } from '#domain/integrity/pool.model'
import { ONLY_PART, type OptionId, PartId, questionVersionKey } from '#domain/integrity/question.model'
import { chanceFrom, Seed, seedOf, shuffled } from '#domain/integrity/seeded'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { drawable, judged, option, questionId, several, story, written } from './quiz.builders'

const seed = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 32, maxLength: 32 })
  .map((digits) => v.parse(Seed, digits.map((digit) => digit.toString(16)).join('')))

const TOPICS = ['rule1', 'rule6', 'gifts'] as const
const KINDS = ['single', 'multiple', 'true_false'] as const
const LEVELS = [1, 2, 3] as const

const cell = fc.record({
  topic: fc.option(fc.constantFrom(...TOPICS)),
  kind: fc.option(fc.constantFrom(...KINDS)),
  difficulty: fc.option(fc.constantFrom(...LEVELS)),
  count: fc.integer({ min: 1, max: 5 }),
})
const blueprint = fc.array(cell, { minLength: 1, maxLength: 5 })
const placed = fc.record({
  topic: fc.constantFrom(...TOPICS),
  kind: fc.constantFrom(...KINDS),
  difficulty: fc.constantFrom(...LEVELS),
})
type Placed = { topic: string; kind: string; difficulty: number }

const fits = (wanted: BlueprintCell, { topic, kind, difficulty }: Placed): boolean =>
  (wanted.topic ?? topic) === topic &&
  (wanted.kind ?? kind) === kind &&
  (wanted.difficulty ?? difficulty) === difficulty

/** Hall's condition over every set of cells: whether any draw at all can meet the blueprint. */
const canBeMet = (cells: readonly BlueprintCell[], pool: readonly Placed[]): boolean =>
  Array.from({ length: 2 ** cells.length }, (_, set) =>
    cells.filter((_cell, at) => Math.floor(set / 2 ** at) % 2 === 1),
  ).every(
    (some) =>
      some.reduce((sum, { count }) => sum + count, 0) <=
      pool.filter((question) => some.some((wanted) => fits(wanted, question))).length,
  )

describe('chance out of a seed', () => {
  it('is the same for the same seed and different for another', () => {
    const numbers = (words: string) => {
      const chance = chanceFrom(seedOf(words))
      return Array.from({ length: 8 }, () => chance(1_000_000))
    }
    expect(numbers('今天')).toEqual(numbers('今天'))
    expect(numbers('今天')).not.toEqual(numbers('明天'))
  })

  it('gives the published numbers of xoshiro128** from the state 1, 2, 3, 4', () => {
    const chance = chanceFrom(v.parse(Seed, '00000001000000020000000300000004'))
    expect(Array.from({ length: 5 }, () => chance(2 ** 32))).toEqual([11520, 0, 5927040, 70819200, 2031721883])
  })

  it('never runs dry, not even on zeros', () => {
    const chance = chanceFrom(v.parse(Seed, '0'.repeat(32)))
    expect(new Set(Array.from({ length: 20 }, () => chance(1000))).size).toBeGreaterThan(5)
  })

  it('favours nothing by more than chance: chi-square of 60 000 dice stays below its 1 in 10 000', () => {
    const chance = chanceFrom(seedOf('dice'))
    const counts = Array.from({ length: 6 }, () => 0)
    for (let thrown = 0; thrown < 60_000; thrown += 1) {
      const face = chance(6)
      counts[face] = (counts[face] ?? 0) + 1
    }
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(25.7)
  })

  it('shuffles into every order about as often', () => {
    const chance = chanceFrom(seedOf('orders'))
    const counts = new Map<string, number>()
    for (let round = 0; round < 6000; round += 1) {
      const order = shuffled(['a', 'b', 'c'], chance).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('drawing by a blueprint', () => {
  it('meets every blueprint that can be met, with no question twice, and refuses every other', () => {
    fc.assert(
      fc.property(blueprint, fc.array(placed, { maxLength: 14 }), seed, (cells, pool, from) => {
        const drawn = drawBy(cells, pool, chanceFrom(from))
        expect(drawn.met).toBe(canBeMet(cells, pool))
        if (!drawn.met) return
        expect(new Set(drawn.questions.map(({ question }) => question)).size).toBe(drawn.questions.length)
        for (const [at, wanted] of cells.entries()) {
          const those = drawn.questions.filter((each) => each.cell === at)
          expect(those).toHaveLength(wanted.count)
          for (const { question } of those) expect(fits(wanted, question)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('refuses with cells that together ask for more than fits any of them', () => {
    // Of two topics and two kinds: cells that want the same questions.
    const topic = fc.constantFrom('rule1', 'rule6')
    const kind = fc.constantFrom('single', 'multiple')
    const about = { difficulty: fc.constant(null), count: fc.integer({ min: 1, max: 2 }) }
    const wants = fc.array(fc.record({ topic: fc.option(topic), kind: fc.option(kind), ...about }), { maxLength: 4 })
    const bank = fc.array(fc.record({ topic, kind, difficulty: fc.constant(1) }), { maxLength: 6 })
    let together = 0
    fc.assert(
      fc.property(wants, bank, seed, (cells, pool, from) => {
        const drawn = drawBy(cells, pool, chanceFrom(from))
        if (drawn.met) return
        const { shortage } = drawn
        if (shortage.cells.length > 1) together += 1
        const short = shortage.cells.flatMap((at) => cells[at] ?? [])
        expect(shortage.wanted).toBe(short.reduce((sum, { count }) => sum + count, 0))
        expect(shortage.available).toBe(pool.filter((one) => short.some((wanted) => fits(wanted, one))).length)
        expect(shortage.wanted).toBeGreaterThan(shortage.available)
      }),
      { numRuns: 200 },
    )
    expect(together).toBeGreaterThan(0)
  })

  it('gives way: a broad cell takes what a narrow one does not need', () => {
    const pool = [
      { topic: 'rule1', kind: 'single', difficulty: 1 },
      { topic: 'rule6', kind: 'single', difficulty: 1 },
    ] as const
    const cells = v.parse(Blueprint, [
      { topic: null, kind: 'single', difficulty: null, count: 1 },
      { topic: 'rule6', kind: null, difficulty: null, count: 1 },
    ])
    for (let round = 0; round < 20; round += 1) {
      expect(drawBy(cells, pool, chanceFrom(seedOf(String(round)))).met).toBe(true)
    }
  })

  it('says why not, in words', () => {
    const cells = v.parse(Blueprint, [{ topic: 'rule6', kind: 'single', difficulty: 3, count: 4 }])
    expect(shortageInWords(cells, { cells: [0], wanted: 4, available: 1 })).toBe(
      '“准则六 不牟利转介患者 · 单选 · 难”要 4 题，在用的题只有 1 道，差 3 道。请少要几题，或者先出题。',
    )
    const two = [...cells, { topic: null, kind: 'single', difficulty: null, count: 1 } as const]
    expect(shortageInWords(two, { cells: [0, 1], wanted: 5, available: 1 })).toContain(
      '“主题不限 · 单选 · 难度不限”合起来要 5 题',
    )
  })

  it('is refused for more questions than a paper has', () => {
    const cells = Array.from({ length: 2 }, () => ({ topic: null, kind: null, difficulty: null, count: 51 }))
    expect(v.is(Blueprint, cells)).toBe(false)
  })
})

const POOL = [
  ...Array.from({ length: 12 }, (_, at) => drawable(at + 1, written({ topic: TOPICS[at % 3] ?? 'rule1' }))),
  ...Array.from({ length: 6 }, (_, at) => drawable(at + 20, several())),
  ...Array.from({ length: 4 }, (_, at) => drawable(at + 30, judged(at % 2 === 0))),
  drawable(40, story()),
]
const PLAN = {
  blueprint: v.parse(Blueprint, [
    { topic: null, kind: 'case', difficulty: null, count: 1 },
    { topic: null, kind: 'single', difficulty: null, count: 4 },
    { topic: null, kind: 'multiple', difficulty: null, count: 2 },
    { topic: null, kind: 'true_false', difficulty: null, count: 2 },
  ]),
  marking: USUAL_MARKING,
}
const paperOf = (from: Seed, pool: readonly PoolQuestion[] = POOL) => {
  const drawn = drawPaper(PLAN, pool, from)
  if (!drawn.met) throw new Error('the pool is large enough')
  return drawn.paper
}

describe('a paper', () => {
  it('is the same for one seed, in whatever order the bank was read', () => {
    fc.assert(
      fc.property(seed, fc.shuffledSubarray(POOL, { minLength: POOL.length }), (from, mixed) => {
        expect(paperOf(from, mixed)).toEqual(paperOf(from))
      }),
      { numRuns: 50 },
    )
  })

  it('has all options of a question, each once, mixed; those that must keep their order keep it', () => {
    const orders = new Set<string>()
    for (let round = 0; round < 40; round += 1) {
      const paper = paperOf(seedOf(String(round)))
      for (const { kind, options } of slotsOf(paper)) {
        if (kind === 'true_false') expect(options).toEqual(['t', 'f'])
        else if (kind === 'single' && options.length === 4) orders.add(options.join(''))
      }
    }
    expect(orders.size).toBeGreaterThan(15)
    const fixed = [drawable(1, written({ fixedOrder: true }))]
    const one = v.parse(Blueprint, [{ topic: null, kind: null, difficulty: null, count: 1 }])
    for (let round = 0; round < 10; round += 1) {
      const drawn = drawPaper({ ...PLAN, blueprint: one }, fixed, seedOf(String(round)))
      expect(drawn.met && drawn.paper.questions[0]?.parts[0]?.options).toEqual(['a', 'b', 'c', 'd'])
    }
  })

  it('keeps questions of one kind together, cases last, and a case whole', () => {
    const kinds = paperOf(seedOf('x')).questions.map(({ kind }) => kind)
    expect(kinds).toEqual([
      'single',
      'single',
      'single',
      'single',
      'multiple',
      'multiple',
      'true_false',
      'true_false',
      'case',
    ])
    expect(
      paperOf(seedOf('x'))
        .questions.at(-1)
        ?.parts.map(({ part, marks }) => [part, marks]),
    ).toEqual([
      ['p1', 1],
      ['p2', 2],
      ['p3', 1],
    ])
  })
})

describe('marking one answer', () => {
  const choice = (kind: 'single' | 'multiple' | 'true_false', key: string, chosen: string) =>
    verdictOf({ kind, key: Array.from(key, option) }, Array.from(chosen, option))

  it('is all or nothing of a single choice', () => {
    expect(choice('single', 'a', 'a')).toBe('right')
    expect(choice('single', 'a', 'b')).toBe('wrong')
    expect(choice('single', 'a', 'ab')).toBe('wrong')
    expect(choice('single', 'a', '')).toBe('unanswered')
    // After a regrade both may be right, and one is enough.
    expect(choice('single', 'ab', 'b')).toBe('right')
    expect(choice('single', 'ab', 'ab')).toBe('wrong')
  })

  it('is half of a multiple choice with something missing and nothing wrong, and nothing with anything wrong', () => {
    expect(choice('multiple', 'abc', 'cba')).toBe('right')
    expect(choice('multiple', 'abc', 'ab')).toBe('incomplete')
    expect(choice('multiple', 'abc', 'aab')).toBe('incomplete')
    expect(choice('multiple', 'abc', 'abd')).toBe('wrong')
    expect(choice('multiple', 'abc', 'abcd')).toBe('wrong')
    expect(creditOf('incomplete', 'half')).toBe(0.5)
    expect(creditOf('incomplete', 'nothing')).toBe(0)
    expect([creditOf('wrong', 'half'), creditOf('unanswered', 'half')]).toEqual([0, 0])
  })

  it('takes half marks and no other fractions as marks', () => {
    expect(v.is(Marking, { ...USUAL_MARKING, single: 0.5 })).toBe(true)
    expect(v.is(Marking, { ...USUAL_MARKING, single: 0.3 })).toBe(false)
    expect(v.is(Marking, { ...USUAL_MARKING, single: 0 })).toBe(false)
  })
})

const rightAnswers = (pool: typeof POOL) =>
  new Map(
    pool.flatMap(({ questionId: id, content }) => {
      const parts = content.kind === 'case' ? content.parts : [{ ...content, id: ONLY_PART }]
      return parts.map((part): [Slot, OptionId[]] => {
        const key = part.kind === 'true_false' ? [option(part.isTrue ? 't' : 'f')] : [...part.key]
        return [slotOf(id, part.id), key]
      })
    }),
  )

describe('marking a paper', () => {
  const versions = versionsByKey(POOL)
  const marked = (chosen: ReadonlyMap<Slot, readonly OptionId[]>, from: Seed = seedOf('paper')) =>
    mark(paperOf(from), chosen, { versions, incomplete: 'half' })

  it('divides by everything drawn: nothing answered is nothing of all of it', () => {
    // 4 single, 2 multiple, 2 judgements and a case of 1 + 2 + 1.
    expect(marked(new Map())).toMatchObject({ earned: 0, possible: 14 })
    expect(marked(rightAnswers(POOL))).toMatchObject({ earned: 14, possible: 14 })
    // An option of no question here is nobody's choice.
    const foreign = new Map([...rightAnswers(POOL)].map(([slot, key]) => [slot, [...key, option('z9')]]))
    expect(marked(foreign)).toMatchObject({ earned: 14, possible: 14 })
  })

  it('gives between nothing and all, whatever is chosen, and no more for answers that are on no paper', () => {
    const anything = fc.array(
      fc.tuple(
        fc.constantFrom(...POOL),
        fc.constantFrom('p1', 'p2', 'p3'),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 't', 'f')),
      ),
    )
    fc.assert(
      fc.property(anything, seed, (answers, from) => {
        const chosen = new Map(
          answers.map(([{ questionId: id }, part, options]) => [
            slotOf(id, v.parse(PartId, part)),
            options.map(option),
          ]),
        )
        const result = marked(chosen, from)
        expect(result.possible).toBe(14)
        expect(result.earned).toBeGreaterThanOrEqual(0)
        expect(result.earned).toBeLessThanOrEqual(14)
        expect(result.slots.reduce((sum, { earned }) => sum + earned, 0)).toBe(result.earned)
        const onPaper = new Set(result.slots.map(({ slot }) => slot))
        const others = new Map([...chosen].filter(([slot]) => onPaper.has(slot)))
        expect(marked(others, from)).toEqual(result)
      }),
      { numRuns: 60 },
    )
  })

  it('never takes anything away for one right answer more', () => {
    const right = rightAnswers(POOL)
    fc.assert(
      fc.property(fc.subarray([...right]), fc.constantFrom(...right), (some, [slot, key]) => {
        const before = marked(new Map(some)).earned
        expect(marked(new Map([...some, [slot, key]])).earned).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 60 },
    )
  })

  it('follows a regrade: another key, or everybody right', () => {
    const one = [drawable(1)]
    const only = v.parse(Blueprint, [{ topic: null, kind: null, difficulty: null, count: 1 }])
    const drawn = drawPaper({ ...PLAN, blueprint: only }, one, seedOf('one'))
    if (!drawn.met) throw new Error('there is one question')
    const chosen = new Map([[slotOf(questionId(1), ONLY_PART), [option('b')]]])
    const about = { versions: versionsByKey(one), incomplete: 'half' } as const
    const key = questionVersionKey(questionId(1), 1)
    const keys = { keys: new Map([[ONLY_PART, [option('b')]]]) }
    expect(mark(drawn.paper, chosen, about).earned).toBe(0)
    expect(mark(drawn.paper, chosen, { ...about, corrections: new Map([[key, keys]]) }).earned).toBe(1)
    expect(mark(drawn.paper, new Map(), { ...about, corrections: new Map([[key, 'everybody']]) }).earned).toBe(1)
    const other = new Map([[questionVersionKey(questionId(1), 2), 'everybody' as const]])
    expect(mark(drawn.paper, chosen, { ...about, corrections: other }).earned).toBe(0)
  })

  it('sums up by topic', () => {
    const scores = byTopic(marked(rightAnswers(POOL)).slots)
    expect(scores.reduce((sum, { possible }) => sum + possible, 0)).toBe(14)
    expect(scores.find(({ topic }) => topic === 'gifts')).toMatchObject({ topic: 'gifts' })
    for (const { right, asked, earned, possible } of scores) expect([right, earned]).toEqual([asked, possible])
  })
})

describe('passing', () => {
  it('stands on the very mark, without rounding up', () => {
    expect(isPass({ earned: 24, possible: 30 }, 80)).toBe(true)
    expect(isPass({ earned: 23.5, possible: 30 }, 80)).toBe(false)
    expect(isPass({ earned: 0, possible: 0 }, 1)).toBe(false)
    expect(percentOf({ earned: 0, possible: 0 })).toBeNull()
    expect(percentOf({ earned: 1, possible: 4 })).toBe(25)
  })
})
