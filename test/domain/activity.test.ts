import type { Actor } from '#domain/actor'
import { officialCalendar } from '#domain/calendar/working-days'
import {
  keepsActivities,
  reviewsWork,
  seesActivity,
  seesAttendance,
  worksHere,
  writesFor,
} from '#domain/culture/activity.access'
import { activityFigures, checklistOf, countActivities, CountedActivity } from '#domain/culture/activity.figures'
import { Activity, ActivityKind, type Outcome, Plan } from '#domain/culture/activity.model'
import {
  cancel,
  changePlan,
  finish,
  headsOf,
  isReleasedAsItIs,
  planActivity,
  release,
  takeBack,
} from '#domain/culture/activity.rules'
import { weeksDue } from '#domain/culture/activity.weeks'
import {
  attend,
  codeFrom,
  codeIn,
  isOpen,
  openCheckIn,
  seenAgain,
  slotAt,
  slotsTaken,
} from '#domain/culture/attendance.rules'
import { DepartmentId, HospitalId, MediaId, StaffId } from '#domain/ids'
import { daysAfter, type Instant, monthOf, startOfBeijingDay } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const staff = (id: string) => v.parse(StaffId, id)
const h1 = v.parse(HospitalId, 'h1')
const lungs = v.parse(DepartmentId, '03.01')
const surgery = v.parse(DepartmentId, '04')
const at = (day: string) => startOfBeijingDay(day)
const TODAY = '2026-11-20'
const writer = { by: staff('W'), now: at(TODAY) }
const other = { by: staff('P'), now: at(TODAY) }

const aPlan = (about: Partial<v.InferInput<typeof Plan>> = {}) =>
  v.parse(Plan, {
    matter: { kind: 'morning_lesson' },
    title: '病人要转院，该怎么转',
    day: TODAY,
    from: '07:40',
    until: '08:00',
    departmentId: '03.01',
    place: '示教室',
    speaker: '科主任',
    topic: '第六条',
    series: null,
    expected: 43,
    ...about,
  })

const anOutcome = (about: Partial<Outcome> = {}): Outcome => ({
  entered: 41,
  headsBy: 'entered',
  extra: null,
  publicText: '',
  evidence: [],
  ...about,
})

const planned = (about: Partial<v.InferInput<typeof Plan>> = {}): Activity =>
  planActivity({ id: v.parse(Activity.entries.id, 'a'.repeat(32)), hospitalId: h1 }, aPlan(about), writer)

const held = (about: Partial<v.InferInput<typeof Plan>> = {}, outcome: Partial<Outcome> = {}): Activity => {
  const done = finish(planned(about), anOutcome(outcome), null, writer)
  if (!done.ok) throw new Error(done.code)
  return done.value
}

const released = (activity: Activity): Activity => {
  const shown = release(activity, other)
  if (!shown.ok) throw new Error(shown.code)
  return shown.value
}

const counted = (day: string, about: Partial<v.InferInput<typeof CountedActivity>> = {}): CountedActivity =>
  v.parse(CountedActivity, {
    id: 'a'.repeat(32),
    rev: 0,
    kind: about.plan?.matter.kind ?? 'morning_lesson',
    day,
    month: monthOf(day),
    departmentId: '03.01',
    state: 'done',
    checkedIn: null,
    plan: { matter: { kind: 'morning_lesson' } },
    outcome: { entered: 40, headsBy: 'entered', extra: null },
    ...about,
  })

