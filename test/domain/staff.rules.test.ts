import { Role } from '#domain/actor'
import { mayHandOver, sees } from '#domain/complaint/complaint.rules'
import { decideImport, takeBack, undoUntil } from '#domain/hospital/import.rules'
import { expiryOf, invite, tryCode } from '#domain/hospital/invitation.rules'
import { invitationCodeFrom, invitationInGroups } from '#domain/hospital/staff.code'
import { BatchId, type ImportRow } from '#domain/hospital/staff.contract'
import { InvitationCode, StaffNumber, type StaffRecord } from '#domain/hospital/staff.model'
import {
  casesSeenBy,
  change,
  comeBack,
  enrol,
  founderRecord,
  hasAccess,
  isAway,
  leave,
  leavesNoAdministrator,
  mayAct,
  mayTakeOverFrom,
  setAway,
  type StaffAct,
  staffOf,
} from '#domain/hospital/staff.rules'
import { DepartmentId, HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { aComplaint, aMember, aVisitor, beijing } from '../builders/complaint.builder'
import { aStaffRecord } from '../builders/staff.builder'

const now = beijing('2026-11-18T09:00:00')
const later = (ms: number) => (now + ms) as Instant
const HOUR = 3_600_000
const h1 = v.parse(HospitalId, 'h1')
const admin = aStaffRecord({ id: 'A1', number: 'A1', roles: ['administrator'], openid: 'openid-a1' })

describe('who may do what with the roster', () => {
  const table: Record<StaffAct, Role[]> = {
    see_people: ['administrator'],
    change_people: ['administrator'],
    invite: ['administrator'],
    import: ['administrator'],
    see_colleagues: ['administrator', 'complaint_officer', 'case_handler'],
    hand_over: ['administrator', 'complaint_officer'],
  }
  const every = Object.keys(table).flatMap((act) => Role.options.map((role) => [role, act as StaffAct] as const))

  it.each(every)('%s: %s', (role, act) => {
    expect(mayAct(aMember(role), act)).toBe(table[act].includes(role) ? 'jinqing-peoples' : null)
  })

  it.each(Object.keys(table) as StaffAct[])('nobody without a role, and no visitor: %s', (act) => {
    expect(mayAct(aMember(), act)).toBeNull()
    expect(mayAct(aVisitor, act)).toBeNull()
  })

  it.each([
    [['administrator'], 'none'],
    [['case_handler'], 'assigned'],
    [['complaint_officer'], 'all'],
    [['leader'], 'none'],
    [['case_handler', 'complaint_officer'], 'all'],
    [[], 'none'],
  ] as const)('%j sees cases: %s', (roles, seen) => {
    expect(casesSeenBy(aMember(...roles))).toBe(seen)
  })
})

describe('what is shown of a role’s sight of cases', () => {
  const open = aComplaint({ assigneeId: 'S1', status: 'investigating', hospitalId: 'jinqing-peoples' })
  const others = aComplaint({ assigneeId: 'S2', status: 'investigating', hospitalId: 'jinqing-peoples' })

  it.each([...Role.options.map((role) => [role]), []])('is what the rules of cases say: %s', (...roles) => {
    const actor = aMember(...roles)
    const seen = sees(actor, others) ? 'all' : sees(actor, open) ? 'assigned' : 'none'
    expect(casesSeenBy(actor)).toBe(seen)
    expect(mayAct(actor, 'hand_over') !== null).toBe(mayHandOver(actor))
  })
})

describe('a staff number', () => {
  it.each([
    ['qj-02317', 'QJ-02317'],
    [' ＱＪ－０２３１７ ', 'QJ-02317'],
    ['0 231', '0231'],
  ])('written %s is %s', (written, read) => {
    expect(v.parse(StaffNumber, written)).toBe(read)
  })

  it.each(['', '沈', '-1', 'A'.repeat(21), '1\u0000'])('is not %j', (written) => {
    expect(v.safeParse(StaffNumber, written).success).toBe(false)
  })
})

describe('a code', () => {
  it.each([
    ['0123 4567-89ab cdef', '0123456789ABCDEF'],
    ['０１２３４５６７８９ＡＢＣＤＥＦ', '0123456789ABCDEF'],
    ['oil3456789abcdef', '0113456789ABCDEF'],
  ])('typed %s is read as Crockford does', (typed, read) => {
    expect(v.parse(InvitationCode, typed)).toBe(read)
  })

  it.each(['0123456789ABCDE', '0123456789ABCDEFG', '0123456789ABCDEU', ''])('is not %j', (typed) => {
    expect(v.safeParse(InvitationCode, typed).success).toBe(false)
  })

  it('made out of any 80 bits is one, and reads back from its groups', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = invitationCodeFrom(bytes)
        expect(v.parse(InvitationCode, code)).toBe(code)
        expect(v.parse(InvitationCode, invitationInGroups(code).toLowerCase())).toBe(code)
      }),
    )
    expect(() => invitationCodeFrom(new Uint8Array(9))).toThrow('10 random bytes')
  })
})

