import type { Actor, Role, Staff } from '#domain/actor'
import { officialCalendar } from '#domain/calendar/working-days'
import { actsOf } from '#domain/complaint/complaint.acts'
import {
  answer,
  confirm,
  erase,
  publicEvents,
  rate,
  reopen,
  stepsOf,
  toTheMinute,
  withdraw,
} from '#domain/complaint/complainant.rules'
import { ADDITIONS_MAX, type Complaint, ComplaintEvent, type Sorting } from '#domain/complaint/complaint.model'
import {
  accept,
  ask,
  assign,
  close,
  type Done,
  dueFrom,
  extend,
  find,
  handles,
  handOver,
  hasNewWords,
  isHeld,
  isSameFiling,
  note,
  openQuestion,
  promise,
  receive,
  release,
  reply,
  seeContact,
  sees,
  sort,
} from '#domain/complaint/complaint.rules'
import { isOverdue } from '#domain/complaint/deadline'
import { DepartmentId, EventId, HospitalId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { Result } from '#domain/result'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aColleague, aComplaint, aMember, aVisitor, beijing } from '../builders/complaint.builder'

const now = beijing('2026-11-19T08:00:00')
const DAY = 86_400_000

let made = 0
const eventId = () => v.parse(EventId, (made += 1).toString(16).padStart(32, '0'))
const by = (actor: Actor, at: Instant = now): Done => ({ id: eventId(), by: actor, now: at })
const taken = (at: Instant = now) => ({ id: eventId(), now: at })

const officer = aMember('complaint_officer')
const second = aColleague('S2', 'complaint_officer')
const nurse = aColleague('S3', 'case_handler')
const staffOf = (actor: Actor) => actor.staff as Staff

const departmentId = (id: string) => v.parse(DepartmentId, id)
const departments = [
  { id: departmentId('03.01'), retired: false },
  { id: departmentId('F04'), retired: false },
  { id: departmentId('F09'), retired: true },
]
const toCanteen: Sorting = { category: 'G', urgent: true, careSetting: 'other', departmentId: departmentId('F04') }

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

const accepted = (about: Parameters<typeof aComplaint>[0] = {}) => must(accept(aComplaint(about), by(officer)))
const investigated = () => must(assign(accepted(), by(officer), staffOf(nurse)))
const found = () => must(find(investigated(), by(nurse), { finding: 'founded', text: '报告中午就出了' }))
const replied = (at: Instant = now) => must(reply(found(), by(officer, at), '您说的属实，护士长已道歉。'))
const again = { text: '道歉的不是当班的人', photos: [], workingDays: 3, calendar: officialCalendar }
const reopened = () => must(reopen(replied(), taken(), again))

describe('the day by which an answer is due', () => {
  it.each([
    ['2026-11-18T00:00:00', '2026-11-25'],
    ['2026-11-18T00:30:00', '2026-11-25'],
    ['2026-11-18T07:59:00', '2026-11-25'],
    ['2026-11-18T23:59:59', '2026-11-25'],
    ['2026-11-21T12:00:00', '2026-11-27'],
  ])('for %s in Beijing is the end of %s', (receivedAt, day) => {
    expect(dueFrom(beijing(receivedAt), 5, officialCalendar)).toBe(beijing(`${day}T23:59:59.999`))
  })

  it('is not promised while the holiday notice of its year is missing', () => {
    expect(dueFrom(beijing('2026-12-25T09:00:00'), 5, officialCalendar)).toBeNull()
    expect(dueFrom(beijing('2026-12-24T09:00:00'), 5, officialCalendar)).toBe(beijing('2026-12-31T23:59:59.999'))
  })

  it('is filled once the notice is there, and never moved afterwards', () => {
    const waiting = aComplaint({ receivedAt: beijing('2026-12-25T09:00:00'), dueAt: null })
    expect(promise(waiting, officialCalendar).dueAt).toBeNull()
    const published = { ...officialCalendar, years: [...officialCalendar.years, 2027], holidays: ['2027-01-01'] }
    expect(promise(waiting, published).dueAt).toBe(beijing('2027-01-04T23:59:59.999'))
    const promised = aComplaint()
    expect(promise(promised, published)).toBe(promised)
  })

  it('that had to wait is counted from what was promised last: ten days from receipt, three from asking again', () => {
    const published = { ...officialCalendar, years: [...officialCalendar.years, 2027], holidays: ['2027-01-01'] }
    const late = aComplaint({ receivedAt: beijing('2026-12-28T09:00:00'), dueAt: null })
    const extended = must(
      extend(late, by(officer, beijing('2026-12-29T09:00:00')), {
        reason: '要和信息科一起查',
        workingDays: 10,
        calendar: officialCalendar,
      }),
    )
    expect(extended.dueAt).toBeNull()
    expect(promise(extended, published).dueAt).toBe(beijing('2027-01-12T23:59:59.999'))
    const asked = must(reopen(replied(), taken(beijing('2026-12-30T10:00:00')), again))
    expect(asked.dueAt).toBeNull()
    expect(promise(asked, published).dueAt).toBe(beijing('2027-01-05T23:59:59.999'))
  })

  it('is over one millisecond after it', () => {
    const dueAt = beijing('2026-11-25T23:59:59.999')
    expect(isOverdue({ dueAt }, dueAt)).toBe(false)
    expect(isOverdue({ dueAt }, (dueAt + 1) as Instant)).toBe(true)
    expect(isOverdue({ dueAt: null }, now)).toBe(false)
  })
})

