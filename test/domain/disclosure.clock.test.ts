import { officialCalendar, isWorkingDay } from '#domain/calendar/working-days'
import {
  changeDue,
  dueAfter,
  earliestOf,
  lastDayOf,
  regularDue,
  slotState,
  workingDaysLate,
} from '#domain/culture/disclosure.clock'
import { SlotName } from '#domain/culture/disclosure.model'
import { usualSettings, usualSlots } from '#domain/culture/disclosure.slots'
import { timelinessOf } from '#domain/culture/disclosure.timeliness'
import { DisclosureId, HospitalId } from '#domain/ids'
import { daysAfter } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const within = (occurredOn: string) => dueAfter(occurredOn, 20, officialCalendar)

describe('twenty working days after a change', () => {
  it.each([
    // The day itself is not counted; nothing is off.
    ['2026-11-02', '2026-11-30'],
    // Over 国庆 2026: 10-01 to 10-07 are off, 09-20 and 10-10 are worked.
    ['2026-09-15', '2026-10-19'],
    // Over 春节 2026: 02-15 to 02-23 are off, 02-14 and 02-28 are worked.
    ['2026-02-02', '2026-03-06'],
    // From a day off: the first working day after it is the first.
    ['2026-10-03', '2026-11-03'],
  ])('of %s are over on %s', (occurredOn, dueOn) => {
    expect(within(occurredOn)).toBe(dueOn)
  })

  it('reach into a year whose holidays nobody has published, and then nothing is said', () => {
    const calendar = { years: [2026], holidays: [], workdays: [] }
    expect(dueAfter('2026-12-20', 20, calendar)).toBeNull()
    const one = { occurredOn: '2026-12-20', withinWorkingDays: 20, dueOn: null, regularOn: '2026-12-25' }
    expect(changeDue(one, calendar)).toBeNull()
    expect(lastDayOf(one, calendar)).toBeNull()
    const published = { ...calendar, years: [2026, 2027], holidays: ['2027-01-01'] }
    expect(changeDue(one, published)).toBe('2027-01-18')
    expect(lastDayOf(one, published)).toBe('2026-12-25')
  })

  it('are late by the working days since, none on the last day itself', () => {
    expect(workingDaysLate('2026-11-12', '2026-11-20', officialCalendar)).toBe(6)
    expect(workingDaysLate('2026-11-12', '2026-11-12', officialCalendar)).toBe(0)
    expect(workingDaysLate('2026-11-13', '2026-11-15', officialCalendar)).toBe(0)
    expect(workingDaysLate('2026-12-30', '2027-01-05', { years: [2026], holidays: [], workdays: [] })).toBeNull()
  })

  it('end on a working day, with nineteen between it and the change', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((days) => daysAfter('2025-06-01', days))
    fc.assert(
      fc.property(day, (occurredOn) => {
        const dueOn = within(occurredOn)
        if (dueOn === null) return
        expect(isWorkingDay(dueOn, officialCalendar)).toBe(true)
        expect(workingDaysLate(occurredOn, dueOn, officialCalendar)).toBe(20)
      }),
    )
  })
})

describe('a slot', () => {
  const yearly = { everyMonths: 12 as const }
  const onChange = { everyMonths: null }

  it('says never until something is published or due', () => {
    expect(slotState(yearly, null, [], '2026-11-22')).toEqual({ standing: 'never', dueOn: null, undated: false })
  })
  it('is current for a year, and overdue on the day after', () => {
    expect(slotState(yearly, '2025-11-22', [], '2026-11-22')).toMatchObject({
      standing: 'current',
      dueOn: '2026-11-22',
    })
    expect(slotState(yearly, '2025-11-22', [], '2026-11-23')).toMatchObject({
      standing: 'overdue',
      dueOn: '2026-11-22',
    })
  })
  it('waits for an announced change until its last day is past', () => {
    expect(slotState(onChange, '2026-01-05', ['2026-11-22'], '2026-11-22').standing).toBe('waiting')
    expect(slotState(onChange, '2026-01-05', ['2026-11-22'], '2026-11-23').standing).toBe('overdue')
  })
  it('says that a day is not known rather than none', () => {
    expect(slotState(onChange, null, [null], '2026-11-22')).toEqual({ standing: 'waiting', dueOn: null, undated: true })
  })
  it('goes by the earliest of its days', () => {
    expect(slotState(yearly, '2026-01-05', [null, '2026-12-09', '2026-12-01'], '2026-11-22')).toEqual({
      standing: 'waiting',
      dueOn: '2026-12-01',
      undated: true,
    })
    expect(earliestOf([null, null])).toBeNull()
    expect(regularDue({ everyMonths: 1 }, '2026-01-31')).toBe('2026-02-28')
    expect(regularDue(onChange, '2026-01-31')).toBeNull()
  })
  it('is ready in twenty kinds, each checked by nobody’s lawyers until they say so', () => {
    expect(SlotName.options).toHaveLength(20)
    expect(new Set(Object.values(usualSlots).map(({ name }) => name)).size).toBe(20)
    for (const slot of SlotName.options) {
      expect(usualSettings(v.parse(HospitalId, 'h1'), slot)).toMatchObject({
        withinWorkingDays: 20,
        basisChecked: false,
      })
    }
  })
})

