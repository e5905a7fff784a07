import type { DepartmentId } from '../ids'
import { type Day, Day as DaySchema } from '../instant'
import { narrow } from '../hospital/staff.code'
import { departmentFinder, type KnownDepartments } from '../hospital/visits.departments'
import { periodIn } from '../hospital/visits.periods'
import { PhoneNumber } from '../text'
import * as v from 'valibot'
import type { DischargeRow } from './followup.contract'
import { type Course, courseNames, PatientName } from './followup.model'
import { dischargeKey, isFollowable } from './followup.rules'

/** A sheet as text: rows of cells, the first row being line 1 of the file. */
type Sheet = readonly (readonly string[])[]

export type DischargeColumn = 'name' | 'phone' | 'dischargedOn' | 'department' | 'course' | 'number'

/** The heading of each column in what this software writes itself. */
export const dischargeColumnNames: Readonly<Record<DischargeColumn, string>> = {
  name: '姓名',
  phone: '电话',
  dischargedOn: '出院日期',
  department: '科室',
  course: '病程',
  number: '住院号',
}

export const DISCHARGE_COLUMNS = Object.keys(dischargeColumnNames) as DischargeColumn[]

/** A file without one of these says too little. */
const NEEDED: readonly DischargeColumn[] = ['name', 'phone', 'dischargedOn', 'department']

/** What hospitals write above a column, the surest first. */
const HEADINGS: Readonly<Record<DischargeColumn, readonly string[]>> = {
  name: ['姓名', '患者姓名', '病人姓名', '病员姓名'],
  phone: ['电话', '联系电话', '手机', '手机号', '手机号码', '电话号码', '患者电话', '本人电话', '联系方式'],
  dischargedOn: ['出院日期', '出院时间', '出院日', '离院日期', '离院时间'],
  department: ['科室', '出院科室', '科室名称', '出院科别', '所在科室', '科别', '科室编码', '科室编号', '科室代码'],
  course: ['病程', '病种', '病种/病程', '病程类别', '随访类别', '随访类型', '随访分类'],
  number: ['住院号', '住院编号', '病案号', '病历号'],
}

const COURSE_WORDS = new Map<string, Course>([
  ['', 'general'],
  ...Object.entries(courseNames).map(([course, name]) => [name, course as Course] as const),
  ['普通', 'general'],
  ['其他', 'general'],
  ['慢性病', 'chronic'],
  ['慢病患者', 'chronic'],
  ['恶性肿瘤', 'tumour'],
  ['肿瘤患者', 'tumour'],
])

/** Titles, notes and blank lines may stand above the heading; more of them than this do not. */
const LINES_ABOVE = 20

export type DischargeFault =
  | 'empty'
  | 'not_a_name'
  | 'not_a_phone'
  | 'not_a_day'
  | 'day_ahead'
  | 'too_long_ago'
  | 'no_such_department'
  | 'department_not_unique'
  | 'no_such_course'
  | 'number_too_long'
  | 'twice'

/** A line that is not taken: where, what stands there, and why. */
export interface DischargeProblem {
  readonly row: number
  readonly column: DischargeColumn
  readonly value: string
  readonly why: DischargeFault
  /** Of 'twice': the line that was there first. */
  readonly firstRow?: number
}

export interface ReadDischarges {
  readonly rows: readonly DischargeRow[]
  readonly problems: readonly DischargeProblem[]
  /** What each recognised column is called in the file. */
  readonly headings: readonly string[]
}

type Places = Partial<Record<DischargeColumn, number>>