describe('an invitation', () => {
  const by = { codeHash: 'right', invitedBy: v.parse(StaffId, 'A1') }
  const invited = (): StaffRecord => {
    const decision = invite({ ...aStaffRecord(), ...enrol(v.parse(StaffId, 'S1'), h1, aStaffRecord()) }, by, now)
    if (!decision.ok) throw new Error(decision.code)
    return decision.value
  }
  const right = { codeHash: 'right', openid: 'openid-new' }
  const wrong = { codeHash: 'wrong', openid: 'openid-thief' }

  it.each([
    ['its last millisecond', 0, null],
    ['one later', 1, 'staff.invitation_expired'],
  ])('at %s', (_, ms, refused) => {
    expect(tryCode(invited(), right, (expiryOf(now) + ms) as Instant).refused).toBe(refused)
  })

  it('binds who has the code, once', () => {
    const { person, refused } = tryCode(invited(), right, now)
    expect(refused).toBeNull()
    expect(person).toMatchObject({ openid: 'openid-new', state: { kind: 'active' }, invitation: null })
    expect(tryCode(person, right, now)).toEqual({ person, refused: 'staff.code_wrong' })
  })

  it('asked for again with the same code is the same; with another, the old one opens nothing', () => {
    const first = invited()
    expect(invite(first, by, later(HOUR))).toEqual({ ok: true, value: first })
    const again = invite(first, { ...by, codeHash: 'other' }, later(HOUR))
    expect(again).toMatchObject({ ok: true, value: { invitation: { expiresAt: expiryOf(later(HOUR)) } } })
    if (again.ok) expect(tryCode(again.value, right, later(HOUR)).refused).toBe('staff.code_wrong')
  })

  it('is not given to who left', () => {
    expect(invite(leave(aStaffRecord(), now), by, now)).toMatchObject({ code: 'staff.left' })
  })

  it('stops for an hour at the fifth wrong code, and keeps nobody’s OPENID', () => {
    let person = invited()
    for (let count = 1; count <= 5; count += 1) {
      const tried = tryCode(person, wrong, later(count))
      expect(tried.refused).toBe('staff.code_wrong')
      person = tried.person
    }
    expect(JSON.stringify(person)).not.toContain('thief')
    expect(tryCode(person, right, later(5 + HOUR - 1))).toEqual({ person, refused: 'staff.invitation_locked' })
    expect(tryCode(person, right, later(5 + HOUR)).refused).toBeNull()
  })

  it('counts an hour from the first wrong code', () => {
    let person = invited()
    for (const ms of [0, 1, 2, 3]) person = tryCode(person, wrong, later(ms)).person
    expect(tryCode(person, wrong, later(HOUR - 1)).person.invitation?.lockedUntil).not.toBeNull()
    const spared = tryCode(person, wrong, later(HOUR)).person
    expect(spared.invitation).toMatchObject({ wrongCodes: 1, lockedUntil: null })
  })

  it('to somebody who is in already moves them to another WeChat', () => {
    const member = invite(aStaffRecord(), by, now)
    if (!member.ok) throw new Error(member.code)
    expect(member.value).toMatchObject({ state: { kind: 'active' }, openid: 'openid-of-shen' })
    expect(tryCode(member.value, right, now).person.openid).toBe('openid-new')
  })
})

