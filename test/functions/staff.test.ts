import type { ImportedRow, Person } from '#domain/hospital/staff.contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const { administrator, officer } = OPENIDS

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
})
afterAll(() => cloud.close())

const ask = (action: string, input: unknown, openid: string = administrator) =>
  cloud.call('hospital', action, input, openid)

/** The rows that an action lists. @throws where it was refused. */
const rowsOf = async <T>(action: string, input: unknown, openid?: string): Promise<T[]> => {
  const { value, code } = await ask(action, input, openid)
  if (!value) throw new Error(`${action}: ${code}`)
  return value['rows'] as T[]
}
const roster = () => rowsOf<Person>('people', {})
const personOf = async (number: string) => {
  const person = (await roster()).find((one) => one.number === number)
  if (!person) throw new Error(`${number} is not on the roster`)
  return person
}

let made = 0
/** Somebody new on the roster, under a number of their own. */
const enrolled = async (about: Record<string, unknown> = {}) => {
  made += 1
  const person = {
    staffId: `T${made}`,
    number: `T-${made}`,
    name: '白',
    departmentId: null,
    roles: ['case_handler'],
    ...about,
  }
  expect(await ask('addPerson', person)).toMatchObject({ ok: true, value: { state: { kind: 'invited' } } })
  return person
}
const invite = (staffId: string, code: string, openid = administrator) =>
  ask('invite', { people: [{ staffId, code }] }, openid)
const join = (number: string, code: string, openid: string) => ask('join', { number, code }, openid)

const member = async (openid: string, about: Record<string, unknown> = {}) => {
  const person = await enrolled(about)
  await invite(person.staffId, 'K'.repeat(16))
  expect(await join(person.number, 'KKKK KKKK kkkk kkkk', openid)).toMatchObject({ ok: true })
  return person
}

describe('the roster', () => {
  it('is the administrator’s alone', async () => {
    const { id, rev } = await personOf('ADMIN')
    const profile = { number: 'X', name: '某', departmentId: null, roles: [] }
    const acts: [string, unknown][] = [
      ['people', {}],
      ['addPerson', { staffId: 'X', ...profile }],
      ['changePerson', { staffId: id, rev, ...profile }],
      ['invite', { people: [{ staffId: id, code: '0'.repeat(16) }] }],
      ['revokeInvitation', { staffId: id, rev }],
      ['setAway', { staffId: id, rev, until: 4e12, standInId: null }],
      ['comeBack', { staffId: id, rev }],
      ['leave', { staffId: id, rev }],
      ['imports', {}],
      ['undoImport', { batchId: 'a'.repeat(32) }],
      [
        'importRoster',
        { batchId: 'a'.repeat(32), fileName: 'x.csv', added: 1, changed: 0, rows: [{ row: 2, rev: null, ...profile }] },
      ],
    ]
    const before = cloud.exportAll()
    for (const openid of [officer, 'openid-visitor']) {
      for (const [action, input] of acts) {
        expect([action, await ask(action, input, openid)]).toMatchObject([action, { code: 'auth.forbidden' }])
      }
    }
    expect(cloud.exportAll()).toBe(before)
  })

  it('takes a number once, however it is written, and a repeated addition as one', async () => {
    const person = await enrolled({ number: 'ab-1' })
    const before = cloud.exportAll()
    expect(await ask('addPerson', { ...person, number: 'ＡＢ－１' })).toMatchObject({
      ok: true,
      value: { number: 'AB-1' },
    })
    expect(await ask('addPerson', { ...person, staffId: 'other' })).toMatchObject({ code: 'staff.number_taken' })
    expect(await ask('addPerson', { ...person, departmentId: '69' })).toMatchObject({
      code: 'hospital.department_unknown',
    })
    expect(cloud.exportAll()).toBe(before)
  })

  it('changes somebody under the revision that was read', async () => {
    const { staffId, ...profile } = await enrolled()
    const renamed = { staffId, rev: 0, ...profile, name: '黑' }
    expect(await ask('changePerson', renamed)).toMatchObject({ ok: true, value: { name: '黑', rev: 1 } })
    // The same again is done already; another change under the old revision is not.
    expect(await ask('changePerson', renamed)).toMatchObject({ ok: true, value: { rev: 1 } })
    expect(await ask('changePerson', { ...renamed, name: '灰' })).toMatchObject({ code: 'data.changed' })
    expect(await ask('changePerson', { ...renamed, rev: 1, number: 'ADMIN' })).toMatchObject({
      code: 'staff.number_taken',
    })
    expect(await ask('changePerson', { ...renamed, staffId: 'nobody' })).toMatchObject({ code: 'staff.unknown' })
  })
})

