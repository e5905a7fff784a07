import { IMPORT_UNDO_DAYS } from '#domain/hospital/staff.model'
import type { Hospital } from '#domain/hospital/hospital.model'
import { type DepartmentId, FollowUpId, type HospitalId } from '#domain/ids'
import type { Day, Instant } from '#domain/instant'
import type { DischargeRow, ImportedDischarge } from '#domain/survey/followup.contract'
import type { FollowUp, FollowUpImport } from '#domain/survey/followup.model'
import { admit, type Discharge, dischargeKey } from '#domain/survey/followup.rules'
import * as v from 'valibot'
import type { FollowUpRepository } from './followup.repository'
import { keyedHash } from './survey.key'

const ID_DIGITS = 32
const DAY_MS = 86_400_000
/** Writes under way at the same time. */
const ABREAST = 10

/** The same discharge has the same id, and without the key nobody can tell whose it is. */
export const followUpIdOf = (hospitalId: HospitalId, discharge: Discharge): FollowUpId =>
  v.parse(FollowUpId, keyedHash(['discharge', hospitalId, dischargeKey(discharge)]).slice(0, ID_DIGITS))

export const undoUntil = ({ importedAt }: Pick<FollowUpImport, 'importedAt'>): Instant =>
  (importedAt + IMPORT_UNDO_DAYS * DAY_MS) as Instant

interface Taking {
  readonly hospital: Hospital
  readonly departments: ReadonlySet<DepartmentId>
  readonly batchId: string
  readonly today: Day
}

/** One line: refused, there already, or to be added. */
interface Decided {
  readonly answer: ImportedDischarge
  readonly add: Omit<FollowUp, 'rev'> | null
}

const decide = (line: DischargeRow, known: ReadonlyMap<FollowUpId, FollowUp>, taking: Taking): Decided => {
  const { hospital, departments, batchId, today } = taking
  const { row } = line
  const refused = (code: ImportedDischarge['code']): Decided => ({
    answer: { row, outcome: 'refused', code },
    add: null,
  })
  if (!departments.has(line.departmentId)) return refused('hospital.department_unknown')
  const id = followUpIdOf(hospital.id, line)
  const before = known.get(id)
  // What this batch wrote itself was sent again: still added by it.
  if (before) return { answer: { row, outcome: before.batchId === batchId ? 'added' : 'known', code: null }, add: null }
  return {
    answer: { row, outcome: 'added', code: null },
    add: admit(line, { id, hospitalId: hospital.id, batchId }, hospital, today),
  }
}

const write = async ({ answer, add }: Decided, followUps: FollowUpRepository): Promise<ImportedDischarge> => {
  if (!add || (await followUps.add(add)) === 'inserted') return answer
  const [twin] = await followUps.byIds([add.id])
  return twin?.batchId === add.batchId ? answer : { ...answer, outcome: 'known' }
}

/** Takes lines of a file in, or only says what would become of them. */
export const takeDischarges = async (
  lines: readonly DischargeRow[],
  taking: Taking,
  { followUps, dryRun }: { followUps: FollowUpRepository; dryRun: boolean },
): Promise<ImportedDischarge[]> => {
  const ids = lines.map((line) => followUpIdOf(taking.hospital.id, line))
  const known = new Map((await followUps.byIds(ids)).map((row) => [row.id, row]))
  const decided = lines.map((line) => decide(line, known, taking))
  if (dryRun) return decided.map(({ answer }) => answer)
  const answers: ImportedDischarge[] = []
  for (let at = 0; at < decided.length; at += ABREAST) {
    const part = decided.slice(at, at + ABREAST)
    answers.push(...(await Promise.all(part.map((one) => write(one, followUps)))))
  }
  return answers
}