describe('an activity', () => {
  it('is held on its day and not before, by the number that is said to count', () => {
    expect(finish(planned({ day: daysAfter(TODAY, 1) }), anOutcome(), null, writer)).toMatchObject({
      code: 'activity.not_yet',
    })
    const both = finish(planned(), anOutcome({ entered: 38, headsBy: 'check_in' }), 31, writer)
    expect(both.ok && headsOf(both.value)).toBe(31)
    const byHand = finish(planned(), anOutcome({ entered: 38 }), 31, writer)
    expect(byHand.ok && [headsOf(byHand.value), byHand.value.checkedIn]).toEqual([38, 31])
    expect(finish(planned(), anOutcome({ headsBy: 'check_in' }), null, writer)).toMatchObject({
      code: 'activity.nothing_counted',
    })
    expect(headsOf(held({}, { entered: null }))).toBeNull()
  })

  it('keeps no number that its kind does not count, and no public picture without words', () => {
    expect(held({}, { extra: 5 }).outcome?.extra).toBeNull()
    expect(held({ matter: { kind: 'free_clinic' } }, { extra: 60 }).outcome?.extra).toBe(60)
    const mediaId = v.parse(MediaId, 'b'.repeat(32))
    const unnamed = { mediaId, kind: 'picture' as const, name: '', open: true }
    expect(finish(planned(), anOutcome({ evidence: [unnamed] }), null, writer)).toMatchObject({
      code: 'activity.evidence_unnamed',
    })
    const hidden = held(
      {},
      {
        evidence: [
          { ...unnamed, open: false },
          { ...unnamed, kind: 'file', name: '签到表' },
        ],
      },
    )
    expect(released(hidden).release?.photos).toEqual([])
  })

  it('is the same when the same is said again', () => {
    const one = held()
    expect(finish(one, anOutcome(), null, other)).toEqual({ ok: true, value: one })
    expect(changePlan(one, aPlan(), other)).toEqual({ ok: true, value: one })
  })

  it('is not changed after it was cancelled', () => {
    const off = cancel(planned(), '讲课的人出差了', writer)
    if (!off.ok) throw new Error(off.code)
    expect(changePlan(off.value, aPlan({ title: '换一天讲' }), writer)).toMatchObject({ code: 'activity.finished' })
    expect(finish(off.value, anOutcome(), null, writer)).toMatchObject({ code: 'activity.finished' })
    expect(cancel(off.value, '讲课的人出差了', other)).toEqual(off)
    expect(cancel(off.value, '换一天办', writer)).toMatchObject({ code: 'activity.finished' })
  })

  it('counts no more and is shown to nobody once it is struck out, though it was held and released', () => {
    const shown = released(held())
    const struck = cancel(shown, '和昨天那一场记重了', writer)
    if (!struck.ok) throw new Error(struck.code)
    expect(struck.value).toMatchObject({ state: 'cancelled', release: null, released: false })
    expect([headsOf(shown), headsOf(struck.value)]).toEqual([41, null])
    expect(release(struck.value, other)).toMatchObject({ code: 'activity.not_done' })
  })

  it('is released by nobody who wrote in it, through whatever changes', () => {
    const people = ['W', 'P', 'Q', 'D'].map(staff)
    const step = fc.record({
      by: fc.constantFrom(...people),
      what: fc.constantFrom('plan', 'finish', 'release', 'takeBack'),
      number: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let activity = held()
        // Who wrote any word that the public copy would show.
        let wrote = new Set([staff('W')])
        for (const { by, what, number } of steps) {
          const act = { by, now: at(TODAY) }
          if (what === 'takeBack') {
            if (activity.release) for (const one of activity.release.writers) wrote.add(one)
            activity = takeBack(activity, act)
            continue
          }
          const next =
            what === 'plan'
              ? changePlan(activity, aPlan({ title: `第 ${number} 个题目` }), act)
              : what === 'finish'
                ? finish(activity, anOutcome({ entered: number }), null, act)
                : release(activity, act)
          if (what === 'release') {
            expect(next.ok).toBe(!wrote.has(by))
            if (next.ok) wrote = new Set()
          } else if (next.ok && next.value !== activity) wrote.add(by)
          if (next.ok) activity = next.value
        }
      }),
    )
  })

  it('shows the public what was released until it is released again', () => {
    const shown = released(held())
    const changed = changePlan(shown, aPlan({ title: '另一个题目' }), writer)
    if (!changed.ok) throw new Error(changed.code)
    expect(changed.value.release?.title).toBe('病人要转院，该怎么转')
    expect([isReleasedAsItIs(shown), isReleasedAsItIs(changed.value)]).toEqual([true, false])
    expect(JSON.stringify(shown.release)).not.toMatch(/科主任|示教室/)
  })
})