const asHeading = (cell: string): string => narrow(cell).replace(/[\s*:：]|[(（【[].*$/g, '')

const placesIn = (row: readonly string[]): Places | null => {
  const headings = row.map(asHeading)
  const places: Places = {}
  for (const column of DISCHARGE_COLUMNS) {
    const known = HEADINGS[column].find((heading) => headings.includes(heading))
    if (known !== undefined) places[column] = headings.indexOf(known)
  }
  return NEEDED.every((column) => places[column] !== undefined) ? places : null
}

const two = (number: number): string => String(number).padStart(2, '0')

const dayIn = (written: string): Day | null => {
  const parts = periodIn(written, 'day', true)
  if (parts?.year === undefined || parts.month === undefined || parts.day === undefined) return null
  const day = v.safeParse(DaySchema, `${parts.year}-${two(parts.month)}-${two(parts.day)}`)
  return day.success ? day.output : null
}

const NUMBER_MOST = 40

/** What one line says, or the first of its columns that says nothing that is understood. */
const readLine = (
  row: number,
  written: (column: DischargeColumn) => string,
  departmentOf: ReturnType<typeof departmentFinder>,
  today: Day,
): DischargeRow | DischargeProblem => {
  const refuse = (column: DischargeColumn, why: DischargeFault): DischargeProblem => ({
    row,
    column,
    value: written(column),
    why: written(column) === '' && NEEDED.includes(column) ? 'empty' : why,
  })
  const name = v.safeParse(PatientName, written('name'))
  if (!name.success) return refuse('name', 'not_a_name')
  const phone = v.safeParse(PhoneNumber, written('phone'))
  if (!phone.success) return refuse('phone', 'not_a_phone')
  const dischargedOn = dayIn(written('dischargedOn'))
  if (!dischargedOn) return refuse('dischargedOn', 'not_a_day')
  if (dischargedOn > today) return refuse('dischargedOn', 'day_ahead')
  if (!isFollowable(dischargedOn, today)) return refuse('dischargedOn', 'too_long_ago')
  const department = departmentOf([written('department')])
  if (department.kind !== 'found') {
    return refuse('department', department.kind === 'several' ? 'department_not_unique' : 'no_such_department')
  }
  const course = COURSE_WORDS.get(written('course').replace(/\s/g, ''))
  if (!course) return refuse('course', 'no_such_course')
  const number = written('number').replace(/\s/g, '')
  if (number.length > NUMBER_MOST) return refuse('number', 'number_too_long')
  return {
    row,
    name: name.output,
    phone: phone.output,
    dischargedOn,
    departmentId: department.id,
    course,
    number: number === '' ? null : number,
  }
}

const isProblem = (read: DischargeRow | DischargeProblem): read is DischargeProblem => 'why' in read

/** Reads a file of discharges line by line; null when no row of it looks like a heading. */
export const readDischarges = (sheet: Sheet, departments: KnownDepartments, today: Day): ReadDischarges | null => {
  const start = sheet.slice(0, LINES_ABOVE).findIndex((row) => placesIn(row) !== null)
  const heading = sheet[start]
  const places = heading && placesIn(heading)
  if (!heading || !places) return null
  const departmentOf = departmentFinder(departments, new Map<string, DepartmentId | null>())
  const rows: DischargeRow[] = []
  const problems: DischargeProblem[] = []
  const lineOf = new Map<string, number>()

  sheet.forEach((cells, index) => {
    if (index <= start || cells.every((cell) => narrow(cell) === '')) return
    const written = (column: DischargeColumn): string => narrow(cells[places[column] ?? -1] ?? '')
    const read = readLine(index + 1, written, departmentOf, today)
    if (isProblem(read)) return void problems.push(read)
    const key = dischargeKey(read)
    const firstRow = lineOf.get(key)
    if (firstRow !== undefined) {
      const column = read.number === null ? 'phone' : 'number'
      return void problems.push({ row: read.row, column, value: written(column), why: 'twice', firstRow })
    }
    lineOf.set(key, read.row)
    rows.push(read)
  })
  const headings = DISCHARGE_COLUMNS.flatMap((column) => {
    const place = places[column]
    return place === undefined ? [] : [narrow(heading[place] ?? '')]
  })
  return { rows, problems, headings }
}

/** A file to be filled in, with one line of example. */
export const dischargeTemplate = (departmentName: string, today: Day): string[][] => [
  DISCHARGE_COLUMNS.map((column) => dischargeColumnNames[column]),
  ['张三（示例，请删）', '13800000000', today, departmentName, courseNames.general, ''],
]
