import { type DepartmentId, type HospitalId, StaffId } from '../ids'
import type { Instant } from '../instant'
import * as v from 'valibot'
import type { ImportedRow, ImportRow } from './staff.contract'
import {
  IMPORT_UNDO_DAYS,
  type ImportedValues,
  type RosterImport,
  type StaffNumber,
  type StaffRecord,
} from './staff.model'
import { enrol, isSameValues, leavesNoAdministrator, type NewRecord, sameRoles } from './staff.rules'

const DAY_MS = 86_400_000

export const undoUntil = (batch: Pick<RosterImport, 'importedAt'>): Instant =>
  (batch.importedAt + IMPORT_UNDO_DAYS * DAY_MS) as Instant

/** What one row comes to, and what is to be written for it: an insert where there is no `rev`. */
export interface DecidedRow {
  row: number
  outcome: ImportedRow['outcome']
  code: ImportedRow['code']
  insert: NewRecord | null
  replace: StaffRecord | null
}

interface Roster {
  batchId: string
  hospitalId: HospitalId
  people: readonly StaffRecord[]
  administrators: readonly StaffRecord[]
  departments: ReadonlySet<DepartmentId>
}

const valuesOf = ({ name, departmentId, roles }: ImportedValues): ImportedValues => ({ name, departmentId, roles })

const nothing = { code: null, insert: null, replace: null }

/** Rows of an import, one after the other: a row may depend on what an earlier one did to the administrators. */
export const decideImport = (rows: readonly ImportRow[], roster: Roster): DecidedRow[] => {
  const { batchId, hospitalId, departments } = roster
  const people = new Map<StaffNumber, StaffRecord>(roster.people.map((person) => [person.number, person]))
  const administrators = new Map(roster.administrators.map((person) => [person.id, person]))

  const decide = ({ row, rev, number, ...values }: ImportRow): DecidedRow => {
    const refused = (code: NonNullable<ImportedRow['code']>): DecidedRow => ({
      ...nothing,
      row,
      outcome: 'refused',
      code,
    })
    if (values.departmentId !== null && !departments.has(values.departmentId)) {
      return refused('hospital.department_unknown')
    }
    const person = people.get(number)
    if (!person) {
      if (rev !== null) return refused('data.changed')
      const id = v.parse(StaffId, `S${batchId}-${row}`)
      const imported = { batchId, row, before: null, after: values }
      return {
        ...nothing,
        row,
        outcome: 'added',
        insert: { ...enrol(id, hospitalId, { number, ...values }), imported },
      }
    }
    if (person.imported?.batchId === batchId && person.imported.row === row) {
      return { ...nothing, row, outcome: person.imported.before === null ? 'added' : 'changed' }
    }
    if (isSameValues(person, values)) return { ...nothing, row, outcome: 'unchanged' }
    if (person.state.kind === 'left') return refused('staff.left')
    if (rev === null) return refused('staff.number_taken')
    if (person.rev !== rev) return refused('data.changed')
    const next = { ...person, ...values, imported: { batchId, row, before: valuesOf(person), after: values } }
    if (leavesNoAdministrator(person, next, [...administrators.values()])) return refused('staff.last_administrator')
    people.set(number, next)
    administrators.set(next.id, next)
    return { ...nothing, row, outcome: 'changed', replace: next }
  }
  return rows.map(decide)
}

/**
 * What taking an import back does to somebody it wrote: 'remove' where it made them and nobody came,
 * otherwise the record with each old value that nobody changed since, or null where nothing is to be done.
 */
export const takeBack = (person: StaffRecord, batchId: string): StaffRecord | 'remove' | null => {
  const written = person.imported
  if (written?.batchId !== batchId) return null
  if (written.before === null) {
    const untouched = person.state.kind === 'invited' && isSameValues(person, written.after)
    return untouched ? 'remove' : { ...person, imported: null }
  }
  const { before, after } = written
  return {
    ...person,
    name: person.name === after.name ? before.name : person.name,
    departmentId: person.departmentId === after.departmentId ? before.departmentId : person.departmentId,
    roles: sameRoles(person.roles, after.roles) ? before.roles : person.roles,
    imported: null,
  }
}
