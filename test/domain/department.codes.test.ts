import { departmentCodeIn, nextFreeCode, officialDepartments, suggestCodes } from '#domain/hospital/department.codes'
import { type KnownDepartment, planDepartments } from '#domain/hospital/department.lines'
import type { DepartmentId } from '#domain/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('the directory of departments', () => {
  it('has its first level once each, 01 to 69', () => {
    const codes = officialDepartments.map(({ code }) => code)
    expect(codes).toHaveLength(35)
    expect(new Set(codes).size).toBe(codes.length)
    expect(officialDepartments.find(({ code }) => code === '50')?.name).toBe('中医科')
  })
})

describe('a department code as people write it', () => {
  it.each([
    ['03', '03'],
    ['03.01', '03.01'],
    ['0301', '03.01'],
    ['3.1', '03.01'],
    [' 03．01 ', '03.01'],
    ['040301', '04.03.01'],
    ['f01', 'F01'],
    ['F120', 'F120'],
    ['03.01-E', '03.01-E'],
    ['29', null],
    ['99.01', null],
    ['F1', null],
    ['内科', null],
    ['', null],
    ['301', null],
  ])('%s is %s', (written, code) => {
    expect(departmentCodeIn(written)).toBe(code)
  })

  it('survives anything', () => {
    fc.assert(fc.property(fc.string(), (text) => void departmentCodeIn(text)))
  })
})

describe('a code that is suggested', () => {
  it('is the next free one', () => {
    expect(nextFreeCode('F', new Set(['F01', 'F03']))).toBe('F02')
    expect(nextFreeCode('03', new Set(['03', '03.01']))).toBe('03.02')
    expect(
      nextFreeCode('F', new Set(Array.from({ length: 999 }, (_, n) => `F${String(n + 1).padStart(2, '0')}`))),
    ).toBe(null)
  })

  it.each([
    ['呼吸内科', [], ['03', 'F01']],
    ['呼吸内科', ['03', 'F01'], ['03.01', 'F02']],
    ['急诊', [], ['20', 'F01']],
    ['医务部', ['F01', 'F02'], ['F03']],
    ['50', [], ['50', 'F01']],
    ['', [], []],
  ])('for 「%s」 with %j taken begins with %j', (typed, taken, codes) => {
    expect(suggestCodes(typed, new Set(taken)).map(({ id }) => id)).toEqual(codes)
  })
})

describe('pasted departments', () => {
  const known: KnownDepartment[] = [
    { id: '03.01' as DepartmentId, name: '呼吸科', rev: 2, retired: false },
    { id: '20' as DepartmentId, name: '急诊科', rev: 0, retired: false },
  ]

  it('are told apart before anything is written', () => {
    const pasted =
      '科室编号\t名称\n03.01 呼吸与危重症医学科\r\n0302\t消化内科\n\n20，急诊科\n29 某科\n04.03\n05 妇\n03.02 又一遍\nF01　医患关系办公室\n'
    expect(planDepartments(pasted, known)).toEqual({
      added: [
        { line: 3, id: '03.02', name: '消化内科' },
        { line: 10, id: 'F01', name: '医患关系办公室' },
      ],
      renamed: [{ line: 2, id: '03.01', name: '呼吸与危重症医学科', before: '呼吸科', rev: 2 }],
      same: 1,
      refused: [
        { line: 6, value: '29', why: 'code' },
        { line: 7, value: '04.03', why: 'no_name' },
        { line: 8, value: '妇', why: 'name' },
        { line: 9, value: '03.02', why: 'twice' },
      ],
    })
  })

  it('account for every line that is not empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('03.01 呼吸科', '04 外科', 'x', '', '99 无', '20 急诊'), { maxLength: 20 }),
        (lines) => {
          const { added, renamed, same, refused } = planDepartments(lines.join('\n'), known)
          expect(added.length + renamed.length + same + refused.length).toBe(lines.filter(Boolean).length)
        },
      ),
    )
  })
})
