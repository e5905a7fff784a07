import { readVisits } from '#domain/hospital/visits.file'
import type { ReadingChoices, Sheet, VisitReading } from '#domain/hospital/visits.reading'
import { DepartmentId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const department = (id: string, name: string, retired = false) => ({ id: v.parse(DepartmentId, id), name, retired })

const departments = [
  department('03.01', '呼吸与危重症医学科'),
  department('03.02', '心血管内科'),
  department('04.03', '骨科'),
  department('07', '儿科'),
  department('20', '急诊医学科'),
  department('04.01', '普外科', true),
  department('04.02', '普外科'),
  department('05.01', '产房'),
  department('05.02', '产房'),
]

const TODAY = '2026-11-02'

const choose = (some: Partial<ReadingChoices> = {}): ReadingChoices => ({
  remembered: [],
  chosen: new Map(),
  aliases: new Map(),
  wholeMonth: null,
  today: TODAY,
  ...some,
})

const answer = (sheet: Sheet, some: Partial<ReadingChoices> = {}) => readVisits(sheet, departments, choose(some))

const read = (sheet: Sheet, some: Partial<ReadingChoices> = {}): VisitReading => {
  const reading = answer(sheet, some)
  if (typeof reading === 'string') throw new Error(reading)
  return reading
}

const month = (count: number) => ({ by: 'month' as const, count })

/** Figures of months as they are said aloud: month, department, 门急诊, 出院. */
const figures = ({ months }: VisitReading) =>
  months.flatMap((one) =>
    one.departments.map(({ departmentId, outpatient, discharges }) => [
      one.month,
      departmentId,
      outpatient?.by === 'month' ? outpatient.count : outpatient,
      discharges?.by === 'month' ? discharges.count : discharges,
    ]),
  )

const fields = ({ columns }: VisitReading) => columns.map(({ field, by }) => `${field} ${by}`)

describe('a file of a hospital information system', () => {
  it('is read under its title and unit lines, with totals checked and signatures passed over', () => {
    const reading = read([
      ['青衿市人民医院门急诊工作量统计表', '', '', '', ''],
      ['统计日期：2026-10-01 至 2026-10-31　单位：人次', '', '', '', ''],
      [],
      ['序号', '科室名称', '门急诊人次', '出院人次', '出院人次同比%'],
      ['1', '呼吸与危重症医学科', '1,234', '56', '3.2%'],
      ['2', ' 骨 科 ', '９８７', '—', '-1.5%'],
      ['', '', '', '', ''],
      ['3', '儿科', '0', '1234.00', ''],
      ['', '合　计', '2221', '1290', ''],
      ['制表人：沈某某', '', '审核人：白某某', '打印时间：2026-11-02 09:12', ''],
    ])
    expect(reading.headingRow).toBe(4)
    expect(reading.wholeMonth).toBe('2026-10')
    expect(fields(reading)).toEqual([
      'ignored known',
      'department known',
      'outpatient known',
      'discharges known',
      'ignored known',
    ])
    expect(reading.problems).toEqual([])
    expect(reading.unknownDepartments).toEqual([])
    expect(reading.rows).toBe(3)
    expect(reading.months).toEqual([
      {
        month: '2026-10',
        departments: [
          { departmentId: '03.01', outpatient: month(1234), discharges: month(56) },
          { departmentId: '04.03', outpatient: month(987), discharges: null },
          { departmentId: '07', outpatient: month(0), discharges: month(1234) },
        ],
      },
    ])
    expect(reading.totals).toEqual([
      { row: 9, label: '合 计', period: null, measure: 'outpatient', stated: 2221, sum: 2221 },
      { row: 9, label: '合 计', period: null, measure: 'discharges', stated: 1290, sum: 1290 },
    ])
  })

  it('may repeat its heading and title on each printed page', () => {
    const page = [
      ['青衿市人民医院', '', ''],
      ['月份', '科室', '门急诊人次'],
    ]
    const reading = read([
      ...page,
      ['2026年9月', '骨科', '10'],
      ['', '儿科', '20'],
      ['第1页 共2页', '', ''],
      ...page,
      ['', '急诊医学科', '30'],
      ['2026年10月', '骨科', '40'],
      ['第2页 共2页', '', ''],
    ])
    expect(reading.problems).toEqual([])
    expect(figures(reading)).toEqual([
      ['2026-09', '04.03', 10, undefined],
      ['2026-09', '07', 20, undefined],
      ['2026-09', '20', 30, undefined],
      ['2026-10', '04.03', 40, undefined],
    ])
  })

  it('may span its heading over two lines, with merged cells', () => {
    const rows = [['2026-09', '骨科', '100', '20', '7', '5']]
    const below = read([
      ['月份', '科室', '门急诊人次', '', '出院', ''],
      ['', '', '门诊', '急诊', '人数', '上年同期'],
      ...rows,
    ])
    expect(below.headingRow).toBe(1)
    expect(below.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['月份', 'month'],
      ['科室', 'department'],
      ['门急诊人次 门诊', 'outpatient'],
      ['门急诊人次 急诊', 'outpatient'],
      ['出院 人数', 'discharges'],
      ['出院 上年同期', 'ignored'],
    ])
    expect(figures(below)).toEqual([['2026-09', '04.03', 120, 7]])
    const above = read([['', '', '本月', '', '上月', ''], ['月份', '科室', '门诊', '急诊', '门诊', '急诊'], ...rows])
    expect(figures(above)).toEqual([['2026-09', '04.03', 120, undefined]])
  })

  it('may number its columns under the heading', () => {
    const reading = read(
      [
        ['科室', '门急诊人次', '出院人次'],
        ['甲', '1', '2'],
        ['骨科', '10', '3'],
      ],
      { wholeMonth: '2026-09' },
    )
    expect(reading.problems).toEqual([])
    expect(figures(reading)).toEqual([['2026-09', '04.03', 10, 3]])
  })

  it.each([
    [
      'no_heading',
      [
        ['呼吸科', '120'],
        ['骨科', '99'],
      ],
    ],
    ['no_heading', []],
    [
      'no_rows',
      [
        ['月份', '科室', '门急诊人次'],
        ['', '', ''],
        ['制表人：沈', '', ''],
      ],
    ],
    [
      'no_period',
      [
        ['科室', '门急诊人次'],
        ['骨科', '99'],
      ],
    ],
    [
      'no_period',
      [
        ['月份', '科室', '门急诊人次'],
        ['9月', '骨科', '99'],
      ],
    ],
  ] as [string, Sheet][])('is %s when it has none: %j', (why, sheet) => {
    expect(answer(sheet)).toBe(why)
  })

  it('asks for its columns when a heading is one that nobody knows', () => {
    const sheet = [
      ['月份', '科室', '工作总量'],
      ['2026-09', '骨科', '99'],
    ]
    const asked = read(sheet)
    expect(asked.columns[2]).toEqual({ column: 2, heading: '工作总量', field: 'ignored', by: 'nothing' })
    expect(asked.months).toEqual([])
    const chosen = read(sheet, { chosen: new Map([[2, 'outpatient']]) })
    expect(fields(chosen)[2]).toBe('outpatient chosen')
    expect(figures(chosen)).toEqual([['2026-09', '04.03', 99, undefined]])
    const remembered = read(sheet, { remembered: [{ heading: '工作总量', field: 'outpatient' }] })
    expect(fields(remembered)[2]).toBe('outpatient remembered')
    expect(remembered.months).toEqual(chosen.months)
  })
})

