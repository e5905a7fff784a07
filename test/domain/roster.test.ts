import { type Role, roleNames } from '#domain/actor'
import { asSheet, planImport, readRoster, type Sheet } from '#domain/hospital/roster'
import type { Person } from '#domain/hospital/staff.contract'
import { DepartmentId } from '#domain/ids'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { beijing } from '../builders/complaint.builder'
import { aPerson } from '../builders/staff.builder'

const departments = [
  { id: v.parse(DepartmentId, '03.01'), name: '呼吸与危重症医学科' },
  { id: v.parse(DepartmentId, 'F01'), name: '医患关系办公室' },
  { id: v.parse(DepartmentId, '05'), name: '病案室' },
  { id: v.parse(DepartmentId, 'F05'), name: '病案室' },
]

const read = (sheet: Sheet) => {
  const roster = readRoster(sheet, departments)
  if (!roster) throw new Error('no heading')
  return roster
}

describe('reading a roster', () => {
  it('finds its columns by what hospitals call them, in any order, under titles and notes', () => {
    const roster = read([
      ['青衿市人民医院 2026 年职工名册', '', '', ''],
      [],
      ['填表说明：工号必填', '', '', ''],
      [' 姓 名 ', '序号', '职工号（必填）', '所在科室', '权限'],
      ['沈专员', '1', 'ｑｊ－００１', '医患关系办公室', '投诉管理专员、核查人'],
      ['', '', '', '', ''],
      ['顾护士长', '2', 'QJ-002', '03.01', '核查人'],
      ['白', '3', '003', '', ''],
      ['周院长', '4', '004', '', '院领导'],
      ['吴副院长', '5', '005', '', '分管领导及投诉专员'],
    ])
    expect(roster.headings).toEqual({ name: '姓 名', number: '职工号(必填)', department: '所在科室', roles: '权限' })
    expect(roster.problems).toEqual([])
    expect(roster.rows).toEqual([
      { row: 5, number: 'QJ-001', name: '沈专员', departmentId: 'F01', roles: ['complaint_officer', 'case_handler'] },
      { row: 7, number: 'QJ-002', name: '顾护士长', departmentId: '03.01', roles: ['case_handler'] },
      { row: 8, number: '003', name: '白', departmentId: null, roles: [] },
      { row: 9, number: '004', name: '周院长', departmentId: null, roles: ['leader'] },
      { row: 10, number: '005', name: '吴副院长', departmentId: null, roles: ['complaint_officer', 'leader'] },
    ])
  })

  it('is nothing without a number and a name', () => {
    expect(
      readRoster(
        [
          ['姓名', '科室'],
          ['沈', 'F01'],
        ],
        departments,
      ),
    ).toBeNull()
    expect(readRoster([], departments)).toBeNull()
  })

  it('says nothing of what it has no column for', () => {
    expect(
      read([
        ['工号', '姓名'],
        ['1', '沈'],
      ]).rows,
    ).toEqual([{ row: 2, number: '1', name: '沈' }])
  })

  it.each([
    [['', '沈', '', ''], 'number', '', 'empty'],
    [['合计 3 人', '', '', ''], 'number', '合计 3 人', 'not_a_number'],
    [['2', '', '', ''], 'name', '', 'empty'],
    [['2', '名'.repeat(21), '', ''], 'name', '名'.repeat(21), 'not_a_name'],
    [['2', '沈', '骨二科', ''], 'department', '骨二科', 'no_such_department'],
    [['2', '沈', '病案室', ''], 'department', '病案室', 'department_not_unique'],
    [['2', '沈', '', '院长'], 'roles', '院长', 'no_such_role'],
  ])('does not understand %j and says where', (cells, column, value, why) => {
    const roster = read([['工号', '姓名', '科室', '角色'], ['1', '白', '', ''], cells])
    expect(roster.problems).toEqual([{ row: 3, column, value, why }])
    expect(roster.rows).toHaveLength(1)
  })

  it('takes a number once', () => {
    const roster = read([
      ['工号', '姓名'],
      ['1', '白'],
      ['１', '黑'],
    ])
    expect(roster.problems).toEqual([{ row: 3, column: 'number', value: '1', why: 'twice', firstRow: 2 }])
  })
})