describe('receiving', () => {
  const { rev: _, status: __, dueAt: ___, events: ____, ...filed } = aComplaint()
  it('marks what may harm health as urgent, and asks no category of praise', () => {
    expect(receive({ ...filed, category: 'B' }, now, officialCalendar)).toMatchObject({ category: 'B', urgent: true })
    expect(receive({ ...filed, category: null }, now, officialCalendar)).toMatchObject({ category: 'Z', urgent: false })
    expect(receive({ ...filed, kind: 'praise', category: 'B' }, now, officialCalendar)).toMatchObject({
      category: null,
      urgent: false,
    })
  })
})

describe('accepting a complaint', () => {
  it('is recorded with who and when', () => {
    expect(accept(aComplaint(), by(officer))).toMatchObject({
      ok: true,
      value: {
        status: 'accepted',
        stage: 'open',
        dueAt: beijing('2026-11-25T23:59:59'),
        events: [{}, { kind: 'accepted', by: 'S1', at: now }],
      },
    })
  })

  it('is refused the second time', () => {
    expect(accept(accepted(), by(officer))).toEqual({ ok: false, code: 'complaint.not_submitted' })
  })

  it('is not for visitors, nor for the staff of another hospital', () => {
    expect(accept(aComplaint(), by(aVisitor))).toEqual({ ok: false, code: 'auth.forbidden' })
    const elsewhere = aComplaint({ hospitalId: v.parse(HospitalId, 'another') })
    expect(accept(elsewhere, by(officer))).toEqual({ ok: false, code: 'auth.forbidden' })
  })
})