describe('a figure', () => {
  const one = (value: string) =>
    read([
      ['月份', '科室', '门急诊人次'],
      ['2026-09', '骨科', value],
      ['2026-09', '儿科', '1'],
    ])

  it.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1，234', 1234],
    ['１２３４', 1234],
    ['１，２３４', 1234],
    ['1 234', 1234],
    [' 1234 ', 1234],
    ['1234.0', 1234],
    ['1234.00', 1234],
    ['1234人次', 1234],
    ['1,234 人次', 1234],
    ['="1234"', 1234],
    ["'1234", 1234],
    ['0', 0],
    ['0.00', 0],
    ['9999999', 9999999],
    ['—', null],
    ['——', null],
    ['-', null],
    ['－', null],
    ['–', null],
    ['/', null],
    ['／', null],
    ['无', null],
  ])('%j is %j', (value, count) => {
    const reading = one(value)
    expect(reading.problems).toEqual([])
    expect(figures(reading)[0]).toEqual(['2026-09', '04.03', count, undefined])
  })

  it('that is blank is left out', () => {
    expect(figures(one(''))).toEqual([['2026-09', '07', 1, undefined]])
  })

  it.each([
    ['-5', 'not_a_number'],
    ['12.5', 'not_a_number'],
    ['约1200', 'not_a_number'],
    ['#N/A', 'not_a_number'],
    ['#DIV/0!', 'not_a_number'],
    ['1.2万', 'not_a_number'],
    ['12,34', 'not_a_number'],
    ['1234②', 'not_a_number'],
    ['12 34 56 78', 'too_large'],
    ['10000000', 'too_large'],
    ['未报', 'not_a_number'],
  ])('%j is %s', (value, why) => {
    const reading = one(value)
    expect(reading.problems).toEqual([{ row: 2, heading: '门急诊人次', field: 'outpatient', value, why }])
    expect(figures(reading)).toEqual([['2026-09', '07', 1, undefined]])
  })
})