describe('who works on activities', () => {
  const someone = (roles: string[], departmentId: string | null): Actor =>
    ({ openid: 'o', staff: { id: 'X', hospitalId: 'h1', departmentId, name: '某', roles } }) as unknown as Actor

  it.each([
    ['editor', '03.01', [true, false, false]],
    ['department_head', '03.01', [true, false, false]],
    ['department_head', null, [false, false, false]],
    ['publicity', null, [true, true, true]],
    ['discipline', '03.01', [true, true, true]],
    ['leader', '03.01', [false, false, false]],
    ['administrator', '03.01', [false, false, false]],
    ['complaint_officer', '03.01', [false, false, false]],
  ])('%s of %s', (role, departmentId, [own, others, hospital]) => {
    const actor = someone([role], departmentId)
    expect([writesFor(actor, lungs), writesFor(actor, surgery), writesFor(actor, null)]).toEqual([
      own,
      others,
      hospital,
    ])
    const sees = (of: DepartmentId | null) => seesActivity(actor, { hospitalId: h1, departmentId: of })
    expect([sees(lungs), sees(surgery), sees(null)]).toEqual([own, others, keepsActivities(actor) !== null])
    expect(sees(lungs) && seesActivity(actor, { hospitalId: v.parse(HospitalId, 'h2'), departmentId: lungs })).toBe(
      false,
    )
    expect(reviewsWork(actor, { hospitalId: h1, departmentId: lungs })).toBe(own && role !== 'editor')
  })

  it('leaves the list of who came to its organiser and the discipline office, and staff matters to staff', () => {
    const activity = { hospitalId: h1, organiser: staff('X') }
    expect(seesAttendance(someone(['editor'], '03.01'), activity)).toBe(true)
    expect(seesAttendance(someone(['publicity'], null), { ...activity, organiser: staff('Y') })).toBe(false)
    expect(seesAttendance(someone(['discipline'], null), { ...activity, organiser: staff('Y') })).toBe(true)
    expect(worksHere(someone([], '03.01'))).not.toBeNull()
    expect(worksHere(someone(['supervisor'], null))).toBeNull()
    expect(worksHere({ openid: 'o', staff: null })).toBeNull()
  })
})

describe('weeks in which a lesson was due', () => {
  const due = (from: string, to: string, today: string) => weeksDue(from, to, today, officialCalendar)

  it('are over, begin in the span, and are not wholly days off', () => {
    // 2026-10-01 to 10-07 are off; its week has worked Saturdays or Sundays beside it.
    expect(due('2026-11-02', '2026-12-31', '2026-11-22')).toEqual(['2026-11-02', '2026-11-09'])
    expect(due('2026-11-02', '2026-12-31', '2026-11-23')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
    expect(due('2026-11-04', '2026-11-15', '2027-01-01')).toEqual(['2026-11-09'])
    expect(due('2026-11-16', '2026-12-31', '2026-11-20')).toEqual([])
    const spring = {
      years: [2026],
      holidays: Array.from({ length: 5 }, (_, after) => daysAfter('2026-02-16', after)),
      workdays: [],
    }
    expect(weeksDue('2026-02-09', '2026-03-01', '2026-03-09', spring)).toEqual(['2026-02-09', '2026-02-23'])
    const worked = { ...spring, workdays: ['2026-02-21'] }
    expect(weeksDue('2026-02-09', '2026-03-01', '2026-03-09', worked)).toContain('2026-02-16')
  })

  it('grow with the days and never shrink', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 30 }), (days, more) => {
        const [early, late] = [daysAfter('2026-01-05', days), daysAfter('2026-01-05', days + more)]
        const [before, after] = [due('2026-01-01', '2027-12-31', early), due('2026-01-01', '2027-12-31', late)]
        expect(after.slice(0, before.length)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })
})

describe('a checklist', () => {
  const none = { weeks: [], today: TODAY }

  it('says nothing of lessons where none was due, and counts a week with two lessons once', () => {
    expect(checklistOf([], none).lessons).toBeNull()
    const weeks = ['2026-11-02', '2026-11-09']
    expect(checklistOf([], { weeks, today: TODAY }).lessons).toEqual({ done: 0, due: 2 })
    const two = [counted('2026-11-03'), counted('2026-11-06'), counted('2026-11-10', { state: 'planned' })]
    const checklist = checklistOf(two, { weeks, today: TODAY })
    expect(checklist).toMatchObject({ lessons: { done: 1, due: 2 }, lessonGaps: ['2026-11-09'], lessonThisWeek: false })
    expect(checklistOf([counted('2026-11-16')], { weeks, today: TODAY }).lessonThisWeek).toBe(true)
  })

  it('counts each of the ten and of the seven once', () => {
    const ten = (item: 'bell' | 'talks') =>
      counted('2026-03-02', { kind: 'ten_clean', plan: { matter: { kind: 'ten_clean', item } } })
    const one = counted('2026-03-02', { kind: 'seven_ones', plan: { matter: { kind: 'seven_ones', item: 'song' } } })
    const checklist = checklistOf([ten('bell'), ten('bell'), ten('talks'), one], none)
    expect(checklist).toMatchObject({ tenClean: { done: 2, due: 10 }, sevenOnes: { done: 1, due: 7 } })
    expect(checklist.tenCleanGaps).toHaveLength(8)
    expect(checklist.sevenOneGaps).not.toContain('song')
  })
})