describe('who may do what', () => {
  const acts: Record<string, (complaint: Complaint, done: Done) => Result<unknown>> = {
    accept: (_, done) => accept(aComplaint(), done),
    extend: (complaint, done) =>
      extend(complaint, done, { reason: '要一起查', workingDays: 10, calendar: officialCalendar }),
    assign: (complaint, done) => assign(complaint, done, staffOf(nurse)),
    ask: (complaint, done) => ask(complaint, done, '是哪个护士站？'),
    note: (complaint, done) => note(complaint, done, '查排班'),
    sort: (complaint, done) => sort(complaint, done, toCanteen, departments),
    release: (_, done) => release(aComplaint({ textSafety: 'risky', assigneeId: 'S3' }), done),
    find: (complaint, done) => find(complaint, done, { finding: 'founded', text: '查到了' }),
    reply: (complaint, done) => reply({ ...complaint, finding: 'founded' }, done, '属实，抱歉。'),
    close: (_, done) => close(must(confirm(replied(), taken())), done, 7),
    seeContact: (complaint, done) =>
      seeContact({ ...complaint, contact: { name: null, phone: '13800000001' } } as Complaint, done),
    handOver: (complaint, done) => handOver(complaint, done, staffOf(second)),
  }
  const officers = Object.keys(acts)
  const table: [string, Actor, string[]][] = [
    ['an officer', officer, officers],
    ['an administrator', aColleague('S9', 'administrator'), ['handOver']],
    ['a leader', aColleague('S8', 'leader'), []],
    ['the handler it was given to', nurse, ['ask', 'note', 'find']],
    ['another handler', aColleague('S4', 'case_handler'), []],
    ['a colleague without a role', aColleague('S5'), []],
    ['a visitor', aVisitor, []],
  ]
  it.each(table)('%s', (_, actor, allowed) => {
    for (const [name, act] of Object.entries(acts)) {
      expect([name, act(investigated(), by(actor)).ok]).toEqual([name, allowed.includes(name)])
    }
  })

  it.each<[string, Role[], boolean]>([
    ['an officer', ['complaint_officer'], true],
    ['an administrator', ['administrator'], false],
    ['a leader', ['leader'], false],
    ['both', ['administrator', 'complaint_officer'], true],
    ['nobody in particular', [], false],
  ])('%s with %j sees every case: %s', (_, roles, may) => {
    expect(handles(aMember(...roles), aComplaint())).toBe(may)
  })

  it('a handler sees a case from the moment it is theirs until it is somebody else’s', () => {
    expect(sees(nurse, accepted())).toBe(false)
    expect(sees(nurse, investigated())).toBe(true)
    expect(sees(nurse, must(handOver(investigated(), by(officer), staffOf(second))))).toBe(false)
  })
})

describe('ten working days', () => {
  const to10 = { reason: '要和信息科一起查', workingDays: 10, calendar: officialCalendar }
  it('are counted from receipt, once, and only before the first date has passed', () => {
    const extended = must(extend(accepted(), by(officer), to10))
    expect(extended.dueAt).toBe(beijing('2026-12-02T23:59:59.999'))
    expect(extend(extended, by(officer), to10)).toMatchObject({ code: 'complaint.not_extendable' })
    expect(extend(accepted(), by(officer, beijing('2026-11-26T00:00:00')), to10)).toMatchObject({
      code: 'complaint.not_extendable',
    })
    expect(extend(reopened(), by(officer), to10)).toMatchObject({ code: 'complaint.not_extendable' })
  })

  it('are no extension where the hospital promises no more than for one department', () => {
    expect(extend(accepted(), by(officer), { ...to10, workingDays: 5 })).toMatchObject({
      code: 'complaint.not_extendable',
    })
  })
})

describe('a question to the complainant', () => {
  it('waits alone for its answer', () => {
    const asked = must(ask(accepted(), by(officer), '是哪个护士站？'))
    expect(openQuestion(asked)?.text).toBe('是哪个护士站？')
    expect(ask(asked, by(officer), '还有一句')).toMatchObject({ code: 'complaint.question_pending' })
    expect(stepsOf(asked)[0]).toBe('answer')
    const answered = must(answer(asked, taken(), { text: '东边的', photos: [] }))
    expect(openQuestion(answered)).toBeNull()
    expect(hasNewWords(answered)).toBe(true)
    expect(hasNewWords(must(note(answered, by(officer), '东边'))).valueOf()).toBe(false)
  })
})

describe('a finding', () => {
  it('comes before the reply to a complaint, and is not asked of praise', () => {
    expect(reply(accepted(), by(officer), '谢谢您说出来')).toMatchObject({ code: 'complaint.not_found_out' })
    expect(reply(accepted({ kind: 'praise', category: null }), by(officer), '谢谢您说出来').ok).toBe(true)
  })

  it('stays inside until the reply, and names nobody in it', () => {
    const events = publicEvents(replied().events)
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'accepted', 'assigned', 'replied'])
    expect(JSON.stringify(events)).not.toMatch(/"by"|"to"|S1|S3|报告中午就出了/)
  })
})