describe('a period', () => {
  const one = (heading: string, value: string, above: string[] = []) =>
    answer([above, [heading, '科室', '门急诊人次'], [value, '骨科', '5']])

  it.each([
    '2026年9月',
    '2026年09月',
    '２０２６年９月',
    '2026 年 9 月',
    '2026年9月份',
    '202609',
    '202609.0',
    '2026/9',
    '2026/09',
    '2026.9',
    '2026-09',
    '2026-9-30',
    '2026年9月30日',
    '20260930',
    '2026/9/30',
    '2026-09-30 00:00:00',
    '2026-09-01至2026-09-30',
    '2026年9月1日-30日',
  ])('%s in a column of months is September', (value) => {
    const reading = one('月份', value)
    expect(typeof reading === 'string' ? reading : figures(reading)).toEqual([['2026-09', '04.03', 5, undefined]])
  })

  it.each([
    '2026-9-30',
    '2026年9月30日',
    '20260930',
    '2026/9/30',
    '2026.9.30',
    '2026-09-30 00:00',
    '2026-09-30（星期三）',
  ])('%s in a column of days is that day', (value) => {
    const reading = one('就诊日期', value)
    if (typeof reading === 'string') throw new Error(reading)
    const series = reading.months[0]?.departments[0]?.outpatient
    expect(series).toEqual({ by: 'day', days: [...Array.from({ length: 29 }, () => null), 5] })
  })

  it('of a month alone takes the year of the title', () => {
    const reading = one('月份', '9月', ['青衿市人民医院2026年度门急诊工作量', '打印日期：2027-01-04'])
    expect(typeof reading === 'string' ? reading : figures(reading)).toEqual([['2026-09', '04.03', 5, undefined]])
  })

  it('may be parted over columns', () => {
    const reading = read([
      ['年', '月', '日', '科室', '门急诊人次'],
      ['2026', '9', '1', '骨科', '5'],
      ['', '', '2', '骨科', '6'],
      ['', '10', '1', '骨科', '7'],
    ])
    expect(reading.problems).toEqual([])
    expect(reading.months.map(({ month: name, departments: own }) => [name, own[0]?.outpatient])).toEqual([
      ['2026-09', { by: 'day', days: [5, 6, ...Array.from({ length: 28 }, () => null)] }],
      ['2026-10', { by: 'day', days: [7, ...Array.from({ length: 30 }, () => null)] }],
    ])
  })

  it.each(['2026-13', '2026-02-30', '十月', '46266', '26-9', '2026-07至2026-09', '2026年', '2026.1'])(
    '%s is none that is surely known',
    (value) => {
      const reading = read([
        ['月份', '科室', '门急诊人次'],
        [value, '骨科', '5'],
        ['2026-09', '儿科', '1'],
      ])
      expect(reading.problems).toEqual([{ row: 2, heading: '月份', field: 'month', value, why: 'not_a_period' }])
    },
  )

  it('2026.1 is January where the column keeps its zeros', () => {
    const reading = read([
      ['月份', '科室', '门急诊人次'],
      ['2026.1', '骨科', '5'],
      ['2026.10', '骨科', '6'],
    ])
    expect(figures(reading)).toEqual([
      ['2026-01', '04.03', 5, undefined],
      ['2026-10', '04.03', 6, undefined],
    ])
  })

  it('that has not begun is ahead; one that has begun is not', () => {
    const reading = read([
      ['就诊日期', '科室', '门急诊人次'],
      ['2026-11-02', '骨科', '1'],
      ['2026-11-03', '骨科', '2'],
      ['2026年11月', '儿科', '3'],
      ['2026年12月', '儿科', '4'],
    ])
    expect(reading.problems.map(({ row, value, why }) => [row, value, why])).toEqual([
      [3, '2026-11-03', 'period_ahead'],
      [5, '2026年12月', 'period_ahead'],
    ])
  })

  it('is carried down a merged cell, and only where figures stand', () => {
    const reading = read([
      ['科室', '月份', '门急诊人次'],
      ['骨科', '2026-09', '1'],
      ['', '2026-10', '2'],
      ['', '', ''],
      ['', '', '3'],
      ['肾内科', '', ''],
      ['', '2026-09', '4'],
    ])
    expect(figures(reading)).toEqual([
      ['2026-09', '04.03', 1, undefined],
      ['2026-10', '04.03', 2, undefined],
    ])
    expect(reading.problems.map(({ row, why }) => [row, why])).toEqual([
      [5, 'department_empty'],
      [7, 'department_empty'],
    ])
  })

  it('of the first or the last day of each of several months is the month', () => {
    for (const days of [
      ['2026-09-01', '2026-10-01'],
      ['2026-09-30', '2026-10-31'],
    ]) {
      const reading = read([['统计日期', '科室', '出院人次'], ...days.map((day) => [day, '骨科', '5'])])
      expect(figures(reading)).toEqual([
        ['2026-09', '04.03', undefined, 5],
        ['2026-10', '04.03', undefined, 5],
      ])
    }
  })

  it('of two days of one month is a day, whatever the column is called', () => {
    const reading = read([
      ['月份', '科室', '出院人次'],
      ['2026-09-01', '骨科', '5'],
      ['2026-09-02', '骨科', '6'],
    ])
    expect(reading.months[0]?.departments[0]?.discharges).toMatchObject({ by: 'day' })
  })

  it.each([
    ['2026年10月门急诊工作量', '2026-10'],
    ['统计日期：2026-10-01 至 2026-10-31　单位：人次', '2026-10'],
    ['统计日期：2026-10-01 00:00:00 至 2026-10-31 23:59:59', '2026-10'],
    ['统计时间：2026.10.01-2026.10.31', '2026-10'],
    ['报表月份：202610', '2026-10'],
    ['2026年10月1日—31日', '2026-10'],
    ['开始日期：2026-10-01　结束日期：2026-10-31', '2026-10'],
    ['2026年10月 打印时间：2026-11-02 09:12', '2026-10'],
    ['2026年1-10月', null],
    ['2026年9月至10月', null],
    ['统计日期：2026-10-01 至 2026-10-15', null],
    ['统计日期：2026-09-01 至 2026-10-31', null],
    ['2026年第三季度', null],
    ['2026年度', null],
    ['制表日期：2026年11月2日', null],
  ])('of a whole file is in its title: %s', (title, expected) => {
    const reading = answer([[title], ['科室', '门急诊人次'], ['骨科', '5']])
    expect(typeof reading === 'string' ? reading : reading.wholeMonth).toBe(expected ?? 'no_period')
  })

  it('of a whole file may be parted over cells, and stand for a column of months that is empty', () => {
    const { wholeMonth, months, problems } = read([
      ['统计科室', '全部', '统计日期：', '2026-10-01', '至', '2026-10-31'],
      ['月份', '科室', '门急诊人次'],
      ['', '骨科', '5'],
      ['合计', '', '5'],
    ])
    expect([wholeMonth, months.length, problems]).toEqual(['2026-10', 1, []])
  })

  it('of a whole file may lie ahead', () => {
    const { problems, months } = read([['2026年12月'], ['科室', '门急诊人次'], ['骨科', '5']])
    expect(problems).toEqual([{ row: 3, heading: '', field: 'month', value: '2026-12', why: 'period_ahead' }])
    expect(months).toEqual([])
  })

  it('of a whole file is the one that was chosen', () => {
    const sheet = [
      ['科室', '门急诊人次'],
      ['骨科', '5'],
    ]
    expect(figures(read(sheet, { wholeMonth: '2026-08' }))).toEqual([['2026-08', '04.03', 5, undefined]])
    expect(read([['2026年10月'], ...sheet], { wholeMonth: '2026-08' }).wholeMonth).toBe('2026-08')
  })
})

