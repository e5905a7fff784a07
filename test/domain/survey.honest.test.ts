import { isSmall } from '#domain/survey/honest.months'
import { YEAR_AT } from '#domain/survey/honest.table'
import { honestYear, type Seen } from '#domain/survey/honest.year'
import { DimensionId } from '#domain/survey/question.model'
import { CELL_FROM } from '#domain/survey/survey.model'
import { type Countable, tally, type Tally } from '#domain/survey/survey.tally'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aForm, aNumber, aScale, aSingle, department, SURVEY, touchpoint } from '../builders/survey.builder'
import { dice, type Dice } from '../rollup/folding.stage'
import { readerOf } from './linear.reader'

const form = aForm(
  [
    aScale('q1', 'talk'),
    aScale('q2', 'talk'),
    aNumber('q3', 'drug'),
    aScale('q4', null),
    aSingle('q5', null, { y: 0, n: 100 }),
  ],
  { overall: 'q4' },
)
const [TALK, DRUG] = ['talk', 'drug'].map((id) => v.parse(DimensionId, id)) as [DimensionId, DimensionId]
const UNITS = ['03.01', '10', '20', '25'].map(department)
const CODES = ['W-1', 'W-2'].map(touchpoint)
const MONTHS = Array.from({ length: 12 }, (_, at) => at)
const PERIODS = [0, 1, 2, 3, YEAR_AT]

const anAnswer = (chance: Dice) => {
  const scale = () => chance.pick(['s3', 's2', 's1', 's0', 'na', undefined] as const)
  const answers = {
    q1: scale(),
    q2: scale(),
    q3: chance.pick([3, 9, undefined] as const),
    q4: scale(),
    q5: chance.pick(['n', 'n', 'n', 'y', undefined] as const),
  }
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined),
  ) as Countable['answers']
}

/** By month: a hospital with departments of every size, some that nobody rates for months. */
const aYear = (chance: Dice): Countable[][] => {
  const usual = UNITS.map(() => chance.pick([0, 1, 3, 8, 20]))
  return MONTHS.map(() =>
    UNITS.flatMap((departmentId, unit) =>
      Array.from({ length: chance.below((usual[unit] ?? 0) + 1) }, () => ({
        surveyId: SURVEY,
        version: 1,
        way: 'self' as const,
        departmentId,
        touchpointId: chance.pick([...CODES, null]),
        form,
        answers: anAnswer(chance),
      })),
    ),
  )
}

const honestAt = (tallies: readonly Tally[], closed: number) =>
  honestYear({
    hospital: tallies.map(({ hospital }) => hospital),
    totals: tallies.map(({ totals }) => totals),
    details: tallies.map(({ details }) => details),
    closed,
  })

const monthsIn = (at: number) => (at === YEAR_AT ? MONTHS : MONTHS.filter((month) => Math.floor(month / 3) === at))

/** A kind of figure: who is asked, what is shown of whom, and how many there really are. */
interface Asked {
  readonly see: (closed: number, unit: number | undefined, at: number) => Seen<unknown>
  readonly count: (sheets: readonly Countable[]) => { n: number; of: number }
}

const scoreOf = (sheets: readonly Countable[], isOne: (answers: Countable['answers']) => boolean) => {
  const n = sheets.filter(({ answers }) => isOne(answers)).length
  return { n, of: n }
}

const rated = (answers: Countable['answers'], ...ids: string[]) =>
  ids.some((id) => answers[id] !== undefined && answers[id] !== 'na')

const playedYear = (seed: number) => {
  const year = aYear(dice(seed))
  const tallies = year.map((sheets) => tally(sheets))
  const years = [3, 4, 5, 6, 8, 9, 11, 12].map((closed) => [closed, honestAt(tallies, closed)] as const)
  const of = (closed: number) => new Map(years).get(closed) as ReturnType<typeof honestYear>
  const unitAt = (unit: number | undefined) => (unit === undefined ? undefined : UNITS[unit])
  const question = (id: string) => form.questions.find((each) => each.id === id) as (typeof form.questions)[number]
  const talking = ['q1', 'q2'].map(question)
  const kinds: Record<string, Asked> = {
    total: {
      see: (closed, unit, at) => of(closed).total(unitAt(unit), at),
      count: (sheets) => ({
        n: sheets.filter(({ answers }) => rated(answers, 'q1', 'q2', 'q3')).length,
        of: sheets.filter(({ answers }) => rated(answers, 'q4')).length,
      }),
    },
    talk: {
      see: (closed, unit, at) => of(closed).dimension(SURVEY, talking, TALK, unitAt(unit), at),
      count: (sheets) => scoreOf(sheets, (answers) => rated(answers, 'q1', 'q2')),
    },
    drug: {
      see: (closed, unit, at) => of(closed).dimension(SURVEY, [question('q3')], DRUG, unitAt(unit), at),
      count: (sheets) => scoreOf(sheets, (answers) => rated(answers, 'q3')),
    },
    ...Object.fromEntries(
      ['q1', 'q3', 'q4', 'q5'].map((id) => [
        id,
        {
          see: (closed: number, unit: number | undefined, at: number) =>
            of(closed).question(SURVEY, question(id), unitAt(unit), at),
          count: (sheets: readonly Countable[]) => scoreOf(sheets, (answers) => rated(answers, id)),
        },
      ]),
    ),
  }
  return { year, tallies, of, closings: years.map(([closed]) => closed), kinds, question }
}