describe('another look', () => {
  it('runs within its own days from the asking, without finding and handler of the first', () => {
    const asked = reopened()
    expect(asked).toMatchObject({ status: 'reopened', stage: 'open', assigneeId: null, finding: null })
    expect(asked.dueAt).toBe(beijing('2026-11-24T23:59:59.999'))
  })

  it('is somebody else’s: whoever found before neither gets it nor finds again', () => {
    expect(assign(reopened(), by(officer), staffOf(nurse))).toMatchObject({ code: 'complaint.needs_other_person' })
    const other = must(assign(reopened(), by(officer), staffOf(second)))
    expect(find(other, by(second), { finding: 'partly_founded', text: '再查' }).ok).toBe(true)
    const own = must(
      reopen(
        must(
          reply(must(find(accepted(), by(officer), { finding: 'founded', text: '查' })), by(officer), '属实，抱歉。'),
        ),
        taken(),
        again,
      ),
    )
    expect(find(own, by(officer), { finding: 'founded', text: '查' })).toMatchObject({
      code: 'complaint.needs_other_person',
    })
  })

  it('can be asked for after the case was filed away, and not before there is a reply', () => {
    const closed = must(close(replied(), by(officer, (now + 7 * DAY) as Instant), 7))
    expect(closed).toMatchObject({ status: 'closed', stage: 'done' })
    expect(reopen(closed, taken(), again).ok).toBe(true)
    expect(reopen(accepted(), taken(), again)).toMatchObject({ code: 'complaint.not_replied' })
  })
})

describe('closing', () => {
  it('waits for the complainant’s word or for the days the hospital set, to the millisecond', () => {
    const answered = replied()
    expect(close(answered, by(officer), 7)).toMatchObject({ code: 'complaint.too_early' })
    expect(close(answered, by(officer, (now + 7 * DAY - 1) as Instant), 7)).toMatchObject({
      code: 'complaint.too_early',
    })
    expect(must(close(answered, by(officer, (now + 7 * DAY) as Instant), 7)).events.at(-1)).toMatchObject({
      kind: 'closed',
      confirmed: false,
    })
    expect(must(close(must(confirm(answered, taken())), by(officer), 7)).events.at(-1)).toMatchObject({
      confirmed: true,
    })
    expect(close(accepted(), by(officer), 7)).toMatchObject({ code: 'complaint.not_replied' })
  })

  it('needs a new word after another look', () => {
    const confirmedOnce = must(confirm(replied(), taken()))
    const round2 = must(
      reply(
        must(find(must(reopen(confirmedOnce, taken(), again)), by(second), { finding: 'founded', text: '查' })),
        by(officer),
        '再次道歉，已处理。',
      ),
    )
    expect(close(round2, by(officer), 7)).toMatchObject({ code: 'complaint.too_early' })
  })
})

describe('sorting', () => {
  const was = { category: 'F', urgent: false, careSetting: 'inpatient', departmentId: '03.01' }

  it('corrects what the figures are counted by, and records what it was', () => {
    expect(must(sort(accepted(), by(officer), toCanteen, departments))).toMatchObject({
      ...toCanteen,
      status: 'accepted',
      place: '住院部 12 层东病区',
      events: [{}, {}, { kind: 'sorted', by: 'S1', at: now, ...toCanteen, before: was }],
    })
  })

  it.each([
    ['another', 'F04', true],
    ['none', null, true],
    ['one of nowhere', '99', false],
    ['a retired one', 'F09', false],
    ['the one it has', '03.01', true],
  ])('to %s', (_, to, allowed) => {
    const sorting = { ...toCanteen, departmentId: to === null ? null : departmentId(to) }
    const sorted = sort(accepted(), by(officer), sorting, departments)
    expect(sorted).toMatchObject(allowed ? { ok: true } : { code: 'hospital.department_unknown' })
  })

  it('leaves a case with the retired department it has, whatever else is corrected', () => {
    const kept = { ...toCanteen, departmentId: departmentId('F09') }
    expect(sort(accepted({ departmentId: 'F09' }), by(officer), kept, departments).ok).toBe(true)
    expect(
      sort(accepted({ departmentId: '77' }), by(officer), { ...kept, departmentId: departmentId('77') }, []).ok,
    ).toBe(true)
  })

  it('is possible as long as the case is counted, and changes nothing about its days', () => {
    const closed = must(close(replied(), by(officer, (now + 7 * DAY) as Instant), 7))
    for (const complaint of [aComplaint(), accepted(), found(), replied(), closed, reopened()]) {
      const { status, stage, dueAt, finding, assigneeId } = complaint
      const sorted = must(sort(complaint, by(officer), toCanteen, departments))
      expect(sorted).toMatchObject({ status, stage, dueAt, finding, assigneeId })
    }
    const withdrawn = must(withdraw(accepted(), taken(), null))
    expect(sort(withdrawn, by(officer), toCanteen, departments)).toMatchObject({ code: 'complaint.not_open' })
  })

  it('keeps the category where none is named, and gives none to praise', () => {
    const unnamed = { ...toCanteen, category: null }
    expect(must(sort(accepted(), by(officer), unnamed, departments)).category).toBe('F')
    const praise = accepted({ kind: 'praise', category: null })
    expect(must(sort(praise, by(officer), toCanteen, departments)).category).toBeNull()
  })

  it('stays between colleagues', () => {
    const sorted = must(sort(accepted(), by(officer), toCanteen, departments))
    expect(publicEvents(sorted.events).map(({ kind }) => kind)).toEqual(['submitted', 'accepted'])
  })

  it('does not make the phone’s retry another filing', () => {
    const filed = aComplaint()
    const once = must(sort(filed, by(officer), toCanteen, departments))
    const twice = must(sort(once, by(officer), { ...toCanteen, careSetting: 'emergency' }, departments))
    expect(isSameFiling(twice, filed)).toBe(true)
    expect(isSameFiling(twice, { ...filed, careSetting: 'other' })).toBe(false)
  })

  it('of earlier years reads without what it did not say', () => {
    const earlier = { id: '1'.repeat(32), at: now, by: 'S1', kind: 'sorted', category: 'A', urgent: false }
    expect(v.parse(ComplaintEvent, earlier)).toEqual(earlier)
  })
})