describe('a department', () => {
  const named = (names: string[][], headings: string[], some: Partial<ReadingChoices> = {}) =>
    read([[...headings, '门急诊人次'], ...names.map((name, index) => [...name, String(index + 1)])], {
      wholeMonth: '2026-09',
      ...some,
    })

  it.each([
    ['骨科', '04.03'],
    [' 骨　科 ', '04.03'],
    ['04.03', '04.03'],
    ['0403', '04.03'],
    ['４.３', '04.03'],
    ['[1021]骨科', '04.03'],
    ['1021-骨科', '04.03'],
    ['04.03 骨科', '04.03'],
    ['普外科', '04.02'],
    ['04.01', '04.01'],
    ['05.02', '05.02'],
  ])('written %j is %s', (name, id) => {
    expect(figures(named([[name]], ['科室']))).toEqual([['2026-09', id, 1, undefined]])
  })

  it('of a code and a name is the code, unless the name is another department', () => {
    const reading = named(
      [
        ['05.01', '产房'],
        ['04.03', '骨外科'],
        ['1021', '儿科'],
        ['', '急诊医学科'],
        ['03.01', '心血管内科'],
        ['0302', '肾病二区'],
      ],
      ['科室编码', '科室名称'],
    )
    expect(figures(reading).map(([, id]) => id)).toEqual(['04.03', '05.01', '07', '20'])
    expect(reading.problems.map(({ row, heading, value, why }) => [row, heading, value, why])).toEqual([
      [6, '科室名称', '心血管内科', 'department_not_unique'],
      [7, '科室名称', '肾病二区', 'no_such_department'],
    ])
  })

  it('that nobody knows or that two bear is named once, in the order of the file', () => {
    const reading = named([['肾内科'], ['产房'], ['肾 内 科'], ['骨科']], ['科室'])
    expect(reading.problems).toEqual([
      { row: 2, heading: '科室', field: 'department', value: '肾内科', why: 'no_such_department' },
      { row: 3, heading: '科室', field: 'department', value: '产房', why: 'department_not_unique' },
      { row: 4, heading: '科室', field: 'department', value: '肾 内 科', why: 'no_such_department' },
    ])
    expect(reading.unknownDepartments).toEqual(['肾内科', '产房'])
  })

  it('is what was settled for its name, added up where several names are one, or left out', () => {
    const bone = v.parse(DepartmentId, '04.03')
    const aliases = new Map([
      ['骨一科', bone],
      ['骨二科', bone],
      ['体检中心', null],
      ['产房', v.parse(DepartmentId, '05.02')],
    ])
    const reading = named([['骨一科'], ['骨 二 科'], ['体检中心'], ['产房'], ['骨科']], ['科室'], { aliases })
    expect(reading.problems).toEqual([])
    expect(figures(reading)).toEqual([
      ['2026-09', '04.03', 1 + 2 + 5, undefined],
      ['2026-09', '05.02', 4, undefined],
    ])
    expect(reading.rows).toBe(5)
  })

  it('twice in a period is a problem at its second line', () => {
    const reading = named([['骨科'], ['儿科'], ['04.03']], ['科室'])
    expect(reading.problems).toEqual([
      { row: 4, heading: '科室', field: 'department', value: '04.03', why: 'twice', firstRow: 2 },
    ])
  })

  it('may say one measure in one line and another in the next', () => {
    const reading = read([
      ['月份', '科室', '门急诊人次', '出院人次'],
      ['2026-09', '骨科', '10', ''],
      ['2026-09', '骨科', '', '3'],
    ])
    expect(reading.problems).toEqual([])
    expect(figures(reading)).toEqual([['2026-09', '04.03', 10, 3]])
  })

  it('with days beside their whole month is a problem', () => {
    const reading = read([
      ['日期', '科室', '门急诊人次'],
      ['2026-09-01', '骨科', '1'],
      ['2026-09-02', '骨科', '2'],
      ['2026年9月', '骨科', '3'],
      ['2026年10月', '骨科', '4'],
    ])
    expect(reading.problems).toEqual([
      { row: 4, heading: '日期', field: 'day', value: '2026年9月', why: 'day_and_month', firstRow: 2 },
    ])
  })
})