const id = (digit: string) => v.parse(DisclosureId, digit.repeat(32))

const anEntry = (about: object = {}) => ({
  id: id('1'),
  slot: 'prices' as const,
  state: 'published' as const,
  title: '新增 14 项',
  announced: null,
  occurredOn: '2026-09-01',
  withinWorkingDays: 20,
  dueOn: '2026-09-29' as string | null,
  regularOn: null as string | null,
  publishedOn: '2026-09-29' as string | null,
  ...about,
})

const announcement = { what: '调价', by: 'S1', on: '2026-09-01' } as never
const autumn = { from: '2026-09-01', to: '2026-11-30', today: '2026-11-22' }
const rate = (all: ReturnType<typeof anEntry>[], regular: Parameters<typeof timelinessOf>[1] = [], asked = autumn) => {
  const { inTime, due, undated } = timelinessOf(all, regular, asked, officialCalendar)
  return [inTime, due, undated]
}

describe('公开及时率', () => {
  it('says nothing where nothing was due', () => {
    expect(rate([])).toEqual([0, 0, 0])
  })
  it('counts what came on its last day as in time, and a day later as late', () => {
    expect(rate([anEntry()])).toEqual([1, 1, 0])
    expect(rate([anEntry({ publishedOn: '2026-09-30' })])).toEqual([0, 1, 0])
  })
  it('counts what was announced and did not come, once its last day is past', () => {
    const waiting = { state: 'waiting', announced: announcement, publishedOn: null }
    expect(rate([anEntry(waiting)])).toEqual([0, 1, 0])
    expect(rate([anEntry({ ...waiting, dueOn: '2026-11-22' })])).toEqual([0, 0, 0])
    expect(rate([anEntry({ ...waiting, dueOn: '2026-11-21' })])).toEqual([0, 1, 0])
  })
  it('counts neither drafts nor announcements that were taken back', () => {
    expect(rate([anEntry({ state: 'waiting', publishedOn: null })])).toEqual([0, 0, 0])
    expect(rate([anEntry({ state: 'taken_back', announced: announcement, publishedOn: null })])).toEqual([0, 0, 0])
  })
  it('goes on counting what was withdrawn by the day it was published', () => {
    expect(rate([anEntry({ state: 'withdrawn' })])).toEqual([1, 1, 0])
  })
  it('does not count early what is published before its last day has come', () => {
    expect(rate([anEntry({ dueOn: '2026-11-27', publishedOn: '2026-11-10' })])).toEqual([0, 0, 0])
  })
  it('goes by the rhythm of the slot where that day came first', () => {
    expect(rate([anEntry({ regularOn: '2026-09-10' })])).toEqual([0, 1, 0])
    expect(rate([], [{ slot: 'profile', dueOn: '2026-10-08' }])).toEqual([0, 1, 0])
  })
  it('names those whose last day nobody knows beside both numbers', () => {
    const far = anEntry({
      occurredOn: '2026-11-20',
      dueOn: null,
      publishedOn: null,
      state: 'waiting',
      announced: announcement,
    })
    const calendar = { years: [], holidays: [], workdays: [] }
    expect(timelinessOf([far], [], autumn, calendar)).toMatchObject({ inTime: 0, due: 0, undated: 1 })
  })
  it('is made of its rows, each in the period and before today', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => daysAfter('2026-08-01', days))
    const one = fc.record({
      dueOn: fc.option(day),
      publishedOn: fc.option(day),
      state: fc.constantFrom('waiting', 'published', 'withdrawn', 'taken_back'),
      announced: fc.option(fc.constant(announcement)),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (ones) => {
        const all = ones.map((about) =>
          anEntry({
            ...about,
            publishedOn: /published|withdrawn/.test(about.state) ? (about.publishedOn ?? '2026-09-09') : null,
          }),
        )
        const { inTime, due, rows, through } = timelinessOf(all, [], autumn, officialCalendar)
        expect(through).toBe('2026-11-21')
        expect([inTime, due]).toEqual([rows.filter((row) => row.inTime).length, rows.length])
        expect(inTime).toBeLessThanOrEqual(due)
        for (const row of rows) expect(row.dueOn >= autumn.from && row.dueOn <= through).toBe(true)
        // Two halves of a period are the period.
        const part = (from: string, to: string) => timelinessOf(all, [], { ...autumn, from, to }, officialCalendar).due
        expect(part('2026-09-01', '2026-10-15') + part('2026-10-16', '2026-11-30')).toBe(due)
      }),
    )
  })
})
