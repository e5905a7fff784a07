import { type Role, roleNames } from '../actor'
import type { DepartmentId } from '../ids'
import * as v from 'valibot'
import { narrow } from './staff.code'
import type { ImportRow, Person } from './staff.contract'
import { type ImportedValues, StaffName, StaffNumber } from './staff.model'
import { isSameValues, leavesNoAdministrator } from './staff.rules'

/** A sheet as text: rows of cells, the first row being line 1 of the file. */
export type Sheet = readonly (readonly string[])[]

export type Column = 'number' | 'name' | 'department' | 'roles'

/** What hospitals write above a column, the surest first. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  number: ['工号', '职工号', '员工号', '职工编号', '员工编号', '人员编号', '编号'],
  name: ['姓名', '职工姓名', '员工姓名', '名字'],
  department: ['科室', '部门', '所在科室', '所属科室', '科室名称', '部门名称', '科室编号', '科室代码', '科别'],
  roles: ['角色', '权限', '系统角色', '岗位角色'],
}

/** The heading of each column in what this software writes itself. */
export const columnNames: Readonly<Record<Column, string>> = {
  number: '工号',
  name: '姓名',
  department: '科室',
  roles: '角色',
}

export const COLUMNS: readonly Column[] = ['number', 'name', 'department', 'roles']

const ROLE_WORDS = new Map<string, Role | null>([
  ...Object.entries(roleNames).map(([role, name]) => [name, role as Role] as const),
  ['系统管理员', 'administrator'],
  ['投诉专员', 'complaint_officer'],
  ['医患办专员', 'complaint_officer'],
  ['专员', 'complaint_officer'],
  ['科室核查人', 'case_handler'],
  ['核查员', 'case_handler'],
  ['领导', 'leader'],
  ['分管领导', 'leader'],
  ['分管院领导', 'leader'],
  ['职工', null],
  ['普通职工', null],
  ['无', null],
])

const BETWEEN_ROLES = /[、，,;；/|+\s和及]+/

/** Titles, notes and blank lines may stand above the heading; more of them than this do not. */
const LINES_ABOVE = 20

export type Complaint =
  | 'empty'
  | 'not_a_number'
  | 'not_a_name'
  | 'no_such_department'
  | 'department_not_unique'
  | 'no_such_role'
  | 'twice'
  | 'left'
  | 'last_administrator'

/** A row that is not taken: where, what stands there, and why. */
export interface RowProblem {
  row: number
  column: Column
  value: string
  why: Complaint
  /** The line that has the number already. */
  firstRow?: number
}

/** A row as the file says it; what it has no column for is left out. */
export interface ReadRow {
  row: number
  number: StaffNumber
  name: string
  departmentId?: DepartmentId | null
  roles?: Role[]
}

export interface ReadRoster {
  rows: ReadRow[]
  problems: RowProblem[]
  /** Every number in the file, also of rows with a problem. */
  mentioned: StaffNumber[]
  /** What each recognised column is called in the file. */
  headings: Partial<Record<Column, string>>
}

type Departments = readonly { id: DepartmentId; name: string }[]
type Places = Partial<Record<Column, number>>