describe('text that the platform doubted', () => {
  const risky = () => accepted({ textSafety: 'risky' })
  it('stays with the office until a person has read it, and is never deleted', () => {
    expect(isHeld(risky())).toBe(true)
    expect(assign(risky(), by(officer), staffOf(nurse))).toMatchObject({ code: 'complaint.held' })
    expect(assign(risky(), by(officer), staffOf(second)).ok).toBe(true)
    const released = must(release(risky(), by(officer)))
    expect(released.text).toBe(risky().text)
    expect(assign(released, by(officer), staffOf(nurse)).ok).toBe(true)
    expect(release(released, by(officer))).toMatchObject({ code: 'complaint.not_held' })
  })
})

describe('a named complainant', () => {
  const named = () => accepted({ contact: { name: '陈先生', phone: '13800000001' }, openid: 'o-chen' })
  it('is rung by officers alone, and every look is recorded', () => {
    const seen = must(seeContact(named(), by(officer)))
    expect(seen.contact.phone).toBe('13800000001')
    expect(seen.seen.events.at(-1)).toMatchObject({ kind: 'contact_seen', by: 'S1' })
    expect(seeContact(accepted(), by(officer))).toMatchObject({ code: 'complaint.not_named' })
  })

  it('can take name, number and id off; what was said stays', () => {
    const erased = erase(named(), taken())
    expect(erased).toMatchObject({ contact: null, openid: null, remind: false, text: named().text })
    expect(stepsOf(erased)).not.toContain('erase')
  })
})

describe('words of the complainant', () => {
  it('stay unread when consent is taken back after them', () => {
    const named = accepted({ contact: { name: null, phone: '13800000001' } })
    const answered = must(answer(named, taken(), { text: '周一晚上', photos: [] }))
    expect(hasNewWords(erase(answered, taken()))).toBe(true)
  })

  it('come to an end, and then no more are offered', () => {
    let complaint = accepted()
    for (let times = 0; times < ADDITIONS_MAX; times += 1) {
      complaint = must(answer(complaint, taken(), { text: '再补一句', photos: [] }))
    }
    expect(answer(complaint, taken(), { text: '再补一句', photos: [] })).toMatchObject({
      code: 'complaint.too_many_additions',
    })
    expect(stepsOf(complaint)).not.toContain('add')
  })
})

describe('a step of a complainant', () => {
  it('is recorded to the minute', () => {
    expect(toTheMinute(beijing('2026-11-19T08:00:42.123'))).toBe(beijing('2026-11-19T08:00:00'))
    expect(toTheMinute(beijing('2026-11-19T08:00:00'))).toBe(beijing('2026-11-19T08:00:00'))
  })
})