describe('a footer', () => {
  const rows = (...last: string[]) =>
    read([['月份', '科室', '门急诊人次'], ['2026-09', '骨科', '1'], last]).problems.map(({ why }) => why)

  it.each([
    [['制表人：沈某某', '', '审核：白']],
    [['打印时间：2026-11-02 09:12', '', '第1页']],
    [['', '数据来源：HIS', '']],
    [['备注', '门诊不含体检', '无']],
  ])('is passed over: %j', (last) => {
    expect(rows(...last)).toEqual([])
  })

  it.each(['说明:十月新开', '备注：含急诊', '操作员：沈'])(
    'is told by its first cell alone: %s stands last',
    (last) => {
      const sheet = [
        ['科室', '门急诊人次', '出院人次', '备注'],
        ['介入科', '500', '20', last],
      ]
      expect(read(sheet, { wholeMonth: '2026-10' }).problems).toEqual([
        { row: 2, heading: '科室', field: 'department', value: '介入科', why: 'no_such_department' },
      ])
    },
  )

  it('with a figure is none', () => {
    expect(rows('备注', '', '1200')).toEqual(['not_a_period'])
    expect(rows('共 2 行', '', '打印时间：2026-11-02')).toEqual([])
  })

  it('with a figure and a name that nobody knows is a problem', () => {
    expect(rows('2026-09', '数据来源', '12')).toEqual(['no_such_department'])
    expect(rows('2026-09', '肾内科', '约1200')).toEqual(['no_such_department', 'not_a_number'])
  })
})

