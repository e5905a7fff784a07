import { administeredBy } from '#domain/hospital/hospital.rules'
import type { ReportedVisits, visitActions } from '#domain/hospital/visits.contract'
import type { VisitImport, VisitMapping } from '#domain/hospital/visits.model'
import { undoUntil, withReported } from '#domain/hospital/visits.rules'
import type { HospitalId } from '#domain/ids'
import type { Month } from '#domain/instant'
import { err, ok } from '#domain/result'
import { departmentNames } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import { visitPartKey, type visitsRepository } from './visits.repository'

type Visits = ReturnType<typeof visitsRepository>

const IMPORTS_SHOWN = 20
/** Months of one import come in beside each other, and each is entered in it. */
const TRIES = 20

export const visitsHandlers: ActionHandlers<typeof visitActions, OpenHospital> = {
  async visits({ months }, { actor, visits }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    return ok({ rows: await visits.months(hospitalId, months) })
  },

  async visitMapping(_, { actor, repository, visits }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [mapping, known] = await Promise.all([visits.mapping(hospitalId), repository.departments(hospitalId)])
    return ok(mapping ? { ...mapping, known } : { columns: [], departments: [], rev: null, known })
  },

  async rememberVisitMapping({ rev, columns, departments }, { actor, visits }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const wanted = { id: hospitalId, columns, departments }
    if (rev === null && (await visits.addMapping(wanted)) === 'inserted') return ok({ rev: 0 })
    const stored = await visits.mapping(hospitalId)
    // Also what an earlier try has written already.
    if (stored && isSameMapping(stored, wanted)) return ok({ rev: stored.rev })
    const written = stored?.rev === rev ? await visits.replaceMapping({ ...stored, ...wanted }) : null
    return written ? ok({ rev: written.rev }) : err('data.changed')
  },

  async stageVisits(sent, { actor, now, visits }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const { batchId, fileName, month } = sent
    const entry = { month, id: visitPartKey(sent) }
    for (let tries = 0; tries < TRIES; tries += 1) {
      const batch = await visits.import(batchId)
      if (batch && batch.hospitalId !== hospitalId) return err('visits.import_unknown')
      if (batch?.parts.some(({ id }) => id === entry.id) && isWrittenOrToBe(batch)) {
        const part = await visits.part(entry.id)
        if (part) return ok({ changed: part.changed })
      }
      if (batch && batch.state !== 'staged') return err('visits.import_finished')

      const decision = await decide(sent, hospitalId, visits)
      if (!decision.ok) return decision
      const begun = {
        id: batchId,
        hospitalId,
        fileName,
        parts: [],
        months: [],
        changed: 0,
        importedBy: actor.staff.id,
        importedAt: now,
        state: 'staged' as const,
        undoneAt: null,
      }
      // The import comes first: a part without one would be found by nobody.
      if (!batch && (await visits.addImport(begun)) === 'exists') continue
      await visits.addPart({ ...decision.value, id: entry.id, batchId, hospitalId })
      const before = batch ?? { ...begun, rev: 0 }
      const others = before.parts.filter((part) => part.month !== month)
      if (await visits.replaceImport({ ...before, parts: [...others, entry] })) {
        return ok({ changed: decision.value.changed })
      }
    }
    return err('visits.busy')
  },

  async commitVisits({ batchId, months }, { actor, now, imports }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    return imports.commit({ batchId, hospitalId, now }, months, actor.staff.id)
  },

  async visitImports(_, { actor, staff, visits }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    const found = await visits.latestImports(hospitalId, IMPORTS_SHOWN)
    const [people, written] = await Promise.all([
      staff.byIds(hospitalId, [...new Set(found.map(({ importedBy }) => importedBy))]),
      Promise.all(found.map(visits.countWrittenBy)),
    ])
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return ok({
      rows: found.map((batch, at) => ({
        ...batch,
        importedBy: names.get(batch.importedBy) ?? '',
        undoUntil: undoUntil(batch),
        covered: batch.state === 'applied' && (written[at] ?? 0) < batch.months.length,
      })),
    })
  },

  async undoVisits({ batchId }, { actor, now, imports }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId) return err('auth.forbidden')
    return imports.undo({ batchId, hospitalId, now })
  },
}

const isSameMapping = (left: Omit<VisitMapping, 'rev'>, right: Omit<VisitMapping, 'rev'>): boolean =>
  JSON.stringify([left.columns, left.departments]) === JSON.stringify([right.columns, right.departments])

const isWrittenOrToBe = ({ state }: VisitImport): boolean =>
  state === 'staged' || state === 'applying' || state === 'applied'

interface Sent {
  readonly month: Month
  readonly seen: number | null
  readonly departments: readonly ReportedVisits[]
}

/** What a month of the file comes to, on the month as the dry run saw it. */
const decide = async ({ month, seen, departments }: Sent, hospitalId: HospitalId, visits: Visits) => {
  const [stored, known] = await Promise.all([visits.month(hospitalId, month), departmentNames(hospitalId)])
  const unknown = departments.flatMap(({ departmentId }, at) =>
    known.has(departmentId) ? [] : [`departments.${at}.departmentId`],
  )
  if (unknown.length > 0) return err('hospital.department_unknown', unknown)
  if ((stored?.rev ?? null) !== seen) return err('data.changed')
  const before = stored?.departments ?? []
  const report = withReported(month, before, departments)
  if (!report.ok) return report
  const { after, changes } = report.value
  return ok({ month, seen, before, beforeBatchId: stored?.batchId ?? null, after, changed: changes.length })
}
