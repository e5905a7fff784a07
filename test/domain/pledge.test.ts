import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '#domain/actor'
import { endOfBeijingDay, type Instant, startOfBeijingDay } from '#domain/instant'
import { PledgeCode, pledgeCodeFrom, pledgeCodeInGroups } from '#domain/integrity/pledge.code'
import { PledgeText, PledgeVersion } from '#domain/integrity/pledge.model'
import { readyPledge } from '#domain/integrity/pledge.ready'
import {
  currentOf,
  isOnRoster,
  keepsPledges,
  pledgeSight,
  propose,
  publishPledge,
  rateOf,
  reword,
  tallyOf,
  totalOf,
} from '#domain/integrity/pledge.rules'
import { linesOfName, PLACES_MOST, Strokes, writtenName } from '#domain/integrity/pledge.strokes'
import type { DepartmentId, HospitalId, PledgeVersionId, StaffId } from '#domain/ids'
import fc from 'fast-check'
import * as v from 'valibot'

const TODAY = '2026-11-22'
const now = (startOfBeijingDay(TODAY) + 3_600_000) as Instant
const he = 'he' as StaffId
const lu = 'lu' as StaffId
const text = (about: Partial<PledgeText> = {}): PledgeText => ({ ...readyPledge, effectiveOn: TODAY, ...about })
const version = (about: Partial<PledgeVersion> = {}): PledgeVersion =>
  v.parse(PledgeVersion, {
    id: '1'.repeat(32),
    rev: 0,
    hospitalId: 'h1',
    number: 1,
    ...text(),
    state: 'proposed',
    writers: [he],
    proposedAt: now,
    published: null,
    ...about,
  })
const proposed = { id: '1'.repeat(32) as PledgeVersionId, hospitalId: 'h1' as HospitalId, number: 1 }
const someone = (roles: Role[], departmentId: string | null = null): Actor => ({
  openid: 'o',
  staff: {
    id: he,
    hospitalId: 'h1' as HospitalId,
    departmentId: departmentId as DepartmentId | null,
    name: '贺',
    roles,
  },
})

describe('the ready pledge', () => {
  it('has one promise for each of the nine rules and fits the wall', () => {
    expect(v.is(PledgeText, text())).toBe(true)
    expect(readyPledge.promises).toHaveLength(9)
  })
})

describe('a version of the pledge', () => {
  it('is proposed for today or later, in Beijing', () => {
    expect(propose(proposed, text(), { by: he, now: endOfBeijingDay(TODAY) }).ok).toBe(true)
    const tomorrow = (endOfBeijingDay(TODAY) + 1) as Instant
    expect(propose(proposed, text(), { by: he, now: tomorrow })).toMatchObject({
      code: 'pledge.day_past',
      fields: ['effectiveOn'],
    })
  })

  it('is published by somebody who wrote nothing in it', () => {
    expect(publishPledge(version(), { by: he, now })).toMatchObject({ code: 'pledge.own_words' })
    const touched = reword(version(), text({ title: '廉洁承诺' }), { by: lu, now })
    expect(touched).toMatchObject({ value: { title: '廉洁承诺', writers: [he, lu] } })
    expect(touched.ok && publishPledge(touched.value, { by: lu, now })).toMatchObject({ code: 'pledge.own_words' })
    const published = publishPledge(version(), { by: lu, now })
    expect(published).toMatchObject({ value: { state: 'published', published: { by: lu, at: now } } })
    expect(published.ok && publishPledge(published.value, { by: he, now })).toEqual(published)
  })

  it('is not changed once it is published, and not published after its day', () => {
    const published = version({ state: 'published', published: { by: lu, at: now } })
    expect(reword(published, text(), { by: he, now })).toEqual({ ok: true, value: published })
    expect(reword(published, text({ title: '别的' }), { by: he, now })).toMatchObject({ code: 'pledge.published' })
    const late = version({ effectiveOn: '2026-11-21' })
    expect(publishPledge(late, { by: lu, now })).toMatchObject({ code: 'pledge.day_past' })
  })

  it('is signed from its day on until the next one, and the later of two that begin together', () => {
    const first = version({ state: 'published', effectiveOn: '2026-01-01', number: 1 })
    const next = version({ state: 'published', effectiveOn: '2026-12-01', number: 2 })
    const better = version({ state: 'published', effectiveOn: '2026-12-01', number: 3 })
    const idea = version({ effectiveOn: '2026-01-02', number: 4 })
    const all = [better, first, idea, next]
    expect(currentOf(all, '2025-12-31')).toBeNull()
    expect(currentOf(all, '2026-01-01')?.number).toBe(1)
    expect(currentOf(all, '2026-11-30')?.number).toBe(1)
    expect(currentOf(all, '2026-12-01')?.number).toBe(3)
  })
})