describe('a figure without a heading', () => {
  const more = (heading: string[], row: string[], some: Partial<ReadingChoices> = {}) => {
    const { problems, rows } = read([heading, row], { wholeMonth: '2026-10', ...some })
    return [problems, rows]
  }
  const HEADING = ['科室', '门急诊人次', '出院人次']
  const fault = { row: 2, heading: '第 4 列', field: 'ignored', why: 'more_cells' }

  it.each(['56', '56.00', '—', '3.2%', '99999999'])('right of the table makes its row a problem: %s', (value) => {
    expect(more(HEADING, ['心血管内科', '1', '234', value])).toEqual([[{ ...fault, value }], 0])
  })

  it('right of the table is no column that can be passed over', () => {
    const row = ['心血管内科', '1', '234', '56']
    expect(more(HEADING, row, { chosen: new Map([[3, 'ignored']]) })).toEqual([[{ ...fault, value: '56' }], 0])
    const remembered = [{ heading: '第 4 列', field: 'ignored' as const }]
    expect(more(HEADING, row, { remembered })).toEqual([[{ ...fault, value: '56' }], 0])
    expect(more(HEADING, row, { chosen: new Map([[3, 'discharges']]) })).toEqual([[], 1])
  })

  it('within the table is settled by saying what its column is', () => {
    const row = ['1', '心血管内科', '234', '56']
    const heading = ['', ...HEADING]
    expect(more(heading, row)).toEqual([[{ ...fault, heading: '第 1 列', value: '1' }], 0])
    expect(more(heading, row, { chosen: new Map([[0, 'ignored']]) })).toEqual([[], 1])
  })

  it.each(['', ' ', '十月新开2个诊室'])('is none in %j', (value) => {
    expect(more(HEADING, ['心血管内科', '1', '234', value])).toEqual([[], 1])
  })
})

