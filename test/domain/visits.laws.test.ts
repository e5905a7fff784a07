import type { StoredMonth } from '#domain/hospital/visits.contract'
import { asVisitSheet, readVisits } from '#domain/hospital/visits.file'
import type { VisitSeries } from '#domain/hospital/visits.model'
import type { ReadingChoices, Sheet, VisitReading } from '#domain/hospital/visits.reading'
import { DepartmentId } from '#domain/ids'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const departments = [
  ['03.01', '呼吸与危重症医学科'],
  ['03.02', '心血管内科'],
  ['04.03', '骨科'],
  ['05.01', '产房'],
  ['05.02', '产房'],
  ['07', '儿科'],
].map(([id, name = '']) => ({ id: v.parse(DepartmentId, id), name, retired: false }))

const named = departments.filter(({ name }) => name !== '产房')

const choices: ReadingChoices = {
  remembered: [],
  chosen: new Map(),
  aliases: new Map(),
  wholeMonth: null,
  today: '2026-11-02',
}

const read = (sheet: Sheet): VisitReading => {
  const reading = readVisits(sheet, departments, choices)
  if (typeof reading === 'string') throw new Error(reading)
  return reading
}

const wide = (text: string) => text.replace(/[0-9,.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const two = (number: number) => String(number).padStart(2, '0')

type WriteMonth = (year: number, month: number) => string
const MONTHS: WriteMonth[] = [
  (year, month) => `${year}年${month}月`,
  (year, month) => `${year}年${two(month)}月`,
  (year, month) => `${year}${two(month)}`,
  (year, month) => `${year}/${month}`,
  (year, month) => `${year}-${two(month)}`,
  (year, month) => `${year}.${two(month)}`,
  (year, month) => wide(`${year}年${month}月`),
  (year, month) => ` ${year} 年 ${month} 月 `,
  (year, month) => `${year}-${two(month)}-01 至 ${year}-${two(month)}-28`.replace(/28$/, lastDay(year, month)),
]

const lastDay = (year: number, month: number) => String(new Date(Date.UTC(year, month, 0)).getUTCDate())

type WriteDay = (year: number, month: number, day: number) => string
const DAYS: WriteDay[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${year}年${month}月${day}日`,
  (year, month, day) => `${year}${two(month)}${two(day)}`,
  (year, month, day) => `${year}/${month}/${day}`,
  (year, month, day) => `${year}.${month}.${day}`,
  (year, month, day) => `${year}-${two(month)}-${two(day)} 00:00:00`,
]

const NUMBERS: ((count: number) => string)[] = [
  String,
  (count) => count.toLocaleString('en-US'),
  (count) => wide(count.toLocaleString('en-US')),
  (count) => `${count}.00`,
  (count) => `${count.toLocaleString('en-US')} 人次`,
  (count) => `="${count}"`,
]

const count = fc.option(fc.integer({ min: 0, max: 9_999_999 }), { nil: null })

const row = fc.record({
  year: fc.integer({ min: 2019, max: 2025 }),
  month: fc.integer({ min: 1, max: 12 }),
  department: fc.constantFrom(...named),
  outpatient: count,
  discharges: count,
})
type Row = typeof row extends fc.Arbitrary<infer One> ? One : never

const rows = fc.uniqueArray(row, {
  selector: ({ year, month, department }) => `${year} ${month} ${department.id}`,
  minLength: 1,
  maxLength: 16,
})

const writing = fc.record({
  month: fc.constantFrom(...MONTHS),
  number: fc.constantFrom(...NUMBERS),
  none: fc.constantFrom('—', '-', '－', '/', '无'),
})
type Writing = typeof writing extends fc.Arbitrary<infer One> ? One : never

const cell = (figure: number | null, { number, none }: Writing) => (figure === null ? none : number(figure))

const sheetOf = (all: readonly Row[], how: Writing): string[][] => [
  ['青衿市人民医院门急诊工作量统计表'],
  ['单位：人次'],
  ['月份', '科室', '门急诊人次', '出院人次'],
  ...all.map(({ year, month, department, outpatient, discharges }) => [
    how.month(year, month),
    department.name,
    cell(outpatient, how),
    cell(discharges, how),
  ]),
]

const series = (figure: number | null): VisitSeries | null => (figure === null ? null : { by: 'month', count: figure })

const monthsOf = (all: readonly Row[]) => {
  const names = [...new Set(all.map(({ year, month }) => `${year}-${two(month)}`))].sort()
  return names.map((name) => ({
    month: name,
    departments: all
      .filter(({ year, month }) => `${year}-${two(month)}` === name)
      .map(({ department, outpatient, discharges }) => ({
        departmentId: department.id,
        outpatient: series(outpatient),
        discharges: series(discharges),
      }))
      .sort((one, other) => (one.departmentId < other.departmentId ? -1 : 1)),
  }))
}

describe('any table of months', () => {
  it('reads back as what was written, however it was written', () => {
    fc.assert(
      fc.property(rows, writing, (all, how) => {
        const reading = read(sheetOf(all, how))
        expect(reading.problems).toEqual([])
        expect(reading.months).toEqual(monthsOf(all))
      }),
    )
  })

  it('reads the same in any order of its rows, and every time', () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, writing, ([all, other], how) => {
        const first = read(sheetOf(all, how))
        expect(read(sheetOf(all, how))).toEqual(first)
        expect(read(sheetOf(other, how)).months).toEqual(first.months)
      }),
    )
  })

  it('agrees with the totals that are written under it', () => {
    fc.assert(
      fc.property(rows, writing, (all, how) => {
        const sums = (['outpatient', 'discharges'] as const).map((measure) =>
          all.reduce((sum, one) => sum + (one[measure] ?? 0), 0),
        )
        fc.pre(sums.every((sum) => sum <= 9_999_999))
        const { totals } = read([...sheetOf(all, how), ['合 计', '', ...sums.map(how.number)]])
        expect(totals.map(({ stated, sum }) => [stated, sum])).toEqual(sums.map((sum) => [sum, sum]))
      }),
    )
  })

  it('is never understood where one of its figures is not', () => {
    const bad = fc.constantFrom('-1', '0.5', '约1200', '#N/A', '1.2万', '1e3', '１２．５', '12-13', '（12）', '12②')
    fc.assert(
      fc.property(rows, writing, bad, fc.nat(), (all, how, value, at) => {
        const sheet = sheetOf(all, how)
        const index = 3 + (at % all.length)
        const broken = sheet.map((cells, line) => (line === index ? [...cells.slice(0, 3), value] : cells))
        expect(read(broken).problems).toEqual([
          { row: index + 1, heading: '出院人次', field: 'discharges', value, why: 'not_a_number' },
        ])
      }),
    )
  })
})

describe('any month of days', () => {
  it('reads back as what was written, however it was written', () => {
    const days = fc.uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 28 }), count: fc.nat(9999) }), {
      selector: ({ day }) => day,
      minLength: 2,
    })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), fc.constantFrom(...DAYS), (all, month, write) => {
        const { months, problems } = read([
          ['日期', '科室', '出院人次'],
          ...all.map((one) => [write(2024, month, one.day), '骨科', String(one.count)]),
        ])
        expect(problems).toEqual([])
        const length = Number(lastDay(2024, month))
        const counts = Array.from({ length }, (_, index) => all.find(({ day }) => day === index + 1)?.count ?? null)
        expect(months).toEqual([
          {
            month: `2024-${two(month)}`,
            departments: [{ departmentId: '04.03', discharges: { by: 'day', days: counts } }],
          },
        ])
      }),
    )
  })
})

describe('what is stored', () => {
  const byMonth = fc.nat(9_999_999).map((figure): VisitSeries => ({ by: 'month', count: figure }))
  const byDay = fc
    .array(fc.option(fc.nat(9999), { nil: null }), { minLength: 30, maxLength: 30 })
    .filter((days) => days.some((figure) => figure !== null))
    .map((days): VisitSeries => ({ by: 'day', days }))
  const stored = fc
    .uniqueArray(
      fc.record({
        departmentId: fc.constantFrom(...departments.map(({ id }) => id)),
        outpatient: fc.oneof(byMonth, byDay, fc.constant(null)),
        discharges: fc.oneof(byMonth, byDay, fc.constant(null)),
      }),
      { selector: ({ departmentId }) => departmentId, minLength: 1 },
    )
    .map((all) => [...all].sort((one, other) => (one.departmentId < other.departmentId ? -1 : 1)))
  const months = fc.tuple(stored, stored).map(([april, june]): StoredMonth[] => [
    { month: '2025-04', rev: 1, departments: april },
    { month: '2025-06', rev: 3, departments: june },
  ])

  it('reads back as itself from the sheet it is saved as', () => {
    fc.assert(
      fc.property(months, (all) => {
        const reading = read(asVisitSheet(departments, all))
        expect(reading.problems).toEqual([])
        expect(reading.months).toEqual(all.map(({ month, departments: own }) => ({ month, departments: own })))
      }),
    )
  })

  it('is by month or by day, with — where a department has none', () => {
    const bone = v.parse(DepartmentId, '04.03')
    const days = Array.from({ length: 30 }, (_, day) => (day < 2 ? day + 5 : null))
    const sheet = (outpatient: VisitSeries | null, discharges: VisitSeries | null) =>
      asVisitSheet(departments, [
        { month: '2025-04', rev: 1, departments: [{ departmentId: bone, outpatient, discharges }] },
      ])
    expect(sheet({ by: 'month', count: 1234 }, null)).toEqual([
      ['月份', '科室编码', '科室', '门急诊人次', '出院人次'],
      ['2025-04', '04.03', '骨科', '1234', '—'],
    ])
    expect(sheet({ by: 'day', days }, { by: 'month', count: 9 })).toEqual([
      ['就诊日期', '科室编码', '科室', '门急诊人次', '出院人次'],
      ['2025-04', '04.03', '骨科', '', '9'],
      ['2025-04-01', '04.03', '骨科', '5', ''],
      ['2025-04-02', '04.03', '骨科', '6', ''],
    ])
  })

  it('is a template to fill in where nothing is stored, of the departments in use', () => {
    const retired = { id: v.parse(DepartmentId, '04.01'), name: '普外科', retired: true }
    const template = asVisitSheet([...departments.slice(0, 2), retired])
    expect(template).toEqual([
      ['月份', '科室编码', '科室', '门急诊人次', '出院人次'],
      ['', '03.01', '呼吸与危重症医学科', '', ''],
      ['', '03.02', '心血管内科', '', ''],
    ])
    expect(readVisits(template, departments, choices)).toBe('no_rows')
    const [heading = [], ...lines] = template
    const filled = lines.map(([, ...cells], index) => ['2026年9月', ...cells.slice(0, 2), String(index), '0'])
    expect(read([heading, ...filled]).months[0]?.departments).toMatchObject([
      { departmentId: '03.01', outpatient: { count: 0 } },
      { departmentId: '03.02', outpatient: { count: 1 } },
    ])
  })
})

describe('a file of ten thousand rows', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    id: v.parse(DepartmentId, `F${100 + index}`),
    name: `第 ${index} 科`,
    retired: false,
  }))
  const days = Array.from({ length: 180 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  )
  const sheet: string[][] = [
    ['日期', '科室', '门诊人次', '急诊人次', '出院人次'],
    ...days.flatMap((day) => [
      ...many.map(({ name }, index) => [day, name, '1,234', String(index), '—']),
      [day, '合计', '1,234', '5', ''],
    ]),
  ]

  it('is read whole, its totals checked', () => {
    const reading = readVisits(sheet, many, choices)
    expect(reading).toMatchObject({ rows: 180 * 60, problems: [] })
    expect(typeof reading === 'string' ? 0 : reading.totals.length).toBe(180)
  })
})