describe('the last administrator', () => {
  const second = { ...admin, id: v.parse(StaffId, 'A2') }
  it.each([
    ['leaves', leave(admin, now)],
    ['loses the role', { ...admin, roles: [] }],
  ])('is refused who %s', (_, after) => {
    expect(leavesNoAdministrator(admin, after, [admin])).toBe(true)
    expect(leavesNoAdministrator(admin, after, [admin, second])).toBe(false)
    expect(leavesNoAdministrator(admin, after, [admin, leave(second, now)])).toBe(true)
    expect(leavesNoAdministrator(admin, after, [admin, { ...second, state: { kind: 'invited' } }])).toBe(true)
  })

  it('may be away, change their name, or be none to begin with', () => {
    const away = { ...admin, state: { kind: 'away' as const, until: later(1), standInId: null } }
    expect(leavesNoAdministrator(admin, away, [admin])).toBe(false)
    const renamed = { ...admin, name: '韩' }
    expect(leavesNoAdministrator(admin, renamed, [admin])).toBe(false)
    expect(leavesNoAdministrator(aStaffRecord(), leave(aStaffRecord(), now), [])).toBe(false)
  })

  it('is the founder, bound from the start', () => {
    expect(founderRecord(h1, '韩工', 'openid-han')).toMatchObject({
      state: { kind: 'active' },
      openid: 'openid-han',
      roles: ['administrator'],
    })
  })
})

describe('somebody who leaves', () => {
  const left = leave(aStaffRecord({ invitation: null }), now)
  it('has no access from that moment, and the WeChat is free', () => {
    expect(left.state).toEqual({ kind: 'left', at: now })
    expect(hasAccess(left)).toBe(false)
    expect(staffOf(left)).toBeNull()
    expect(left.openid).not.toBe('openid-of-shen')
    expect(leave(left, later(1))).toBe(left)
  })

  it('keeps the name that old cases know, until asked back', () => {
    expect(change(left, { ...left, name: '别人' })).toMatchObject({ code: 'staff.left' })
    expect(comeBack(left)).toMatchObject({ state: { kind: 'invited' }, name: '沈' })
    expect(staffOf(comeBack(left))).toBeNull()
  })
})

describe('somebody who is away', () => {
  const standIn = aStaffRecord({ id: 'S2', number: 'QJ-002', openid: 'openid-2' })
  const until = later(HOUR)

  it('is back by themselves on the day, and can sign in all the while', () => {
    const away = setAway(aStaffRecord(), { until, standIn }, now)
    if (!away.ok) throw new Error(away.code)
    expect([isAway(away.value, now), isAway(away.value, later(HOUR - 1)), isAway(away.value, until)]).toEqual([
      true,
      true,
      false,
    ])
    expect(staffOf(away.value)).toMatchObject({ id: 'S1' })
    expect(comeBack(away.value).state).toEqual({ kind: 'active' })
  })

  it.each([
    [
      'who has not joined',
      { ...aStaffRecord(), state: { kind: 'invited' as const } },
      { until, standIn: null },
      'staff.not_joined',
    ],
    ['until now', aStaffRecord(), { until: now, standIn: null }, 'staff.away_past'],
    ['with themselves to stand in', aStaffRecord(), { until, standIn: aStaffRecord() }, 'staff.stand_in_unknown'],
    ['with somebody who left', aStaffRecord(), { until, standIn: leave(standIn, now) }, 'staff.stand_in_unknown'],
    [
      'with somebody elsewhere',
      aStaffRecord(),
      { until, standIn: aStaffRecord({ id: 'S9', hospitalId: 'h9' }) },
      'staff.stand_in_unknown',
    ],
  ])('is not somebody %s', (_, person, wish, code) => {
    expect(setAway(person, wish, now)).toMatchObject({ code })
  })

  it('takes over from nobody', () => {
    const away = aStaffRecord({ id: 'S2', state: { kind: 'away', until, standInId: null } })
    expect(mayTakeOverFrom(aStaffRecord(), away, now)).toBe(false)
    expect(mayTakeOverFrom(aStaffRecord(), away, until)).toBe(true)
  })
})

describe('taking over open cases', () => {
  const officer = aStaffRecord({ id: 'S2', roles: ['complaint_officer'] })
  const handler = aStaffRecord({ id: 'S3', roles: ['case_handler'] })
  it.each([
    ['an officer from an officer', aStaffRecord(), officer, true],
    ['a handler from an officer', aStaffRecord(), handler, false],
    ['an officer from a handler', handler, officer, true],
    ['a handler from a handler', aStaffRecord({ id: 'S4', roles: ['case_handler'] }), handler, true],
    ['an administrator from a handler', handler, admin, false],
    ['themselves', officer, officer, false],
    ['one who left', aStaffRecord(), leave(officer, now), false],
  ])('%s', (_, from, to, may) => {
    expect(mayTakeOverFrom(from, to, now)).toBe(may)
  })
})

const batchId = v.parse(BatchId, 'b'.repeat(32))
const aRow = (about: Partial<ImportRow> = {}): ImportRow => ({
  row: 2,
  rev: 3,
  number: v.parse(StaffNumber, 'QJ-001'),
  name: '沈',
  departmentId: v.parse(DepartmentId, 'F01'),
  roles: ['complaint_officer'],
  ...about,
})

