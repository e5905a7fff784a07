import { readRoster } from '#domain/hospital/roster'
import { readVisits } from '#domain/hospital/visits.file'
import { DepartmentId } from '#domain/ids'
import readWorkbook from 'read-excel-file/universal'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { gb18030Of } from '../builders/gb18030'

// The build replaces it, before any of the module runs.
let files: typeof import('../../src/files/spreadsheet')
beforeAll(async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  files = await import('../../src/files/spreadsheet')
})
afterAll(() => vi.unstubAllEnvs())

const readAll = (...bytes: (Uint8Array | string)[]) =>
  files.readSheetOf(new Blob(bytes.map((part) => part as BlobPart)))
const read = async (...bytes: (Uint8Array | string)[]) => {
  const chosen = await readAll(...bytes)
  return typeof chosen === 'string' ? chosen : chosen.sheet
}

const SHEET = [
  ['工号', '姓名'],
  ['0231', '沈'],
]

describe('a roster from a file', () => {
  it.each([
    ['UTF-8', [Buffer.from('工号,姓名\n0231,沈')]],
    ['UTF-8 with its mark', [Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.from('工号,姓名\r\n0231,沈')]],
    [
      'UTF-16 with tabs, as Excel calls Unicode text',
      [Uint8Array.of(0xff, 0xfe), Buffer.from('工号\t姓名\r\n0231\t沈', 'utf16le')],
    ],
    // 工号,姓名 / 0231,沈 as Excel in China saves a .csv.
    [
      'GB18030',
      [
        Uint8Array.of(0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a),
        Uint8Array.of(0x30, 0x32, 0x33, 0x31, 0x2c, 0xc9, 0xf2),
      ],
    ],
    ['semicolons and quotes', ['"工号";"姓名"\n"0231";"沈"']],
  ])('in %s is the same sheet', async (_, bytes) => {
    expect(await read(...bytes)).toEqual(SHEET)
  })

  it('of Excel keeps its lines, its zeros, and numbers as they were typed', async () => {
    const file = await writeXlsxFile([
      [{ value: '职工名册' }],
      [],
      [{ value: '工号' }, { value: '姓名' }],
      [{ value: '0231' }, { value: '沈' }],
      [{ value: 2318, type: Number }, { value: '白' }],
    ]).toBuffer()
    const sheet = await read(file)
    expect(sheet).toEqual([
      ['职工名册', ''],
      ['', ''],
      ['工号', '姓名'],
      ['0231', '沈'],
      ['2318', '白'],
    ])
    const departments = [{ id: v.parse(DepartmentId, 'F01'), name: '医患办' }]
    expect(readRoster(sheet as string[][], departments)?.rows).toEqual([
      { row: 4, number: '0231', name: '沈' },
      { row: 5, number: '2318', name: '白' },
    ])
  })

  it.each([
    ['an old .xls', [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)], 'old_excel'],
    ['an archive that is no workbook', [Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00)], 'unreadable'],
    ['far too much', [new Uint8Array(6 * 1024 * 1024)], 'too_large'],
  ])('that is %s is refused', async (_, bytes, failure) => {
    expect(await read(...bytes)).toBe(failure)
  })
})

describe('a file of several sheets', () => {
  it('is its first, and says how many others have something in them', async () => {
    const filled = (text: string) => [[{ value: text }]]
    const file = await writeXlsxFile([
      { data: filled('科室'), sheet: '九月' },
      { data: filled('骨科'), sheet: '十月' },
      { data: [[]], sheet: '空的' },
      { data: [[null, { value: ' ' }]], sheet: '也是空的' },
      { data: filled('口径'), sheet: '说明' },
    ]).toBuffer()
    expect(await readAll(file)).toEqual({ sheet: [['科室']], name: '九月', others: 2 })
  })

  it('is never a .csv', async () => {
    expect(await readAll('工号,姓名\n0231,沈')).toEqual({ sheet: SHEET, name: '', others: 0 })
  })
})

const VISITS = [
  ['青衿市人民医院门急诊工作量统计表，2026 年'],
  ['统计日期：2026-09-01 至 2026-09-30　单位：人次'],
  [],
  ['科室', '月份', '门急诊人次', '出院人次'],
  ['骨科', '2026年9月', '1,234', '56'],
  ['儿科', '', '987', '—'],
  ['合计', '', '2,221', '56'],
  ['制表人：沈'],
]

const SEPTEMBER = {
  months: [
    {
      month: '2026-09',
      departments: [
        { departmentId: '04.03', outpatient: { by: 'month', count: 1234 }, discharges: { by: 'month', count: 56 } },
        { departmentId: '07', outpatient: { by: 'month', count: 987 }, discharges: null },
      ],
    },
  ],
  problems: [],
  totals: [
    [2221, 2221],
    [56, 56],
  ],
}