describe('the unit of the figures', () => {
  const sheet = (above: string[], heading: string) =>
    answer([above, ['科室', heading], ['骨科', '12']], {
      wholeMonth: '2026-10',
    })

  it.each([
    [['单位：百人次'], '门急诊人次'],
    [['统计日期：2026-10-01 至 2026-10-31　单位：万人次'], '门急诊人次'],
    [['单位：', '千人次'], '门急诊人次'],
    [['门急诊工作量（万人次）'], '门急诊人次'],
    [[], '门急诊人次(百人次)'],
    [[], '门急诊量（千人）'],
    [[], '出院人次【万人次】'],
  ])('that is not one person is refused: %j over %s', (above, heading) => {
    expect(sheet(above, heading)).toBe('unit_not_persons')
  })

  it.each([
    [['单位：人次'], '门急诊人次'],
    [['单位：百色市人民医院'], '门急诊人次'],
    [['2026年10月每万人次投诉的分母'], '门急诊人次（人次）'],
  ])('that is a person is read: %j over %s', (above, heading) => {
    expect(sheet(above, heading)).toMatchObject({ rows: 1, problems: [] })
  })
})

describe('the columns of a measure', () => {
  const fieldsOf = (...headings: string[]) =>
    read([
      ['月份', '科室', ...headings],
      ['2026-09', '骨科', ...headings.map((_, index) => String(index + 1))],
    ])
      .columns.slice(2)
      .map(({ field, by }) => (by === 'nothing' ? '?' : field))

  it.each([
    [['门急诊人次'], ['outpatient']],
    [['门急诊量（人次）'], ['outpatient']],
    [['门、急诊人次数'], ['outpatient']],
    [['总诊疗人次'], ['outpatient']],
    [['门诊量'], ['outpatient']],
    [
      ['门诊人次', '急诊人次'],
      ['outpatient', 'outpatient'],
    ],
    [
      ['普通门诊', '专家门诊', '急诊'],
      ['outpatient', 'outpatient', 'outpatient'],
    ],
    [
      ['门诊人次', '专家门诊人次', '急诊人次'],
      ['outpatient', 'ignored', 'outpatient'],
    ],
    [
      ['门诊人次', '急诊人次', '门急诊总人次'],
      ['ignored', 'ignored', 'outpatient'],
    ],
    [
      ['门诊人次', '急诊人次', '合计'],
      ['outpatient', 'outpatient', 'ignored'],
    ],
    [
      ['总诊疗人次', '门急诊人次', '其中：急诊'],
      ['ignored', 'outpatient', 'ignored'],
    ],
    [
      ['门诊人次', '其中:急诊', '体检人次'],
      ['outpatient', 'ignored', 'ignored'],
    ],
    [
      ['门诊人次', '门诊人次同比', '门诊人次环比增长率', '占比'],
      ['outpatient', 'ignored', 'ignored', 'ignored'],
    ],
    [
      ['门诊人次', '上年同期门诊人次', '备注'],
      ['outpatient', 'ignored', 'ignored'],
    ],
    [['出院人次'], ['discharges']],
    [['出院人数'], ['discharges']],
    [['出院病人数'], ['discharges']],
    [['期内出院患者总人次'], ['discharges']],
    [
      ['出院者占用总床日数', '入院人次', '出院人次'],
      ['?', '?', 'discharges'],
    ],
    [
      ['门诊人次', '门诊人次', '出院人次'],
      ['?', '?', 'discharges'],
    ],
  ])('%j are %j', (headings, expected) => {
    expect(fieldsOf(...headings)).toEqual(expected)
  })

  it('are added up, and a bad one spoils its sum', () => {
    const reading = read([
      ['月份', '科室', '门诊人次', '急诊人次'],
      ['2026-09', '骨科', '100', '20'],
      ['2026-09', '儿科', '100', '—'],
      ['2026-09', '急诊医学科', '', '20'],
      ['2026-09', '心血管内科', '—', '/'],
      ['2026-09', '普外科', '100', '约20'],
    ])
    expect(figures(reading)).toEqual([
      ['2026-09', '03.02', null, undefined],
      ['2026-09', '04.03', 120, undefined],
      ['2026-09', '07', 100, undefined],
      ['2026-09', '20', 20, undefined],
    ])
    expect(reading.problems).toMatchObject([{ row: 6, heading: '急诊人次', value: '约20', why: 'not_a_number' }])
  })
})