describe('the dry run', () => {
  const heading = ['工号', '姓名', '科室', '角色']
  const admin = aPerson({ id: 'A1', number: 'A1', name: '韩', departmentId: null, roles: ['administrator'] })
  const shen = aPerson({ id: 'S1', number: '1', name: '沈', departmentId: 'F01', roles: ['complaint_officer'] })
  const left = aPerson({
    id: 'S9',
    number: '9',
    name: '老',
    state: { kind: 'left', at: beijing('2026-01-01T00:00:00') },
  })
  const plan = (people: Person[], ...rows: string[][]) => planImport(read([heading, ...rows]), people)

  it('tells new, changed, unchanged and missing apart, and sends only what changes', () => {
    const planned = plan([admin, shen], ['1', '沈', '03.01', '投诉管理专员'], ['2', '白', '', '核查人'])
    expect(planned.added).toMatchObject([{ row: 3, rev: null, number: '2' }])
    expect(planned.changed).toMatchObject([
      { before: { departmentId: 'F01' }, after: { departmentId: '03.01' }, person: { name: '沈' } },
    ])
    expect(planned.rows.map(({ row, rev }) => [row, rev])).toEqual([
      [2, 3],
      [3, null],
    ])
    expect(planned.missing.map(({ name }) => name)).toEqual(['韩'])
    expect(plan([admin], ['A1', '韩', '', '管理员']).unchanged).toBe(1)
  })

  it('keeps what the file has no column for', () => {
    const planned = planImport(
      read([
        ['工号', '姓名'],
        ['1', '申'],
      ]),
      [shen],
    )
    expect(planned.changed[0]?.after).toEqual({ name: '申', departmentId: 'F01', roles: ['complaint_officer'] })
  })

  it('does not call missing who stands in a line it did not understand, nor who left', () => {
    expect(plan([shen, left], ['1', '沈', '骨二科', '']).missing).toEqual([])
  })

  it('stops at who left and at the last administrator', () => {
    expect(plan([admin, left], ['9', '老', '', '']).problems).toMatchObject([{ row: 2, why: 'left' }])
    expect(plan([admin], ['A1', '韩', '', '']).problems).toMatchObject([{ column: 'roles', why: 'last_administrator' }])
    const two = [admin, { ...admin, id: shen.id, number: shen.number }]
    expect(plan(two, ['A1', '韩', '', ''], ['1', '韩', '', '']).problems).toHaveLength(1)
  })
})

describe('a roster of any people', () => {
  const roles = Object.keys(roleNames) as Role[]
  const someone = fc.record({
    number: fc.stringMatching(/^[0-9A-Z]{1,8}$/),
    name: fc.stringMatching(/^[\u4e00-\u9fa5]{1,4}$/),
    departmentId: fc.constantFrom(null, '03.01', 'F01', '05', 'F05'),
    roles: fc.subarray(roles),
  })
  const people = fc
    .uniqueArray(someone, { selector: ({ number }) => number, maxLength: 30 })
    .map((all) => all.map((one, index) => aPerson({ ...one, id: `S${index}` })))

  it('written out and read again is the same people', () => {
    fc.assert(
      fc.property(people, (all) => {
        const planned = planImport(read(asSheet(all, departments)), all)
        expect(planned).toMatchObject({ rows: [], unchanged: all.length, missing: [], problems: [] })
      }),
    )
  })

  it('reads the same with its columns in another order, under titles, between blank lines, in full-width digits', () => {
    const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(people, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat(5), (all, order, above) => {
        const sheet = asSheet(all, departments)
        const bent = sheet.flatMap((row) => [order.map((place) => wide(row[place] ?? '')), ['', '  ']])
        const again = read([...Array.from({ length: above }, () => ['二〇二六年名册']), ...bent])
        const onOneLine = (row: object) => ({ ...row, row: 0 })
        expect(again.rows.map(onOneLine)).toEqual(read(sheet).rows.map(onOneLine))
        expect(again.problems).toEqual([])
      }),
    )
  })

  it('puts every line with something in it somewhere', () => {
    const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('1', '沈', 'F01', '核查人', '', ' '))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 })), people, (lines, all) => {
        const planned = planImport(read([['工号', '姓名', '科室', '角色'], ...lines]), all)
        const lineCount = lines.filter((line) => line.some((text) => text.normalize('NFKC').trim() !== '')).length
        const { added, changed, unchanged, problems } = planned
        expect(added.length + changed.length + unchanged + problems.length).toBe(lineCount)
        expect(planned.rows).toHaveLength(added.length + changed.length)
      }),
    )
  })
})