const HISTORIES = 10

describe('a year of answers', () => {
  it('tells nobody who asks everything, at every time of the year, of fewer than ten', () => {
    let hidden = 0
    let shown = 0
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { year, of, closings, kinds } = playedYear(seed)
      const sheetsOf = (unit: number | undefined, months: readonly number[]) =>
        months.flatMap((month) =>
          (year[month] ?? []).filter(({ departmentId }) => unit === undefined || departmentId === UNITS[unit]),
        )
      for (const [name, { see, count }] of Object.entries(kinds)) {
        // One unknown for each department and month, but where it is said that nobody answered.
        const unknowns = UNITS.flatMap((_, unit) =>
          MONTHS.filter((month) => see(12, unit, Math.floor(month / 3)).state !== 'none').map((month) => ({
            unit,
            month,
          })),
        )
        const vector = (unit: number | undefined, months: readonly number[]) =>
          unknowns.map((each) => ((unit === undefined || each.unit === unit) && months.includes(each.month) ? 1 : 0))
        const published: number[][] = []
        const asked = [undefined, ...UNITS.keys()].flatMap((unit) => PERIODS.map((at) => ({ unit, at })))
        for (const closed of closings) {
          for (const { unit, at } of asked) {
            const isOver = at === YEAR_AT ? closed === 12 : closed >= (at + 1) * 3
            if (isOver && see(closed, unit, at).state === 'shown') published.push(vector(unit, monthsIn(at)))
          }
          if (name !== 'total' && name !== 'q4') continue
          for (const month of MONTHS) if (of(closed).month(month)) published.push(vector(undefined, [month]))
        }
        shown += published.length
        const reader = readerOf(published.filter((one) => one.some((part) => part > 0)))
        for (const { unit, at } of asked) {
          const really = count(sheetsOf(unit, monthsIn(at)))
          if (!isSmall(really)) continue
          hidden += 1
          expect({ seed, name, unit, at, told: reader.tells(vector(unit, monthsIn(at))) }).toEqual({
            seed,
            name,
            unit,
            at,
            told: false,
          })
        }
      }
    }
    expect(hidden).toBeGreaterThan(HISTORIES)
    expect(shown).toBeGreaterThan(HISTORIES)
  }, 120_000)

  it('never takes back what it showed', () => {
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { of, closings, kinds } = playedYear(seed)
      const last = closings[closings.length - 1] ?? 12
      for (const closed of closings) {
        for (const month of MONTHS) if (of(closed).month(month)) expect(of(last).month(month)).not.toBeNull()
        for (const { see } of Object.values(kinds)) {
          for (const at of [0, 1, 2, 3].filter((quarter) => closed >= (quarter + 1) * 3)) {
            for (const unit of [undefined, ...UNITS.keys()]) {
              expect(see(last, unit, at).state).toBe(see(closed, unit, at).state)
            }
          }
        }
      }
    }
  })

  it('keeps back the same cells of dimensions and questions as of the totals', () => {
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { kinds } = playedYear(seed)
      for (const unit of [undefined, ...UNITS.keys()]) {
        for (const at of PERIODS) {
          const state = kinds['total']?.see(12, unit, at).state
          if (state !== 'few' && state !== 'withheld') continue
          for (const { see } of Object.values(kinds)) expect(see(12, unit, at).state).not.toBe('shown')
        }
      }
    }
  })

  it('shows all options of a question or none, so that no count under five is told by the others', () => {
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { year, of, question } = playedYear(seed)
      for (const id of ['q1', 'q5']) {
        const asked = question(id)
        if (asked.kind !== 'scale' && asked.kind !== 'single') continue
        const ids = asked.options.map((option) => option.id)
        const countIn = (option: string, months: readonly number[]) =>
          months.flatMap((month) => year[month] ?? []).filter(({ answers }) => answers[id] === option).length
        const all = PERIODS.map((at) => of(12).options(SURVEY, asked, at))
        for (const at of PERIODS) {
          const shown = all[at]
          if (!shown) continue
          ids.forEach((option, place) => {
            const count = countIn(option, monthsIn(at))
            expect(shown[place]).toBe(count)
            if (option !== 'na') expect(count === 0 || count >= CELL_FROM).toBe(true)
          })
        }
        if (!all[YEAR_AT]) continue
        for (const option of ids.filter((one) => one !== 'na')) {
          const left = PERIODS.filter((at) => at !== YEAR_AT && !all[at]).map((at) => countIn(option, monthsIn(at)))
          const together = left.reduce((sum, count) => sum + count, 0)
          expect(together === 0 || (together >= CELL_FROM && left.length > 1)).toBe(true)
        }
      }
    }
  })

  it('shows the codes of a department without telling of one with fewer than ten', () => {
    let hidden = 0
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      const { year, of, kinds } = playedYear(seed)
      const codes = [...CODES, null]
      for (const unit of UNITS.keys()) {
        const countOf = (code: (typeof codes)[number], months: readonly number[]) =>
          kinds['total']?.count(
            months
              .flatMap((month) => year[month] ?? [])
              .filter(({ departmentId, touchpointId }) => departmentId === UNITS[unit] && touchpointId === code),
          ) ?? { n: 0, of: 0 }
        const unknowns = codes.flatMap((code) => [0, 1, 2, 3].map((at) => ({ code, at })))
        const vector = (code: (typeof codes)[number] | 'all', at: number) =>
          unknowns.map((each) => {
            const { n, of: headline } = countOf(each.code, monthsIn(each.at))
            if (n === 0 && headline === 0) return 0
            return (code === 'all' || code === each.code) && (at === YEAR_AT || at === each.at) ? 1 : 0
          })
        const published = PERIODS.flatMap((at) => [
          ...(of(12).total(UNITS[unit], at).state === 'shown' ? [vector('all', at)] : []),
          ...of(12)
            .touchpoints(department(UNITS[unit] ?? ''), at)
            .flatMap(({ code, seen }) => (seen.state === 'shown' ? [vector(code, at)] : [])),
        ])
        const reader = readerOf(published)
        for (const code of codes) {
          for (const at of PERIODS) {
            if (!isSmall(countOf(code, monthsIn(at)))) continue
            hidden += 1
            expect({ seed, unit, code, at, told: reader.tells(vector(code, at)) }).toEqual({
              seed,
              unit,
              code,
              at,
              told: false,
            })
          }
        }
      }
    }
    expect(hidden).toBeGreaterThan(HISTORIES)
  }, 120_000)

  it('shows of a year that is not over what was shown of it, and nothing of its departments', () => {
    const sheets = (count: number): Countable[] =>
      Array.from({ length: count }, () => ({
        surveyId: SURVEY,
        version: 1,
        way: 'self' as const,
        departmentId: UNITS[0] ?? null,
        touchpointId: null,
        form,
        answers: { q1: 's3', q4: 's3' },
      }))
    const counts = [20, 20, 20, 15, 9, 30, 0, 0, 0, 0, 0, 0]
    const tallies = counts.map((count) => tally(sheets(count)))
    const running = honestAt(tallies, 5)
    // May has too few and June runs.
    expect(running.total(undefined, 1)).toMatchObject({ state: 'shown', sums: { n: 15 } })
    expect(running.total(undefined, YEAR_AT)).toMatchObject({ state: 'shown', sums: { n: 75 } })
    expect(running.total(UNITS[0], 1)).toEqual({ state: 'withheld' })
    expect(running.total(UNITS[0], 0)).toMatchObject({ state: 'shown', sums: { n: 60 } })
    expect(running.total(undefined, 3)).toEqual({ state: 'none' })
    // June goes with May, so that the quarter can be shown.
    const over = honestAt(tallies, 6)
    expect([3, 4, 5].map((month) => over.month(month)?.of ?? null)).toEqual([15, null, null])
    expect(over.total(undefined, 1)).toMatchObject({ state: 'shown', sums: { n: 54 } })
  })
})