const commas = VISITS.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n')
const tabs = VISITS.map((row) => row.join('\t')).join('\r\n')

const readingOf = async (...bytes: (Uint8Array | string)[]) => {
  const sheet = await read(...bytes)
  if (typeof sheet === 'string') return sheet
  const departments = [
    { id: v.parse(DepartmentId, '04.03'), name: '骨科', retired: false },
    { id: v.parse(DepartmentId, '07'), name: '儿科', retired: false },
  ]
  const choices = { remembered: [], chosen: new Map(), aliases: new Map(), wholeMonth: null, today: '2026-11-02' }
  const reading = readVisits(sheet, departments, choices)
  if (typeof reading === 'string') return reading
  const { months, problems, totals } = reading
  return { months, problems, totals: totals.map(({ stated, sum }) => [stated, sum]) }
}

describe('visits from a file', () => {
  it.each([
    ['UTF-8', [commas]],
    ['UTF-8 with its mark', [Uint8Array.of(0xef, 0xbb, 0xbf), commas]],
    ['GB18030', [gb18030Of(commas)]],
    ['GB18030 with tabs', [gb18030Of(tabs)]],
    ['UTF-8 with tabs', [tabs]],
    ['UTF-16 with tabs', [Uint8Array.of(0xff, 0xfe), Buffer.from(tabs, 'utf16le')]],
    ['UTF-16 the other way round', [Uint8Array.of(0xfe, 0xff), Buffer.from(commas, 'utf16le').swap16()]],
  ])('in %s are the same months', async (_, bytes) => {
    expect(await readingOf(...bytes)).toEqual(SEPTEMBER)
  })

  it('of Excel are the same, with merged cells, numbers, and a month that Excel made a date of', async () => {
    const month = { value: new Date(Date.UTC(2026, 8, 1)), type: Date, format: 'yyyy"年"m"月"', rowSpan: 2 }
    const file = await writeXlsxFile([
      [{ value: '青衿市人民医院门急诊工作量统计表', columnSpan: 4 }],
      [],
      [{ value: '月份' }, { value: '科室' }, { value: '门急诊人次' }, { value: '出院人次' }],
      [month, { value: '骨科' }, { value: 1234, type: Number, format: '#,##0' }, { value: 56, type: Number }],
      [null, { value: '儿科' }, { value: '987' }, { value: '—' }],
      [{ value: '合计', columnSpan: 2 }, null, { value: 2221, type: Number }, { value: 56, type: Number }],
    ]).toBuffer()
    expect(await readingOf(file)).toEqual(SEPTEMBER)
  })

  it('of Excel have the day that stands there, in any time zone', async () => {
    const days = [new Date(Date.UTC(2026, 8, 30)), new Date(Date.UTC(2026, 8, 30, 23, 59, 59))]
    const file = await writeXlsxFile(days.map((value) => [{ value, type: Date, format: 'yyyy/m/d h:mm' }])).toBuffer()
    for (const [zone, hour] of [
      ['Asia/Shanghai', 8],
      ['America/New_York', 19],
      ['UTC', 0],
    ] as const) {
      vi.stubEnv('TZ', zone)
      expect(new Date(0).getHours()).toBe(hour)
      expect(await read(file)).toEqual([['2026-09-30'], ['2026-09-30']])
    }
  })
})

describe('visits with thousands that nobody quoted', () => {
  it('are a problem where a comma has parted them, and never 1 and 234', async () => {
    const csv = ['科室,门急诊人次,出院人次', '骨科,1,234,56', '儿科,987,3', '合计,2,221,59']
    const reading = await readingOf(['2026年9月', ...csv].join('\r\n'))
    const fault = { heading: '第 4 列', field: 'ignored', why: 'more_cells' }
    expect(reading).toEqual({
      months: [
        {
          month: '2026-09',
          departments: [
            { departmentId: '07', outpatient: { by: 'month', count: 987 }, discharges: { by: 'month', count: 3 } },
          ],
        },
      ],
      problems: [
        { row: 3, value: '56', ...fault },
        { row: 5, value: '59', ...fault },
      ],
      totals: [],
    })
  })
})

describe('a workbook', () => {
  it('keeps its sheets, and numbers as numbers', async () => {
    const file = await files.workbookOf([
      {
        name: '投诉率',
        rows: [
          ['月份', '每万人次'],
          ['2026-09', 1.25],
          ['2026-10', null],
        ],
        widths: [12, 10],
      },
      { name: '口径', rows: [['说明'], ['12345 不计入']], widths: [40], boldRows: [] },
    ])
    if (!file) throw new Error('no workbook')
    expect(await readWorkbook(file)).toEqual([
      {
        sheet: '投诉率',
        data: [
          ['月份', '每万人次'],
          ['2026-09', 1.25],
          ['2026-10', null],
        ],
      },
      { sheet: '口径', data: [['说明'], ['12345 不计入']] },
    ])
  })
})
