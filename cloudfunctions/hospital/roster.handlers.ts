import { type DecidedRow, decideImport, takeBack, undoUntil } from '#domain/hospital/import.rules'
import type { staffActions } from '#domain/hospital/staff.contract'
import type { RosterImport, StaffRecord } from '#domain/hospital/staff.model'
import { leavesNoAdministrator, mayAct } from '#domain/hospital/staff.rules'
import { err, ok } from '#domain/result'
import { departmentNames } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import type { staffRepository } from './staff.repository'

type Staff = ReturnType<typeof staffRepository>
type RosterActions = Pick<typeof staffActions, 'importRoster' | 'imports' | 'undoImport'>

const IMPORTS_SHOWN = 20
const UNDONE_AT_ONCE = 100
/** Writes under way at the same time. */
const ABREAST = 10

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size))

const abreast = async <T, U>(all: readonly T[], run: (one: T) => Promise<U>): Promise<U[]> => {
  const done: U[] = []
  for (const part of inParts(all, ABREAST)) done.push(...(await Promise.all(part.map(run))))
  return done
}

export const rosterHandlers: ActionHandlers<RosterActions, OpenHospital> = {
  async importRoster({ batchId, rows, ...about }, { actor, now, staff }) {
    const hospitalId = mayAct(actor, 'import')
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const begun = { id: batchId, hospitalId, ...about, importedBy: actor.staff.id, importedAt: now, undoneAt: null }
    await staff.addImport(begun)
    const batch = await staff.import(batchId)
    if (batch?.hospitalId !== hospitalId) return err('staff.import_unknown')
    if (batch.undoneAt !== null) return err('staff.import_undone')
    const [people, administrators, names] = await Promise.all([
      staff.byNumbers(
        hospitalId,
        rows.map(({ number }) => number),
      ),
      staff.holding(hospitalId, ['administrator']),
      departmentNames(hospitalId),
    ])
    const departments = new Set(names.keys())
    const decided = decideImport(rows, { batchId, hospitalId, people, administrators, departments })
    return ok({ rows: await abreast(decided, (row) => writeRow(row, staff)) })
  },

  async imports(_, { actor, staff }) {
    const hospitalId = mayAct(actor, 'import')
    if (!hospitalId) return err('auth.forbidden')
    const [found, administrators] = await Promise.all([
      staff.latestImports(hospitalId, IMPORTS_SHOWN),
      staff.holding(hospitalId, ['administrator']),
    ])
    const names = new Map(administrators.map(({ id, name }) => [id, name]))
    return ok({
      rows: found.map((batch) => ({
        ...batch,
        importedBy: names.get(batch.importedBy) ?? '',
        undoUntil: undoUntil(batch),
      })),
    })
  },

  async undoImport({ batchId }, { actor, now, staff }) {
    const hospitalId = mayAct(actor, 'import')
    if (!hospitalId) return err('auth.forbidden')
    const batch = await staff.import(batchId)
    if (batch?.hospitalId !== hospitalId) return err('staff.import_unknown')
    if (batch.undoneAt === null) {
      if (undoUntil(batch) < now) return err('staff.import_closed')
      // First, so that no further part of the file is let in meanwhile.
      await staff.replaceImport({ ...batch, undoneAt: now })
    }
    const administrators = await staff.holding(hospitalId, ['administrator'])
    const undo = undoOf(batch, administrators, staff)
    const outcomes = await abreast(await staff.writtenBy(hospitalId, batchId, UNDONE_AT_ONCE), undo)
    const count = (wanted: Undone) => outcomes.filter((outcome) => outcome === wanted).length
    return ok({
      removed: count('removed'),
      restored: count('restored'),
      kept: count('kept'),
      left: await staff.countWrittenBy(hospitalId, batchId),
    })
  },
}

const writeRow = async ({ row, outcome, code, insert, replace }: DecidedRow, staff: Staff) => {
  if (insert && (await staff.add(insert)) === 'exists') {
    // The same part may have been sent twice at once.
    const twin = await staff.find(insert.id)
    return twin ? { row, outcome, code } : { row, outcome: 'refused' as const, code: 'staff.number_taken' as const }
  }
  const written = replace === null || (await staff.replace(replace))
  if (written === null || written === 'taken') {
    return { row, outcome: 'refused' as const, code: 'data.changed' as const }
  }
  return { row, outcome, code }
}

type Undone = 'removed' | 'restored' | 'kept' | 'changed'

const undoOf =
  ({ id }: RosterImport, administrators: readonly StaffRecord[], staff: Staff) =>
  async (person: StaffRecord): Promise<Undone> => {
    const before = takeBack(person, id)
    if (before === null) return 'kept'
    if (before === 'remove') return (await staff.remove(person)) ? 'removed' : 'changed'
    const isKept = person.imported?.before === null || leavesNoAdministrator(person, before, administrators)
    const written = await staff.replace(isKept ? { ...person, imported: null } : before)
    if (written === null || written === 'taken') return 'changed'
    return isKept ? 'kept' : 'restored'
  }