describe('who looks after pledges', () => {
  it.each<[Role[], string | null, boolean, string | null | undefined]>([
    [['discipline'], null, true, null],
    [['publicity'], '03.01', true, null],
    [['department_head'], '03.01', false, '03.01'],
    [['department_head'], null, false, undefined],
    [['department_head', 'discipline'], '03.01', true, null],
    [['editor'], '03.01', false, undefined],
    [['administrator'], null, false, undefined],
    [[], '03.01', false, undefined],
  ])('%j of %s: keeps them %s, sees %s', (roles, departmentId, keeps, sees) => {
    expect(keepsPledges(someone(roles, departmentId)) !== null).toBe(keeps)
    expect(pledgeSight(someone(roles, departmentId))?.departmentId).toBe(sees)
  })

  it('nobody who left and no supervisor from outside is on the roster', () => {
    expect(isOnRoster({ state: { kind: 'left', at: now }, roles: [] })).toBe(false)
    expect(isOnRoster({ state: { kind: 'active' }, roles: ['supervisor'] })).toBe(false)
    expect(isOnRoster({ state: { kind: 'invited' }, roles: [] })).toBe(true)
  })
})

describe('亮诺率', () => {
  it('is nothing where there is nobody', () => {
    expect(rateOf({ signed: 0, total: 0 })).toBeNull()
    expect(rateOf({ signed: 0, total: 3 })).toBe(0)
    expect(rateOf({ signed: 3, total: 3 })).toBe(1)
  })

  it('adds up: departments to the hospital, and never more signatures than people', () => {
    const person = fc.record({
      id: fc.nat(40),
      departmentId: fc.constantFrom('03.01', '04', null),
      signed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (drawn) => {
        const people = drawn.map(({ id, departmentId }) => ({
          id: `S${id}` as StaffId,
          departmentId: departmentId as DepartmentId | null,
        }))
        const signed = new Set(drawn.filter((one) => one.signed).map(({ id }) => `S${id}` as StaffId))
        // Somebody who left has signed too.
        signed.add('S999' as StaffId)
        const tallies = tallyOf(people, signed)
        expect(totalOf(tallies.values())).toEqual({ signed: signed.size - 1, total: people.length })
        for (const tally of tallies.values()) expect(tally.signed).toBeLessThanOrEqual(tally.total)
      }),
    )
  })
})

describe('a name written by hand', () => {
  const field = { width: 300, height: 120 }

  it('lies on the same paper whatever it was written on', () => {
    const line = [
      { x: 30, y: 12 },
      { x: 270, y: 108 },
    ]
    const small = [[100, 40, 900, 360]]
    expect(writtenName([line], field)).toEqual(small)
    expect(writtenName([line.map(({ x, y }) => ({ x: x * 3, y: y * 3 }))], { width: 900, height: 360 })).toEqual(small)
  })

  it('is no name where there is hardly any ink', () => {
    expect(writtenName([], field)).toBeNull()
    expect(writtenName([[{ x: 1, y: 1 }]], field)).toBeNull()
    expect(
      writtenName(
        [
          [
            { x: 0, y: 0 },
            { x: 89, y: 0 },
          ],
        ],
        field,
      ),
    ).toBeNull()
    expect(
      writtenName(
        [
          [
            { x: 0, y: 0 },
            { x: 90, y: 0 },
          ],
        ],
        field,
      ),
    ).toEqual([[0, 0, 300, 0]])
    expect(writtenName([[{ x: 0, y: 0 }]], { width: 0, height: 0 })).toBeNull()
  })

  it('stays on the paper, within its bounds, and is the same again, however it was scribbled', () => {
    const place = fc.record({ x: fc.integer({ min: -400, max: 800 }), y: fc.integer({ min: -400, max: 800 }) })
    const scribble = fc.array(fc.array(place, { maxLength: 400 }), { maxLength: 120 })
    fc.assert(
      fc.property(scribble, (lines) => {
        const name = writtenName(lines, field)
        if (name === null) return
        expect(v.is(Strokes, name)).toBe(true)
        expect(name.flat().length / 2).toBeLessThanOrEqual(PLACES_MOST)
        expect(linesOfName(name).every((line) => line.length >= 2)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['no stroke', []],
    ['half a place', [[1, 2, 3]]],
    ['a place beside the paper', [[0, 0, 1001, 0]]],
    ['a place under the paper', [[0, 401, 900, 0]]],
    ['a fraction', [[0.5, 0, 900, 0]]],
    ['too many places', [Array.from({ length: 2 * PLACES_MOST + 2 }, (_, at) => (at % 4) * 100)]],
    ['too many strokes', Array.from({ length: 101 }, () => [0, 0, 900, 0])],
  ])('is refused with %s', (_, strokes) => {
    expect(v.is(Strokes, strokes)).toBe(false)
  })
})

describe('the code on a certificate', () => {
  it('is made of random bytes and read as people type it', () => {
    const code = pledgeCodeFrom(Uint8Array.from([0, 1, 9, 10, 31, 32, 255, 18, 19, 20, 21, 22]))
    expect(code).toBe('019AZ0ZJKMNP')
    expect(pledgeCodeInGroups(code)).toBe('019A-Z0ZJ-KMNP')
    expect(v.parse(PledgeCode, ' o19a-zozj-kmnp ')).toBe(code)
    expect(v.is(PledgeCode, '019A-Z0ZJ-KMN')).toBe(false)
  })
})