const asHeading = (cell: string): string => narrow(cell).replace(/[\s*:：]|[(（【[].*$/g, '')

/** Where the columns are in a row, or null when it is no heading: a number and a name are the least. */
const placesIn = (row: readonly string[]): Places | null => {
  const headings = row.map(asHeading)
  const places: Places = {}
  for (const column of COLUMNS) {
    const known = HEADINGS[column].find((heading) => headings.includes(heading))
    if (known !== undefined) places[column] = headings.indexOf(known)
  }
  return places.number === undefined || places.name === undefined ? null : places
}

const withoutSpace = (text: string): string => narrow(text).replace(/\s/g, '')

const departmentFinder = (departments: Departments) => {
  const codes = new Map<string, DepartmentId>(departments.map(({ id }) => [id, id]))
  return (written: string): DepartmentId | 'none' | 'several' => {
    const wanted = withoutSpace(written)
    const byCode = codes.get(wanted.toUpperCase())
    if (byCode) return byCode
    const named = departments.filter(({ name }) => withoutSpace(name) === wanted)
    return named.length > 1 ? 'several' : (named[0]?.id ?? 'none')
  }
}

const rolesIn = (written: string): Role[] | null => {
  const words = narrow(written).split(BETWEEN_ROLES).filter(Boolean)
  if (!words.every((word) => ROLE_WORDS.has(word))) return null
  const named = new Set(words.map((word) => ROLE_WORDS.get(word)))
  return (Object.keys(roleNames) as Role[]).filter((role) => named.has(role))
}

/** Reads a roster; null when no row of it looks like a heading. */
export const readRoster = (sheet: Sheet, departments: Departments): ReadRoster | null => {
  const start = sheet.slice(0, LINES_ABOVE).findIndex((row) => placesIn(row) !== null)
  const heading = sheet[start]
  const places = heading && placesIn(heading)
  if (!heading || !places) return null
  const departmentOf = departmentFinder(departments)
  const rows: ReadRow[] = []
  const problems: RowProblem[] = []
  const lineOf = new Map<StaffNumber, number>()

  sheet.forEach((cells, index) => {
    if (index <= start || cells.every((cell) => narrow(cell) === '')) return
    const row = index + 1
    const written = (column: Column): string => narrow(cells[places[column] ?? -1] ?? '')
    const refuse = (column: Column, why: Complaint, firstRow?: number) =>
      void problems.push({ row, column, value: written(column), why, ...(firstRow === undefined ? {} : { firstRow }) })

    const number = v.safeParse(StaffNumber, written('number'))
    if (!number.success) return refuse('number', written('number') === '' ? 'empty' : 'not_a_number')
    const firstRow = lineOf.get(number.output)
    if (firstRow !== undefined) return refuse('number', 'twice', firstRow)
    lineOf.set(number.output, row)
    const name = v.safeParse(StaffName, written('name'))
    if (!name.success) return refuse('name', written('name') === '' ? 'empty' : 'not_a_name')
    const read: ReadRow = { row, number: number.output, name: name.output }
    if (places.department !== undefined) {
      const found = written('department') === '' ? null : departmentOf(written('department'))
      if (found === 'none') return refuse('department', 'no_such_department')
      if (found === 'several') return refuse('department', 'department_not_unique')
      read.departmentId = found
    }
    if (places.roles !== undefined) {
      const roles = rolesIn(written('roles'))
      if (!roles) return refuse('roles', 'no_such_role')
      read.roles = roles
    }
    rows.push(read)
  })
  const headings = Object.fromEntries(
    COLUMNS.flatMap((column) => {
      const place = places[column]
      return place === undefined ? [] : [[column, narrow(heading[place] ?? '')]]
    }),
  )
  return { rows, problems, mentioned: [...lineOf.keys()], headings }
}

export interface PlannedChange {
  person: Person
  before: ImportedValues
  after: ImportedValues
}

/** What an import would do, before anything is done. */
export interface RosterPlan {
  /** What is sent: those who are new and those who change, in the order of the file. */
  rows: ImportRow[]
  added: ImportRow[]
  changed: PlannedChange[]
  unchanged: number
  /** On the roster and not in the file; an import removes nobody. */
  missing: Person[]
  problems: RowProblem[]
}

/** Compares a read file with the roster. */
export const planImport = (read: Omit<ReadRoster, 'headings'>, people: readonly Person[]): RosterPlan => {
  const known = new Map<StaffNumber, Person>(people.map((person) => [person.number, person]))
  const mentioned = new Set(read.mentioned)
  const plan: RosterPlan = {
    rows: [],
    added: [],
    changed: [],
    unchanged: 0,
    missing: people.filter(({ number, state }) => !mentioned.has(number) && state.kind !== 'left'),
    problems: [...read.problems],
  }
  const afterwards = new Map(people.map((person) => [person.id, person]))

  for (const { row, number, name, departmentId, roles } of read.rows) {
    const person = known.get(number)
    const before = person ?? { name: '', departmentId: null, roles: [] }
    const after: ImportedValues = {
      name,
      departmentId: departmentId === undefined ? before.departmentId : departmentId,
      roles: roles ?? before.roles,
    }
    const planned: ImportRow = { row, rev: person?.rev ?? null, number, ...after }
    if (!person) {
      plan.added.push(planned)
      plan.rows.push(planned)
    } else if (person.state.kind === 'left') {
      plan.problems.push({ row, column: 'number', value: number, why: 'left' })
    } else if (isSameValues(person, after)) {
      plan.unchanged += 1
    } else if (leavesNoAdministrator(person, { ...person, ...after }, [...afterwards.values()])) {
      plan.problems.push({ row, column: 'roles', value: person.name, why: 'last_administrator' })
    } else {
      afterwards.set(person.id, { ...person, ...after })
      plan.changed.push({ person, before: valuesOf(person), after })
      plan.rows.push(planned)
    }
  }
  plan.problems.sort((left, right) => left.row - right.row)
  return plan
}

const valuesOf = ({ name, departmentId, roles }: ImportedValues): ImportedValues => ({ name, departmentId, roles })

/** The roster as a sheet that reads back as the same roster. */
export const asSheet = (people: readonly Person[], departments: Departments): string[][] => {
  const names = new Map<DepartmentId, string>(departments.map(({ id, name }) => [id, name]))
  const isUnique = (id: DepartmentId) => departments.filter(({ name }) => name === names.get(id)).length === 1
  return [
    COLUMNS.map((column) => columnNames[column]),
    ...people.map(({ number, name, departmentId, roles }) => [
      number,
      name,
      departmentId === null ? '' : isUnique(departmentId) ? (names.get(departmentId) ?? departmentId) : departmentId,
      roles.map((role) => roleNames[role]).join('、'),
    ]),
  ]
}