describe('figures for reports', () => {
  it('say of how many activities the heads are known, and are null where none is', () => {
    const known = counted('2026-10-09')
    const unknown = counted('2026-10-10', { outcome: { entered: null, headsBy: 'entered', extra: null } })
    const checked = counted('2026-11-01', { checkedIn: 7, outcome: { entered: 99, headsBy: 'check_in', extra: null } })
    expect(countActivities([known, unknown, checked])).toMatchObject({ times: 3, heads: { sum: 47, known: 2, of: 3 } })
    expect(countActivities([unknown]).heads).toEqual({ sum: null, known: 0, of: 1 })
    expect(countActivities([counted('2026-10-09', { state: 'cancelled', outcome: null })]).times).toBe(0)
  })

  it('add up: kinds, departments and months are the whole, each activity once', () => {
    const one = fc.record({
      day: fc.nat({ max: 500 }).map((days) => daysAfter('2026-01-01', days)),
      kind: fc.constantFrom(
        ...ActivityKind.options.filter(
          (kind) => !['warning', 'ten_clean', 'seven_ones', 'contest', 'partnership'].includes(kind),
        ),
      ),
      departmentId: fc.constantFrom('03.01', '04', null),
      entered: fc.option(fc.nat({ max: 300 }), { nil: null }),
      state: fc.constantFrom('done' as const, 'planned' as const),
    })
    const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (made) => {
        const all = made.map(({ day, kind, departmentId, entered, state }) =>
          counted(day, {
            kind,
            departmentId,
            state,
            plan: { matter: { kind } as never },
            outcome: state === 'done' ? { entered, headsBy: 'entered', extra: null } : null,
          }),
        )
        const figures = activityFigures(all, months, [null, lungs, surgery])
        const sum = (counts: readonly { times: number; heads: { sum: number | null } }[]) => ({
          times: counts.reduce((before, { times }) => before + times, 0),
          heads: counts.reduce((before, { heads }) => before + (heads.sum ?? 0), 0),
        })
        const whole = sum([figures.total])
        for (const rows of [figures.kinds, figures.departments]) {
          expect(sum(rows.map(({ count }) => count))).toEqual(whole)
          expect(sum(rows.flatMap((row) => row.months))).toEqual(whole)
        }
        expect(whole.times).toBe(all.filter(({ day, state }) => day < '2027-01-01' && state === 'done').length)
      }),
    )
  })
})

describe('a check-in code', () => {
  const MINUTE = 60_000

  it('stands for a minute, and is taken for half a minute more', () => {
    const begin = slotAt(at(TODAY)) * MINUTE
    const taken = (after: number) => slotsTaken((begin + after) as Instant).includes(slotAt(begin))
    expect([0, 59_999, 60_000, 89_999].map(taken)).toEqual([true, true, true, true])
    expect([-1, 90_000, 120_000].map(taken)).toEqual([false, false, false])
  })

  it('has six digits, whatever the hash, and is read out of what a scanner gives', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{12}$/), (hash) => {
        expect(codeFrom(hash)).toMatch(/^\d{6}$/)
      }),
    )
    expect(codeIn('012345')).toBe('012345')
    expect(codeIn(' 012 345 ')).toBe('012345')
    expect(codeIn('https://h5.example/#/packages/culture/checkin/index?code=012345')).toBe('012345')
    for (const none of ['', '12345', '1234567', 'code', '?code=1234567', 'https://h5.example/?t=123456']) {
      expect(codeIn(none)).toBeNull()
    }
  })

  it('is over after its hours', () => {
    const checkIn = openCheckIn({ id: planned().id, hospitalId: h1 }, 'f'.repeat(64), at(TODAY))
    expect(isOpen(checkIn, at(TODAY))).toBe(true)
    expect(isOpen(checkIn, (checkIn.endsAt - 1) as Instant)).toBe(true)
    expect(isOpen(checkIn, checkIn.endsAt)).toBe(false)
    expect(checkIn.endsAt - checkIn.openedAt).toBe(4 * 60 * MINUTE)
  })

  it('turns on duty into there, and there into nothing else', () => {
    const whom = { hospitalId: h1, activityId: planned().id, staffId: staff('N') }
    const onDuty = attend(whom, 'on_duty', at(TODAY))
    const later = (at(TODAY) + MINUTE) as Instant
    const there = seenAgain(onDuty, 'there', later)
    expect(there).toMatchObject({ presence: 'there', at: later })
    expect(seenAgain(there, 'on_duty', later)).toBe(there)
    expect(seenAgain(there, 'there', (later + 1) as Instant)).toBe(there)
  })
})