describe('a row of an import', () => {
  const roster = (...people: StaffRecord[]) => ({
    batchId,
    hospitalId: h1,
    people,
    administrators: people.filter(({ roles }) => roles.includes('administrator')),
    departments: new Set([v.parse(DepartmentId, 'F01'), v.parse(DepartmentId, '03.01')]),
  })
  const decide = (row: ImportRow, ...people: StaffRecord[]) => decideImport([row], roster(...people))[0]

  it('adds somebody under an id of its own, and once', () => {
    const added = decide(aRow({ rev: null }))
    expect(added).toMatchObject({ outcome: 'added', insert: { id: `S${batchId}-2`, state: { kind: 'invited' } } })
    const there = { ...(added?.insert as StaffRecord), rev: 0 }
    expect(decide(aRow({ rev: null }), there)).toMatchObject({ outcome: 'added', insert: null, replace: null })
  })

  it('changes somebody as the dry run saw them, and once', () => {
    const changed = decide(aRow({ name: '申' }), aStaffRecord())
    expect(changed).toMatchObject({ outcome: 'changed', replace: { name: '申', imported: { before: { name: '沈' } } } })
    expect(decide(aRow({ name: '申' }), { ...(changed?.replace as StaffRecord), rev: 4 })).toMatchObject({
      outcome: 'changed',
      replace: null,
    })
  })

  it.each([
    ['whom somebody changed meanwhile', aRow({ name: '申', rev: 2 }), aStaffRecord(), 'data.changed'],
    ['who is gone meanwhile', aRow(), admin, 'data.changed'],
    ['whose number is somebody’s by now', aRow({ name: '申', rev: null }), aStaffRecord(), 'staff.number_taken'],
    ['who left', aRow({ name: '申' }), leave(aStaffRecord(), now), 'staff.left'],
    [
      'in a department that is not there',
      aRow({ departmentId: v.parse(DepartmentId, '69') }),
      aStaffRecord(),
      'hospital.department_unknown',
    ],
  ])('refuses somebody %s', (_, row, person, code) => {
    expect(decide(row, person)).toMatchObject({ outcome: 'refused', code, insert: null, replace: null })
  })

  it('leaves one administrator, whichever comes last in the file', () => {
    const second = { ...admin, id: v.parse(StaffId, 'A2'), number: v.parse(StaffNumber, 'A2') }
    const rows = [admin, second].map(({ number, name, departmentId }, index) =>
      aRow({ row: index + 2, number, name, departmentId, roles: [] }),
    )
    expect(decideImport(rows, roster(admin, second)).map(({ code }) => code)).toEqual([
      null,
      'staff.last_administrator',
    ])
  })

  it('that says what is there already changes nothing', () => {
    expect(decide(aRow({ rev: null }), aStaffRecord())).toMatchObject({ outcome: 'unchanged', replace: null })
  })
})

describe('taking an import back', () => {
  const { name, departmentId, roles } = aStaffRecord()
  const after = { name: '申', departmentId, roles }
  const imported = { batchId, row: 2, before: { name, departmentId, roles }, after }

  it('removes who was made by it and did not come', () => {
    const made = aStaffRecord({
      state: { kind: 'invited' },
      imported: { ...imported, before: null, after: { name, departmentId, roles } },
    })
    expect(takeBack(made, batchId)).toBe('remove')
    expect(takeBack({ ...made, state: { kind: 'active' } }, batchId)).toMatchObject({ id: 'S1', imported: null })
    expect(takeBack({ ...made, name: '改过' }, batchId)).toMatchObject({ name: '改过', imported: null })
  })

  it('gives back old values, except what somebody changed since', () => {
    expect(takeBack(aStaffRecord({ ...after, imported }), batchId)).toMatchObject({ name: '沈', imported: null })
    const since = aStaffRecord({ ...after, name: '又改', roles: [], imported })
    expect(takeBack(since, batchId)).toMatchObject({ name: '又改', roles: [] })
  })

  it('leaves alone what another import wrote', () => {
    expect(takeBack(aStaffRecord({ imported }), 'c'.repeat(32))).toBeNull()
    expect(takeBack(aStaffRecord(), batchId)).toBeNull()
  })

  it('is open for 30 days', () => {
    expect(undoUntil({ importedAt: now })).toBe(beijing('2026-12-18T09:00:00'))
  })
})