describe('a total', () => {
  const totals = (...rows: string[][]) =>
    read([['月份', '科室', '门急诊人次'], ...rows]).totals.map(({ row, label, period, stated, sum }) => [
      row,
      label,
      period,
      stated,
      sum,
    ])

  it('of a part covers the rows since the one before, of a month that month, and of all everything', () => {
    expect(
      totals(
        ['2026-09', '呼吸与危重症医学科', '1'],
        ['', '心血管内科', '2'],
        ['', '小计', '3'],
        ['', '骨科', '4'],
        ['', '小 计', '4'],
        ['2026-09', '合计', '7'],
        ['2026-10', '骨科', '8'],
        ['2026-10', '合计', '8'],
        ['总 计', '', '15'],
      ),
    ).toEqual([
      [4, '小计', '2026-09', 3, 3],
      [6, '小 计', '2026-09', 4, 4],
      [7, '合计', '2026-09', 7, 7],
      [9, '合计', '2026-10', 8, 8],
      [10, '总 计', null, 15, 15],
    ])
  })

  it('is read for its place where it names no month', () => {
    expect(
      totals(
        ['', '全院', '6'],
        ['2026-09', '骨科', '1'],
        ['', '儿科', '2'],
        ['', '科室合计', '3'],
        ['2026-10', '骨科', '3'],
        ['', '本月合计', '3'],
      ),
    ).toEqual([
      [2, '全院', null, 6, 6],
      [5, '科室合计', '2026-09', 3, 3],
      [7, '本月合计', '2026-10', 3, 3],
    ])
    expect(totals(['2026-09', '骨科', '1'], ['2026-10', '骨科', '2'], ['2026年9月合计', '', '1'])).toEqual([
      [4, '2026年9月合计', '2026-09', 1, 1],
    ])
    expect(totals(['2026-09', '骨科', '1'], ['2026-09', '儿科', '5'], ['合计', '骨科', '1'])).toEqual([
      [4, '合计', '2026-09', 1, 1],
    ])
  })

  it('that is wrong stands beside the sum', () => {
    expect(totals(['2026-09', '骨科', '1'], ['', '儿科', '2'], ['', '合计', '30'])).toEqual([[4, '合计', null, 30, 3]])
  })

  it('counts what is left out on purpose, as the file does, and never what is not understood', () => {
    const sheet = [
      ['月份', '科室', '门急诊人次'],
      ['2026-09', '骨科', '1'],
      ['2026-09', '体检中心', '2'],
      ['', '合计', '3'],
    ]
    expect(read(sheet, { aliases: new Map([['体检中心', null]]) }).totals).toMatchObject([{ stated: 3, sum: 3 }])
    expect(read(sheet).totals).toMatchObject([{ stated: 3, sum: 1 }])
  })

  it('is never a department', () => {
    const reading = read(
      [
        ['科室', '门急诊人次'],
        ['骨科', '1'],
        ['合　计：', '1'],
        ['内科系统小计', '1'],
        ['总计（人次）', '1'],
      ],
      { wholeMonth: '2026-09' },
    )
    expect(reading.problems).toEqual([])
    expect(reading.rows).toBe(1)
    expect(reading.totals).toHaveLength(3)
  })
})
