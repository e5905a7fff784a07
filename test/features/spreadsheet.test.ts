import { readRoster } from '#domain/hospital/roster'
import { DepartmentId } from '#domain/ids'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'

// The build replaces it, before any of the module runs.
let readSheetOf: typeof import('../../src/features/staff/spreadsheet').readSheetOf
beforeAll(async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  readSheetOf = (await import('../../src/features/staff/spreadsheet')).readSheetOf
})
afterAll(() => vi.unstubAllEnvs())

const read = (...bytes: (Uint8Array | string)[]) => readSheetOf(new Blob(bytes.map((part) => part as BlobPart)))

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
