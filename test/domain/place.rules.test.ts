import { MonthOfScans, Touchpoint } from '#domain/hospital/place.model'
import {
  honouredUntil,
  isSameTouchpoint,
  monthsOfScans,
  nextNumbers,
  replace,
  restore,
  retire,
  scanCountsOf,
  silentSince,
  standingOf,
} from '#domain/hospital/place.rules'
import { TouchpointId, WardId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { beijing } from '../builders/complaint.builder'

const now = beijing('2026-11-20T09:00:00')
const code = (text: string) => v.parse(TouchpointId, text)

const aTouchpoint = (about: Partial<v.InferInput<typeof Touchpoint>> = {}): Touchpoint =>
  v.parse(Touchpoint, {
    id: 'JQ-12E-01',
    hospitalId: 'h1',
    wardId: 'JQ-12E',
    rev: 3,
    spot: '护士站台面',
    format: 'a4',
    madeOn: beijing('2026-01-05T09:00:00'),
    retirement: null,
    ...about,
  })

const aMonth = (month: string, days: Record<string, number>): MonthOfScans =>
  v.parse(MonthOfScans, {
    id: `JQ-12E-01:${month}`,
    rev: 0,
    hospitalId: 'h1',
    touchpointId: 'JQ-12E-01',
    month,
    count: Object.values(days).reduce((sum, count) => sum + count, 0),
    days,
  })

describe('a replaced code', () => {
  it('is honoured to the last millisecond of the same day some months later', () => {
    const decision = replace(aTouchpoint(), code('JQ-12E-02'), now, 6)
    if (!decision.ok) throw new Error(decision.code)
    const { old, fresh } = decision.value
    expect(fresh).toMatchObject({ id: 'JQ-12E-02', wardId: 'JQ-12E', spot: '护士站台面', rev: 0, madeOn: now })
    const end = beijing('2027-05-20T23:59:59.999')
    expect(old.retirement).toEqual({ at: now, replacedBy: 'JQ-12E-02', honouredUntil: end })
    expect([standingOf(old, end), standingOf(old, (end + 1) as Instant)]).toEqual(['honoured', 'retired'])
  })

  it('ends with a shorter month, and at once where the hospital grants no grace', () => {
    expect(honouredUntil(beijing('2026-08-31T12:00:00'), 6)).toBe(beijing('2027-02-28T23:59:59.999'))
    expect(honouredUntil(now, 0)).toBeNull()
  })

  it('is not replaced a second time, nor by itself', () => {
    const retired = retire(aTouchpoint(), now)
    expect(replace(retired, code('JQ-12E-02'), now, 6)).toMatchObject({ code: 'hospital.touchpoint_retired' })
    expect(replace(aTouchpoint(), code('JQ-12E-01'), now, 6)).toMatchObject({ code: 'hospital.code_taken' })
  })

  it('leads nowhere any more when it is retired within its grace, and everywhere again when restored', () => {
    const decision = replace(aTouchpoint(), code('JQ-12E-02'), now, 6)
    if (!decision.ok) throw new Error(decision.code)
    const stopped = retire(decision.value.old, now)
    expect(standingOf(stopped, now)).toBe('retired')
    expect(stopped.retirement?.replacedBy).toBe('JQ-12E-02')
    expect(restore(stopped)).toEqual(aTouchpoint())
  })
})

describe('a code put up again', () => {
  it('is the same only at the same spot in the same form, and in use', () => {
    expect(isSameTouchpoint(aTouchpoint(), aTouchpoint())).toBe(true)
    for (const other of [{ spot: '电梯厅' }, { format: 'a6' as const }, { wardId: 'JQ-10E' }, { hospitalId: 'h2' }]) {
      expect(isSameTouchpoint(aTouchpoint(), aTouchpoint(other))).toBe(false)
    }
    expect(isSameTouchpoint(retire(aTouchpoint(), now), aTouchpoint())).toBe(false)
  })
})

describe('the next board numbers', () => {
  const ward = v.parse(WardId, 'JQ-12')
  it('follow the highest ever given in this ward and in no other', () => {
    const given = ['JQ-12-01', 'JQ-12-07', 'JQ-12-02', 'JQ-12E-30', 'JQ-12-ALT', 'JQ-120-44'].map(code)
    expect(nextNumbers(ward, given, 2)).toEqual(['JQ-12-08', 'JQ-12-09'])
    expect(nextNumbers(ward, [], 1)).toEqual(['JQ-12-01'])
    expect(nextNumbers(ward, [code('JQ-12-99')], 2)).toEqual(['JQ-12-100', 'JQ-12-101'])
  })

  it('are never one that was given, and fit on a code whatever the ward is called', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{1,19}$/),
        fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 }),
        (name, numbers) => {
          const id = v.parse(WardId, name)
          const given = numbers.map((number) => code(`${name}-${String(number).padStart(2, '0')}`))
          const next = nextNumbers(id, given, 3)
          expect(new Set([...given, ...next]).size).toBe(new Set(given).size + 3)
        },
      ),
    )
  })
})

describe('scans of a code', () => {
  it('are the last twelve months in Beijing, oldest first', () => {
    expect(monthsOfScans(beijing('2026-12-31T23:59:59'))).toHaveLength(12)
    expect(monthsOfScans(beijing('2026-12-31T23:59:59')).slice(0, 2)).toEqual(['2026-01', '2026-02'])
    expect(monthsOfScans(beijing('2027-01-01T00:00:00')).at(-1)).toBe('2027-01')
    expect(monthsOfScans(beijing('2026-03-31T10:00:00'))).toContain('2026-02')
  })

  it('are none where nothing was counted, and otherwise stand in their months with the last day', () => {
    expect(scanCountsOf([], now)).toEqual({ months: Array(12).fill(0), lastScannedOn: null })
    const counts = scanCountsOf([aMonth('2026-11', { '02': 3, '17': 1 }), aMonth('2026-09', { '30': 2 })], now)
    expect(counts.months.slice(-3)).toEqual([2, 0, 4])
    expect(counts.lastScannedOn).toBe('2026-11-17')
  })
})

describe('a code that nobody scans', () => {
  it.each([
    ['2026-10-22', null],
    ['2026-10-21', '2026-10-21'],
    [null, '2026-01-05'],
  ])('last scanned on %s is silent since %s', (lastScannedOn, since) => {
    expect(silentSince(aTouchpoint(), { lastScannedOn }, now)).toBe(since)
  })

  it('is not silent while it is new, or out of use', () => {
    const madeOn = beijing('2026-11-01T09:00:00')
    expect(silentSince(aTouchpoint({ madeOn }), { lastScannedOn: null }, now)).toBeNull()
    expect(silentSince(retire(aTouchpoint(), now), { lastScannedOn: null }, now)).toBeNull()
  })
})