describe('an invitation', () => {
  it('lets one person in, once', async () => {
    const { staffId, number } = await enrolled()
    await invite(staffId, 'ZZZZZZZZZZZZZZZZ')
    const replies = await Promise.all(
      ['openid-bai', 'openid-thief'].map((who) => join(number, 'zzzz-zzzz-zzzz-zzzz', who)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'staff.code_wrong' })
    // Whoever got in may ask again: the answer may have been lost.
    const winner = replies[0]?.ok ? 'openid-bai' : 'openid-thief'
    expect(await join(number, 'ZZZZZZZZZZZZZZZZ', winner)).toMatchObject({ ok: true, value: { id: staffId } })
    expect(await join(number, 'ZZZZZZZZZZZZZZZZ', 'openid-late')).toMatchObject({ code: 'staff.code_wrong' })
    expect(cloud.exportAll()).not.toContain('ZZZZZZZZZZZZZZZZ')
  })

  it('given again lets the old code open nothing', async () => {
    const { staffId, number } = await enrolled()
    const first = await invite(staffId, 'A'.repeat(16))
    expect(await invite(staffId, 'A'.repeat(16))).toEqual(first)
    await invite(staffId, 'B'.repeat(16))
    expect(await join(number, 'A'.repeat(16), 'openid-a')).toMatchObject({ code: 'staff.code_wrong' })
    expect(await join(number, 'B'.repeat(16), 'openid-a')).toMatchObject({ ok: true })
  })

  it('taken back opens nothing', async () => {
    const { staffId, number } = await enrolled()
    await invite(staffId, 'C'.repeat(16))
    const { rev } = await personOf(number)
    expect(await ask('revokeInvitation', { staffId, rev })).toMatchObject({ ok: true, value: { invitation: null } })
    expect(await ask('revokeInvitation', { staffId, rev })).toMatchObject({ ok: true })
    expect(await join(number, 'C'.repeat(16), 'openid-c')).toMatchObject({ code: 'staff.code_wrong' })
  })

  it('binds a WeChat to one person', async () => {
    const { staffId, number } = await enrolled()
    await invite(staffId, 'D'.repeat(16))
    expect(await join(number, 'D'.repeat(16), officer)).toMatchObject({ code: 'staff.already_joined' })
    const other = await enrolled()
    await invite(other.staffId, 'E'.repeat(16))
    const both = await Promise.all([
      join(number, 'D'.repeat(16), 'openid-d'),
      join(other.number, 'E'.repeat(16), 'openid-d'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'staff.already_joined' })
  })

  it('stops after five wrong codes, also from five phones at once, and no phone is remembered', async () => {
    const { staffId, number } = await enrolled()
    await invite(staffId, 'F'.repeat(16))
    const phones = ['openid-guess-1', 'openid-guess-2', 'openid-guess-3', 'openid-guess-4', 'openid-guess-5']
    await Promise.all(phones.map((who) => join(number, '0'.repeat(16), who)))
    expect(await join(number, 'F'.repeat(16), 'openid-f')).toMatchObject({ code: 'staff.invitation_locked' })
    expect((await personOf(number)).invitation?.lockedUntil).toBeGreaterThan(Date.now())
    expect(cloud.exportAll()).not.toContain('openid-guess')
    // A new one is not locked.
    await invite(staffId, 'G'.repeat(16))
    expect(await join(number, 'G'.repeat(16), 'openid-f')).toMatchObject({ ok: true })
  })

  it('is old after a week', async () => {
    const { staffId, number } = await enrolled()
    const caller = { openid: administrator }
    await cloud.invoke(
      'hospital',
      { action: 'invite', input: { people: [{ staffId, code: 'H'.repeat(16) }] } },
      caller,
      { daysAgo: 8 },
    )
    expect(await join(number, 'H'.repeat(16), 'openid-h')).toMatchObject({ code: 'staff.invitation_expired' })
  })

  it('for fifty at once is one call, and passes over who is not there', async () => {
    const people = await Promise.all(Array.from({ length: 49 }, () => enrolled()))
    const codes = people.map(({ staffId }, index) => ({ staffId, code: String(index).padStart(16, '0') }))
    const reply = await ask('invite', { people: [...codes, { staffId: 'nobody', code: '9'.repeat(16) }] })
    expect(reply.value?.['invited']).toHaveLength(49)
    expect(await ask('invite', { people: [{ staffId: 'nobody', code: '9'.repeat(16) }] })).toMatchObject({
      code: 'staff.unknown',
    })
  })
})

describe('somebody who leaves', () => {
  it('has no access at once, is named for old cases, and frees the WeChat', async () => {
    const { staffId, number } = await member('openid-leaver')
    expect((await ask('colleagues', {}, 'openid-leaver')).ok).toBe(true)
    const { rev } = await personOf(number)
    expect(await ask('leave', { staffId, rev })).toMatchObject({ ok: true, value: { state: { kind: 'left' } } })
    expect(await ask('leave', { staffId, rev })).toMatchObject({ ok: true })
    expect(await ask('colleagues', {}, 'openid-leaver')).toMatchObject({ code: 'auth.forbidden' })
    expect(await ask('me', {}, 'openid-leaver')).toMatchObject({ ok: true, value: null })
    expect((await ask('colleagues', {}, officer)).value?.['rows']).toContainEqual(
      expect.objectContaining({ id: staffId, name: '白', left: true }),
    )
    await member('openid-leaver')
  })

  it('comes back by a new invitation', async () => {
    const { staffId, number } = await member('openid-back')
    await ask('leave', { staffId, rev: (await personOf(number)).rev })
    const { rev } = await personOf(number)
    expect(await ask('comeBack', { staffId, rev })).toMatchObject({ ok: true, value: { state: { kind: 'invited' } } })
    await invite(staffId, 'K'.repeat(16))
    expect(await join(number, 'K'.repeat(16), 'openid-back')).toMatchObject({ ok: true, value: { id: staffId } })
  })

  it('is never the last administrator, also when two give up at once', async () => {
    const first = await personOf('ADMIN')
    expect(await ask('leave', { staffId: first.id, rev: first.rev })).toMatchObject({
      code: 'staff.last_administrator',
    })
    const { number, name, departmentId } = first
    const demoted = { staffId: first.id, rev: first.rev, number, name, departmentId, roles: [] }
    expect(await ask('changePerson', demoted)).toMatchObject({ code: 'staff.last_administrator' })
  })

  it('is not lost when the last two give up at the same moment', async () => {
    const other = await openCloud()
    await founded(other)
    const call = (action: string, input: unknown, openid: string) => other.call('hospital', action, input, openid)
    const person = { staffId: 'A2', number: 'A2', name: '副', departmentId: null, roles: ['administrator'] }
    await call('addPerson', person, administrator)
    await call('invite', { people: [{ staffId: 'A2', code: '2'.repeat(16) }] }, administrator)
    await call('join', { number: 'A2', code: '2'.repeat(16) }, 'openid-a2')
    const rows = (await call('people', {}, administrator)).value?.['rows'] as Person[]
    const revOf = (number: string) => rows.find((one) => one.number === number)?.rev
    const replies = await Promise.all([
      call('leave', { staffId: 'first-administrator', rev: revOf('ADMIN') }, 'openid-a2'),
      call('leave', { staffId: 'A2', rev: revOf('A2') }, administrator),
    ])
    expect(replies.some(({ ok }) => !ok)).toBe(true)
    const mayStill = await Promise.all([administrator, 'openid-a2'].map((openid) => call('people', {}, openid)))
    expect(mayStill.some(({ ok }) => ok)).toBe(true)
    await other.close()
  })
})

describe('somebody who is away', () => {
  it('is shown as away to those who hand on cases, until they are back', async () => {
    const { staffId, number } = await member('openid-away')
    const until = Date.now() + 86_400_000
    const { rev } = await personOf(number)
    const standInId = (await ask('me', {}, officer)).value?.['id']
    const away = { staffId, rev, until, standInId }
    expect(await ask('setAway', away)).toMatchObject({ ok: true, value: { state: { kind: 'away', until } } })
    expect(await ask('setAway', away)).toMatchObject({ ok: true })
    const shown = async () =>
      (await rowsOf<{ id: string; awayUntil: number | null }>('colleagues', {}, officer)).find(
        ({ id }) => id === staffId,
      )
    expect(await shown()).toMatchObject({ awayUntil: until, left: false })
    expect(await ask('me', {}, 'openid-away')).toMatchObject({ value: { awayUntil: until } })
    await ask('comeBack', { staffId, rev: rev + 1 })
    expect(await shown()).toMatchObject({ awayUntil: null })
  })

  it('needs a day to come and somebody else to stand in', async () => {
    const { staffId, number } = await member('openid-away-2')
    const { rev } = await personOf(number)
    const until = Date.now() + 86_400_000
    expect(await ask('setAway', { staffId, rev, until: 1, standInId: null })).toMatchObject({ code: 'staff.away_past' })
    for (const standInId of [staffId, 'nobody']) {
      expect(await ask('setAway', { staffId, rev, until, standInId })).toMatchObject({ code: 'staff.stand_in_unknown' })
    }
  })
})

describe('importing a roster', () => {
  const batchId = '5'.repeat(32)
  const about = { fileName: '职工名册.xlsx', added: 230, changed: 1 }
  const rowsFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      row: first + index,
      rev: null,
      number: `IM-${first + index}`,
      name: '新人',
      departmentId: '03.01',
      roles: [],
    }))
  const send = (rows: unknown[], id = batchId) => ask('importRoster', { batchId: id, ...about, rows })
  const outcomes = async (rows: unknown[], id = batchId) =>
    (await rowsOf<ImportedRow>('importRoster', { batchId: id, ...about, rows })).map(
      ({ outcome, code }) => code ?? outcome,
    )

  it('writes each row once, however often its part is sent', async () => {
    const there = await enrolled({ number: 'IM-OLD' })
    const changed = { row: 1000, rev: 0, number: 'IM-OLD', name: '改名', departmentId: null, roles: ['case_handler'] }
    const replies = await Promise.all([outcomes(rowsFrom(2, 200)), outcomes(rowsFrom(2, 200))])
    for (const reply of replies) expect(new Set(reply)).toEqual(new Set(['added']))
    const rest = [...rowsFrom(202, 30), changed]
    expect((await outcomes(rest)).slice(-1)).toEqual(['changed'])
    const before = cloud.exportAll()
    expect((await outcomes(rest)).slice(-1)).toEqual(['changed'])
    expect(cloud.exportAll()).toBe(before)
    expect((await roster()).filter(({ number }) => number.startsWith('IM-'))).toHaveLength(231)
    expect(await personOf('IM-OLD')).toMatchObject({ id: there.staffId, name: '改名' })
    expect((await ask('imports', {})).value?.['rows']).toMatchObject([{ id: batchId, ...about, importedBy: '韩工' }])
  })

  it('refuses a row that is not as the dry run saw it, and writes the others', async () => {
    const row = { row: 2, rev: null, number: 'IM-OLD', name: '又改', departmentId: null, roles: [] }
    const rows = [
      row,
      { ...row, row: 3, rev: 0 },
      { ...row, row: 4, number: 'IM-NEW', departmentId: '69' },
      { ...row, row: 5, number: 'IM-NEW' },
    ]
    expect(await outcomes(rows, '6'.repeat(32))).toEqual([
      'staff.number_taken',
      'data.changed',
      'hospital.department_unknown',
      'added',
    ])
  })

  it('is taken back as a whole, except who came meanwhile', async () => {
    const joined = await personOf('IM-2')
    await invite(joined.id, 'N'.repeat(16))
    expect(await join('IM-2', 'N'.repeat(16), 'openid-im')).toMatchObject({ ok: true })
    const totals = { removed: 0, restored: 0, kept: 0 }
    for (let left = Number.POSITIVE_INFINITY; left > 0; ) {
      const reply = await ask('undoImport', { batchId })
      const value = reply.value as typeof totals & { left: number }
      expect(value.left).toBeLessThan(left)
      left = value.left
      for (const key of ['removed', 'restored', 'kept'] as const) totals[key] += value[key]
    }
    expect(totals).toEqual({ removed: 229, restored: 1, kept: 1 })
    expect(await personOf('IM-OLD')).toMatchObject({ name: '白' })
    const left = (await roster()).map(({ number }) => number).filter((number) => number.startsWith('IM-'))
    expect(left).toEqual(['IM-2', 'IM-NEW', 'IM-OLD'])
    // A part that comes late does not bring it back.
    expect(await send(rowsFrom(2, 1))).toMatchObject({ code: 'staff.import_undone' })
    expect(await ask('undoImport', { batchId: '7'.repeat(32) })).toMatchObject({ code: 'staff.import_unknown' })
  })

  it('cannot be taken back after thirty days', async () => {
    const old = '8'.repeat(32)
    const event = { action: 'importRoster', input: { batchId: old, ...about, rows: rowsFrom(5000, 1) } }
    await cloud.invoke('hospital', event, { openid: administrator }, { daysAgo: 31 })
    expect(await ask('undoImport', { batchId: old })).toMatchObject({ code: 'staff.import_closed' })
  })

  it('lists everybody, page after page', async () => {
    for (let part = 0; part < 2; part += 1) {
      await send(rowsFrom(10_000 + part * 200, 200), `${part}`.repeat(32))
    }
    const numbers: string[] = []
    let after: unknown
    do {
      const { value } = await ask('people', after === undefined ? {} : { after })
      numbers.push(...((value?.['rows'] ?? []) as Person[]).map(({ number }) => number))
      after = value?.['next'] ?? undefined
    } while (after !== undefined)
    expect(numbers.length).toBeGreaterThan(500 - 40)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toEqual([...numbers].sort())
  })
})

describe('me', () => {
  it('is somebody who works here, and nobody else', async () => {
    expect(await ask('me', {}, officer)).toMatchObject({
      value: { name: '沈', roles: ['complaint_officer'], hospitalName: '青衿市人民医院' },
    })
    expect(await ask('me', {}, 'openid-visitor')).toMatchObject({ ok: true, value: null })
  })
})