describe('any sequence of acts', () => {
  type Move = (complaint: Complaint, at: Instant) => Result<Complaint>
  const members = [officer, second, nurse]
  const moves: Record<string, Move> = {
    accept: (c, at) => accept(c, by(officer, at)),
    extend: (c, at) => extend(c, by(officer, at), { reason: '一起查', workingDays: 10, calendar: officialCalendar }),
    assignNurse: (c, at) => assign(c, by(officer, at), staffOf(nurse)),
    assignSecond: (c, at) => assign(c, by(officer, at), staffOf(second)),
    ask: (c, at) => ask(c, by(officer, at), '哪一天？'),
    answer: (c, at) => answer(c, taken(at), { text: '周一', photos: [] }),
    note: (c, at) => note(c, by(officer, at), '记一下'),
    sort: (c, at) => sort(c, by(officer, at), toCanteen, departments),
    findOfficer: (c, at) => find(c, by(officer, at), { finding: 'founded', text: '查到' }),
    findSecond: (c, at) => find(c, by(second, at), { finding: 'unfounded', text: '查到' }),
    reply: (c, at) => reply(c, by(officer, at), '答复在这里。'),
    confirm: (c, at) => confirm(c, taken(at)),
    reopen: (c, at) => reopen(c, taken(at), again),
    rate: (c, at) => rate(c, taken(at), { rating: 4, text: null }),
    withdraw: (c, at) => withdraw(c, taken(at), null),
    close: (c, at) => close(c, by(officer, at), 7),
    handOver: (c, at) => handOver(c, by(officer, at), staffOf(second)),
    erase: (c, at) => ({ ok: true, value: erase(c, taken(at)) }),
  }
  const promised = { severalDepartmentsWithinWorkingDays: 10, closeAfterDays: 7 }

  it('keeps the words, only adds events, and stays in the table of states', () => {
    const names = Object.keys(moves)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 4 * DAY })), { maxLength: 30 }),
        (steps) => {
          let complaint = aComplaint()
          let at = now
          for (const [name, later] of steps) {
            at = (at + later) as Instant
            const offered = members.flatMap((member) => actsOf(complaint, member, at, promised))
            const next = moves[name]?.(complaint, at)
            if (!next?.ok) continue
            if (offered.length > 0 && name in { accept: 1, ask: 1, note: 1, reply: 1, close: 1, extend: 1, sort: 1 }) {
              expect(offered).toContain(name)
            }
            expect(next.value.events.slice(0, complaint.events.length)).toEqual(complaint.events)
            expect(next.value.events.length).toBe(complaint.events.length + 1)
            expect(next.value.text).toBe(complaint.text)
            expect(next.value.receivedAt).toBe(complaint.receivedAt)
            if (next.value.status === 'replied') expect(next.value.finding).not.toBeNull()
            if (complaint.status === 'withdrawn') expect(next.value.status).toBe('withdrawn')
            expect(next.value.stage).toBe(
              next.value.status === 'replied'
                ? 'answered'
                : next.value.status === 'closed' || next.value.status === 'withdrawn'
                  ? 'done'
                  : 'open',
            )
            complaint = next.value
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('offers exactly what the rules allow', () => {
    const names = Object.keys(moves)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 25 }), (walk) => {
        let complaint = aComplaint()
        for (const name of walk) {
          const next = moves[name]?.(complaint, now)
          if (next?.ok) complaint = next.value
          const acts = new Set(actsOf(complaint, officer, now, promised))
          const steps = new Set(stepsOf(complaint))
          for (const act of ['accept', 'reply', 'close', 'extend', 'ask', 'sort', 'note'] as const) {
            expect([act, acts.has(act)]).toEqual([act, moves[act]?.(complaint, now).ok])
          }
          for (const step of ['confirm', 'reopen', 'rate', 'withdraw'] as const) {
            expect([step, steps.has(step)]).toEqual([step, moves[step]?.(complaint, now).ok])
          }
          expect(steps.has('add')).toBe(moves.answer?.(complaint, now).ok)
        }
      }),
      { numRuns: 300 },
    )
  })
})
