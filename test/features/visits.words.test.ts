import { countInWords } from '#domain/number.words'
import type { PastVisitImport } from '#domain/hospital/visits.contract'
import { BatchId } from '#domain/hospital/staff.contract'
import type { ReadColumn, ReadingProblem } from '#domain/hospital/visits.reading'
import { DepartmentId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { VisitPlan } from '../../src/features/visits/visit.plan'
import {
  columnInWords,
  columnsWanted,
  differenceInWords,
  doubtInWords,
  explainedInWords,
  faultInWords,
  headlineInWords,
  mappingInWords,
  monthsInWords,
  otherSheetsInWords,
  placeInWords,
  problemGroups,
  reachInWords,
  readFailureInWords,
  remedyInWords,
  shiftInWords,
  standingInWords,
  totalInWords,
  undoInWords,
} from '../../src/features/visits/visits.words'
import { beijing } from '../builders/complaint.builder'

const orthopaedics = v.parse(DepartmentId, '04.03')
/** As it is read: a figure's gap does not break. */
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null

describe('figures and months in words', () => {
  it('keep a large figure together in groups of three', () => {
    expect(countInWords(68940)).toBe('68\u00a0940')
    expect(countInWords(999)).toBe('999')
    expect(countInWords(0)).toBe('0')
  })

  it.each([
    [['2026-09'], '2026 年 9 月'],
    [['2026-10', '2026-09'], '2026 年 9 月到 10 月'],
    [['2026-01', '2025-12', '2026-03'], '2025 年 12 月到 2026 年 1 月、3 月'],
    [['2026-01', '2026-03', '2026-04'], '2026 年 1 月、3 月到 4 月'],
  ])('draw neighbouring months together: %j', (months, words) => {
    expect(monthsInWords(months)).toBe(words)
  })

  it('name a column without its year where all are of one', () => {
    expect(columnInWords({ month: '2026-09', measure: 'outpatient' }, '2026-10')).toBe('9 月门急诊')
    expect(columnInWords({ month: '2025-12', measure: 'discharges' }, '2026-01')).toBe('2025 年 12 月出院')
  })
})

const column = (about: Partial<ReadColumn>): ReadColumn => ({
  column: 0,
  heading: '科室',
  field: 'department',
  by: 'known',
  ...about,
})

describe('the columns of a file in words', () => {
  it('say how many nobody knows, and otherwise that all are known', () => {
    expect(mappingInWords([column({}), column({ by: 'nothing' })])).toBe('有 1 列不认得')
    expect(mappingInWords([column({}), column({ by: 'remembered' })])).toBe('记得上次，都对上了')
    expect(mappingInWords([column({})])).toBe('都认得')
  })

  it('ask for a department and for figures, and for nothing more', () => {
    expect(columnsWanted([column({ field: 'outpatient' })])).toContain('哪一列是科室')
    expect(columnsWanted([column({})])).toContain('哪一列是人次')
    expect(columnsWanted([column({}), column({ field: 'discharges' })])).toBeUndefined()
  })
})

const problem = (about: Partial<ReadingProblem>): ReadingProblem => ({
  row: 24,
  heading: '科室名称',
  field: 'department',
  value: '骨二科',
  why: 'no_such_department',
  ...about,
})

describe('a file of several sheets in words', () => {
  it('says which one was read', () => {
    expect(otherSheetsInWords({ name: '九月', others: 2 })).toBe(
      '这个文件有 3 张表，只读了第一张“九月”。别的表里要是也有人次，请另存一份再导。',
    )
    expect(otherSheetsInWords({ name: '九月', others: 0 })).toBeNull()
  })
})

describe('what was not understood', () => {
  it('is a row with a figure too many, for which the file is saved once more', () => {
    const more = problem({ why: 'more_cells', field: 'ignored', value: '56' })
    expect([faultInWords(more), remedyInWords(more)]).toEqual([
      '这一行比表头多出一格，像是 1,234 没有加引号',
      '请在表格软件里另存一次',
    ])
    expect(readFailureInWords.unit_not_persons).toContain('请把单位换成“人次”再导一次')
  })

  it('is one entry a name, whatever the rows it stands in', () => {
    const groups = problemGroups([problem({}), problem({ row: 31 }), problem({ row: 40, value: '骨三科' })])
    expect(groups.map(({ name, rows }) => [name, rows])).toEqual([
      ['骨二科', [24, 31]],
      ['骨三科', [40]],
    ])
    expect(groups.map(placeInWords)).toEqual(['第 24、31 行 · 科室名称', '第 40 行 · 科室名称'])
  })

  it('is one entry a cell where the file has to be put right', () => {
    const figure = { heading: '出院人数', field: 'discharges', value: '12O', why: 'not_a_number' } as const
    const groups = problemGroups([problem(figure), problem({ ...figure, row: 25 })])
    expect(groups.map(({ name, rows }) => [name, rows])).toEqual([
      [null, [24]],
      [null, [25]],
    ])
  })

  it('names the first rows and counts the others', () => {
    const rows = [2, 3, 4, 5, 6].map((row) => problem({ row }))
    expect(problemGroups(rows).map(placeInWords)).toEqual(['第 2、3、4 等 5 行 · 科室名称'])
  })

  it('says where the same stands already', () => {
    expect(faultInWords(problem({ why: 'twice', firstRow: 7 }))).toBe('和第 7 行是同一科室、同一时间')
  })
})

const plan = (about: Partial<VisitPlan>): VisitPlan => ({ months: [], doubts: [], added: 0, changed: 0, ...about })

describe('the sentence above a dry run', () => {
  it.each([
    [plan({ changed: 8 }), 2, '会改 8 格。还有 2 处没读懂，先停在这里。'],
    [plan({ added: 38, changed: 8 }), 0, '会添 38 格，改 8 格。'],
    [plan({}), 0, '和现在的数一样。'],
  ])('says what is added, what is changed and what stands in the way', (planned, unread, words) => {
    expect(headlineInWords(planned, unread)).toBe(words)
  })
})

describe('a total of the file in words', () => {
  it.each([
    [{ stated: 64921, sum: 64285 }, '差 636'],
    [{ stated: 10, sum: 10 }, '对上了'],
    [{ stated: 10, sum: 12 }, '多 2'],
  ])('says by how much it differs: %j', (check, words) => {
    expect(plain(differenceInWords(check))).toBe(words)
  })

  it('that lacks just the rows without a department says so, each amount once', () => {
    const check = (stated: number, sum: number) =>
      ({ row: 9, label: '合计', period: null, measure: 'outpatient', stated, sum }) as const
    expect(explainedInWords([check(700, 64), check(900, 264), check(90, 33)])).toBe(
      '差的 636、57 正好是没有归到科室的行',
    )
    expect(explainedInWords([])).toBeUndefined()
  })

  it('names its line, its period and both sums', () => {
    const check = {
      row: 44,
      label: '小计',
      period: '2026-10-03',
      measure: 'outpatient',
      stated: 300,
      sum: 280,
    } as const
    expect(totalInWords(check)).toBe('第 44 行“小计”：2026 年 10 月 3 日门急诊人次写着 300，读懂的相加是 280，差 20')
  })
})

describe('a doubt in words', () => {
  it('says how much less it is, and beside what', () => {
    const fell = { kind: 'fell', month: '2026-10', departmentId: orthopaedics, measure: 'outpatient' } as const
    expect(plain(doubtInWords({ ...fell, beside: 'stored', before: 3754, after: 1118 }, '骨科'))).toBe(
      '骨科 2026 年 10 月门急诊 3 754 → 1 118，少了 70%',
    )
    expect(plain(doubtInWords({ ...fell, beside: 'month_before', before: 3754, after: 1118 }, '骨科'))).toBe(
      '骨科 2026 年 10 月门急诊 1 118，比上个月的 3 754 少了 70%',
    )
    expect(doubtInWords({ kind: 'missing', month: '2026-10', departmentId: orthopaedics }, '骨科')).toBe(
      '骨科：上个月有数，2026 年 10 月没有',
    )
  })

  it('says before which month it lies by far', () => {
    expect(doubtInWords({ kind: 'far_back', month: '2016-09', earliest: '2025-10' }, '')).toBe(
      '2016 年 9 月比最早的人次（2025 年 10 月）还早两年多，请看年份写对了没有',
    )
  })
})

describe('what the import does to the rate', () => {
  it.each([
    [{ before: 68940, after: 68970 }, '10 月 68 940 → 68 970 人次，综合投诉率仍是 8.7'],
    [{ before: 60000, after: 68970 }, '10 月 60 000 → 68 970 人次，综合投诉率 10.0 → 8.7'],
    [{ before: null, after: 68970 }, '10 月 68 970 人次，综合投诉率 8.7'],
    [{ before: 68970, after: null }, '10 月综合投诉率暂无数据'],
    [{ before: 68970, after: 0 }, '10 月综合投诉率暂无数据'],
  ])('is said, also where there is no rate: %j', (visits, words) => {
    expect(plain(shiftInWords({ month: '2026-10', numerator: 60, ...visits }, 10_000, '2026-01'))).toBe(words)
  })
})

describe('how far a month is reported', () => {
  const today = '2026-11-22'
  it.each([
    ['2026-10', { whole: true, firstMissing: null }, 19, '齐'],
    ['2026-10', { whole: false, firstMissing: '2026-10-21' }, 19, '只到 20 日'],
    ['2026-10', { whole: false, firstMissing: '2026-10-01' }, 0, '还没有'],
    ['2026-11', { whole: false, firstMissing: '2026-11-01' }, 0, '还没过完'],
    ['2026-11', { whole: true, firstMissing: null }, 19, '还没过完'],
  ])('is said of %s', (month, sums, departments, words) => {
    expect(reachInWords(sums, departments, month, today).words).toBe(words)
  })

  it('is summed up by the latest month that is over', () => {
    expect(standingInWords(['2026-09', '2026-11', '2026-10'], today)).toBe('人次导到 2026 年 10 月')
    expect(standingInWords(['2026-11'], today)).toBe('还没有接诊人次')
  })
})

const now = beijing('2026-11-22T09:00:00')
const batch = (about: Partial<PastVisitImport>): PastVisitImport => ({
  id: v.parse(BatchId, 'a'.repeat(32)),
  fileName: '九月.csv',
  months: ['2026-09'],
  changed: 3,
  importedAt: beijing('2026-11-04T10:00:00'),
  importedBy: '韩工',
  undoneAt: null,
  undoUntil: beijing('2026-12-04T10:00:00'),
  covered: false,
  ...about,
})

describe('an earlier import', () => {
  it('can be taken back until its day, and says so', () => {
    const open = batch({})
    expect(undoInWords(open, [open], now)).toBe('12 月 4 日前可以整批撤回')
    const late = batch({ undoUntil: beijing('2026-11-22T08:59:59') })
    expect(undoInWords(late, [late], now)).toContain('已过撤回期')
    const gone = batch({ undoneAt: beijing('2026-11-05T10:00:00') })
    expect(undoInWords(gone, [gone], now)).toBe('11 月 5 日撤回了')
  })

  it('says which ones have to be taken back before it', () => {
    const first = batch({ covered: true })
    const other = batch({
      id: v.parse(BatchId, 'b'.repeat(32)),
      months: ['2026-08'],
      importedAt: beijing('2026-11-06T10:00:00'),
    })
    const later = batch({
      id: v.parse(BatchId, 'c'.repeat(32)),
      fileName: '九月更正.csv',
      importedAt: beijing('2026-11-20T10:00:00'),
    })
    expect(undoInWords(first, [later, other, first], now)).toBe('要先撤回 11 月 20 日的 九月更正.csv')
  })
})
