import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { DepartmentId } from '#domain/ids'
import { dischargeTemplate, readDischarges } from '#domain/survey/followup.file'

const TODAY = '2026-11-22'
const DEPARTMENTS = [
  { id: '03.01', name: '呼吸与危重症医学科' },
  { id: '04.03', name: '骨科' },
  { id: '04.01', name: '普外科' },
  { id: '04.02', name: '普外科' },
].map(({ id, name }) => ({ id: v.parse(DepartmentId, id), name, retired: false }))

const HEADING = ['姓名', '联系电话', '出院日期', '科室', '病种', '住院号']
const read = (...lines: string[][]) => readDischarges([HEADING, ...lines], DEPARTMENTS, TODAY)

describe('a file of discharges', () => {
  it('is read below its titles, by whatever its columns are called', () => {
    const sheet = [
      ['出院患者随访登记表'],
      ['2026 年 11 月', '', '随访中心'],
      ['序号', '出院科别', '患者姓名', '手机号码（本人）', '出院时间', '病案号'],
      ['1', '骨科', '王建国', '139-0000 0002', '2026/11/15 10:30', '0012'],
      [],
      ['2', '03.01', '李桂兰', '０１０１２３４５６７８', '20261101', ''],
    ]
    expect(readDischarges(sheet, DEPARTMENTS, TODAY)).toEqual({
      headings: ['患者姓名', '手机号码(本人)', '出院时间', '出院科别', '病案号'],
      problems: [],
      rows: [
        {
          row: 4,
          name: '王建国',
          phone: '13900000002',
          dischargedOn: '2026-11-15',
          departmentId: '04.03',
          course: 'general',
          number: '0012',
        },
        {
          row: 6,
          name: '李桂兰',
          phone: '01012345678',
          dischargedOn: '2026-11-01',
          departmentId: '03.01',
          course: 'general',
          number: null,
        },
      ],
    })
  })

  it.each([
    ['', 'general'],
    ['一般', 'general'],
    ['慢病', 'chronic'],
    ['慢性病', 'chronic'],
    ['肿瘤', 'tumour'],
    ['恶性肿瘤', 'tumour'],
  ])('reads the course 「%s」 as %s', (written, course) => {
    expect(read(['李', '13800000001', '2026-11-15', '骨科', written, ''])?.rows[0]?.course).toBe(course)
  })

  it.each([
    [['', '13800000001', '2026-11-15', '骨科', '', ''], 'name', '', 'empty'],
    [['李'.repeat(21), '13800000001', '2026-11-15', '骨科', '', ''], 'name', '李'.repeat(21), 'not_a_name'],
    [['李', '', '2026-11-15', '骨科', '', ''], 'phone', '', 'empty'],
    [['李', '1380000', '2026-11-15', '骨科', '', ''], 'phone', '1380000', 'not_a_phone'],
    [['李', '1.38E+10', '2026-11-15', '骨科', '', ''], 'phone', '1.38E+10', 'not_a_phone'],
    [['李', '13800000001', '46341', '骨科', '', ''], 'dischargedOn', '46341', 'not_a_day'],
    [['李', '13800000001', '2026-02-30', '骨科', '', ''], 'dischargedOn', '2026-02-30', 'not_a_day'],
    [['李', '13800000001', '11 月', '骨科', '', ''], 'dischargedOn', '11 月', 'not_a_day'],
    [['李', '13800000001', '2026-11-23', '骨科', '', ''], 'dischargedOn', '2026-11-23', 'day_ahead'],
    [['李', '13800000001', '2026-01-01', '骨科', '', ''], 'dischargedOn', '2026-01-01', 'too_long_ago'],
    [['李', '13800000001', '2026-11-15', '心内', '', ''], 'department', '心内', 'no_such_department'],
    [['李', '13800000001', '2026-11-15', '', '', ''], 'department', '', 'empty'],
    [['李', '13800000001', '2026-11-15', '普外科', '', ''], 'department', '普外科', 'department_not_unique'],
    [['李', '13800000001', '2026-11-15', '骨科', '肺炎', ''], 'course', '肺炎', 'no_such_course'],
    [['李', '13800000001', '2026-11-15', '骨科', '', '9'.repeat(41)], 'number', '9'.repeat(41), 'number_too_long'],
  ])('says of the line %j what is wrong with it', (line, column, value, why) => {
    expect(read(line)).toMatchObject({ rows: [], problems: [{ row: 2, column, value, why }] })
  })

  it('takes one of two lines of the same discharge and points at the first', () => {
    expect(
      read(
        ['李', '13800000001', '2026-11-15', '骨科', '', ''],
        ['李二', '13800000001', '2026-11-15', '骨科', '', ''],
        ['李二', '13800000001', '2026-11-15', '骨科', '', 'ZY2'],
        ['李三', '13800000003', '2026-11-15', '骨科', '', 'zy 2'],
      ),
    ).toMatchObject({
      rows: [{ row: 2 }, { row: 4 }, { row: 5 }],
      problems: [{ row: 3, column: 'phone', why: 'twice', firstRow: 2 }],
    })
  })

  it('is not one without a name, a phone, a day and a department', () => {
    expect(
      readDischarges(
        [
          ['姓名', '电话', '出院日期'],
          ['李', '1', '2'],
        ],
        DEPARTMENTS,
        TODAY,
      ),
    ).toBeNull()
    expect(readDischarges([], DEPARTMENTS, TODAY)).toBeNull()
  })

  it('reads its own template back', () => {
    expect(readDischarges(dischargeTemplate('骨科', TODAY), DEPARTMENTS, TODAY)).toMatchObject({
      rows: [{ row: 2, departmentId: '04.03', course: 'general', dischargedOn: TODAY }],
      problems: [],
    })
  })
})
