import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
})
afterAll(() => cloud.close())

const asAdministrator = (action: string, input: unknown = {}) =>
  cloud.call('hospital', action, input, OPENIDS.administrator)

const hospitalNow = async () => {
  const settings = await asAdministrator('settings')
  return (settings.value as { hospital: { rev: number; name: string; contacts: unknown[] } }).hospital
}

describe('the settings of a hospital', () => {
  it('tell how far the opening has come', async () => {
    expect(await asAdministrator('settings')).toMatchObject({
      value: {
        hospital: { name: '青衿市人民医院', severalDepartmentsWithinWorkingDays: 10, contacts: [{ kind: 'hospital' }] },
        counts: { departments: 1, wards: 1, codes: 1, officers: 2, handlers: 3 },
        undated: 0,
      },
    })
  })

  it('are the administrator’s alone', async () => {
    for (const [action, input] of [
      ['settings', {}],
      ['changeHospital', { rev: 0, name: '别的医院' }],
      ['departments', {}],
      ['addDepartment', { id: 'F09', name: '某部' }],
      ['changeDepartment', { id: '03.01', rev: 0, name: '某科', retired: true }],
      ['importDepartments', { rows: [{ id: 'F09', name: '某部', rev: null }] }],
    ] as const) {
      expect(await cloud.call('hospital', action, input, OPENIDS.officer)).toMatchObject({ code: 'auth.forbidden' })
    }
  })

  it('change a section at a time, and a retry is the same change', async () => {
    const { rev } = await hospitalNow()
    const change = { rev, name: '青衿市第一人民医院' }
    expect(await asAdministrator('changeHospital', change)).toMatchObject({
      value: { rev: rev + 1, name: change.name },
    })
    expect(await asAdministrator('changeHospital', change)).toMatchObject({ value: { rev: rev + 1 } })
    expect(await asAdministrator('changeHospital', { rev, closeAfterDays: 10 })).toMatchObject({ code: 'data.changed' })
    expect(await asAdministrator('changeHospital', { rev: rev + 1, closeAfterDays: 10 })).toMatchObject({
      value: { name: change.name, closeAfterDays: 10 },
    })
  })

  it('let one of two who save at once through', async () => {
    const { rev } = await hospitalNow()
    const replies = await Promise.all(
      ['甲方医院', '乙方医院'].map((name) => asAdministrator('changeHospital', { rev, name })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.filter(({ code }) => code === 'data.changed')).toHaveLength(1)
  })

  it('promise sooner than the rule, never later', async () => {
    const { rev } = await hospitalNow()
    const change = (wish: Record<string, unknown>) => asAdministrator('changeHospital', { rev, ...wish })
    expect(await change({ replyWithinWorkingDays: 6 })).toMatchObject({ fields: ['replyWithinWorkingDays'] })
    expect(await change({ severalDepartmentsWithinWorkingDays: 4 })).toMatchObject({
      code: 'input.invalid',
      fields: ['severalDepartmentsWithinWorkingDays'],
    })
    expect(await change({ replyWithinWorkingDays: 3, severalDepartmentsWithinWorkingDays: 8 })).toMatchObject({
      ok: true,
    })
  })

  it('name everybody who supervises, each with a phone or a mail', async () => {
    const contacts = [
      { kind: 'discipline', label: '纪检监察室', note: '工作日', phone: null, email: 'jijian@example.org' },
      { kind: 'commission', label: '市卫生健康委', note: null, phone: '0000-555-0199', email: null },
    ]
    const { rev } = await hospitalNow()
    expect(await asAdministrator('changeHospital', { rev, contacts })).toMatchObject({ value: { contacts } })
    const nobody = [{ ...contacts[0], email: null }]
    expect(await asAdministrator('changeHospital', { rev: rev + 1, contacts: nobody })).toMatchObject({
      code: 'input.invalid',
    })
  })
})

describe('departments', () => {
  it('are added once; the same again is the same', async () => {
    const department = { id: 'F01', name: '医患关系办公室' }
    expect(await asAdministrator('addDepartment', department)).toMatchObject({ value: { rev: 0, retired: false } })
    expect(await asAdministrator('addDepartment', department)).toMatchObject({ ok: true })
    expect(await asAdministrator('addDepartment', { ...department, name: '别的' })).toMatchObject({
      code: 'hospital.code_taken',
    })
  })

  it('are renamed, retired and taken into use again, each from what was read', async () => {
    const change = (rev: number, about: { name: string; retired: boolean }) =>
      asAdministrator('changeDepartment', { id: 'F01', rev, ...about })
    expect(await change(0, { name: '医患办', retired: true })).toMatchObject({ value: { rev: 1, retired: true } })
    expect(await change(0, { name: '医患办', retired: true })).toMatchObject({ value: { rev: 1 } })
    expect(await change(0, { name: '投诉办', retired: true })).toMatchObject({ code: 'data.changed' })
    expect(await change(1, { name: '医患办', retired: false })).toMatchObject({ value: { rev: 2, retired: false } })
    expect(
      await asAdministrator('changeDepartment', { id: 'F88', rev: 0, name: '没有', retired: false }),
    ).toMatchObject({
      code: 'hospital.department_unknown',
    })
  })

  it('come in many at once; what a colleague changed meanwhile is left to look at', async () => {
    const rows = [
      { id: '04', name: '外科', rev: null },
      { id: '04.03', name: '骨科', rev: null },
      { id: '03.01', name: '呼吸与危重症医学科', rev: 0 },
      { id: 'F01', name: '投诉办', rev: 0 },
      { id: '20', name: '急诊科', rev: 4 },
    ]
    const imported = { ok: true, value: { added: 2, renamed: 1, left: ['F01', '20'] } }
    expect(await asAdministrator('importDepartments', { rows })).toMatchObject(imported)
    expect(await asAdministrator('importDepartments', { rows })).toMatchObject(imported)
    const { rows: stored } = (await asAdministrator('departments')).value as { rows: { id: string; name: string }[] }
    expect(stored.map(({ id, name }) => [id, name])).toEqual([
      ['03.01', '呼吸与危重症医学科'],
      ['04', '外科'],
      ['04.03', '骨科'],
      ['F01', '医患办'],
    ])
    expect(await cloud.call('hospital', 'landing', { scene: 't=W-1' })).toMatchObject({
      value: { place: { departmentName: '呼吸与危重症医学科' } },
    })
  })
})
