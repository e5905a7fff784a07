import type { FollowUpId, HospitalId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { lastDayOfMonth } from '#domain/survey/answering.rules'
import { FOLLOW_UPS_PAGE, type followUpActions } from '#domain/survey/followup.contract'
import type { FollowUp } from '#domain/survey/followup.model'
import { isFollowable, recordCall, refusalOf, tallyOf, undoCall, wasRecorded } from '#domain/survey/followup.rules'
import { followsUp } from '#domain/survey/survey.access'
import { departmentNames, departmentsOf } from '#runtime/read/hospital.read'
import { staffNames } from '#runtime/read/staff.read'
import type { ActionHandlers } from '#runtime/serve'
import { takeDischarges, undoUntil } from './followup.imports'
import { changeFollowUp, findFollowUp } from './followup.repository'
import { detailOf, rowOf } from './followup.views'
import { receiveSheet, surveyOf } from './sheet.reception'
import type { OpenSurveys } from './survey.open'
import { followUpDoor } from './visit.doors'

const IMPORTS_SHOWN = 20

export const followUpHandlers: ActionHandlers<typeof followUpActions, OpenSurveys> = {
  async followUps({ view, departmentId, skip }, { actor, now, followUps }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId) return err('auth.forbidden')
    const today = beijingDay(now)
    const whose = { hospitalId, departmentId }
    const [found, due, overdue, later, departments] = await Promise.all([
      followUps.list(whose, view, today, { skip, limit: FOLLOW_UPS_PAGE + 1 }),
      followUps.count(whose, 'due', today),
      followUps.count(whose, 'overdue', today),
      followUps.count(whose, 'later', today),
      departmentsOf(hospitalId),
    ])
    return ok({
      rows: found.slice(0, FOLLOW_UPS_PAGE).map((row) => rowOf(row, departments)),
      next: found.length > FOLLOW_UPS_PAGE ? skip + FOLLOW_UPS_PAGE : null,
      counts: { overdue, today: due - overdue, later },
      departments,
    })
  },

  async followUp({ id }, { actor, now, hospitals }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId) return err('auth.forbidden')
    const row = await ofHospital(hospitalId, id)
    return row ? shown(row, { now, hospitals }) : err('survey.follow_up_unknown')
  },

  async recordCall({ id, attemptId, outcome, closes, answers }, { actor, now, hospitals, sheets }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    if (answers && outcome !== 'reached' && outcome !== 'to_complaint') return err('input.invalid', ['answers'])
    if (closes && outcome !== 'not_reached') return err('input.invalid', ['closes'])
    const row = await ofHospital(hospitalId, id)
    const hospital = await hospitals.find(hospitalId)
    if (!row || !hospital) return err('survey.follow_up_unknown')
    const attempt = { id: attemptId, day: beijingDay(now), outcome, by: actor.staff.id }
    const refusal = refusalOf(row, attempt, closes)
    if (refusal) return refusal
    // The answers first: whoever breaks off in between sends both again, and neither is there twice.
    if (answers && !wasRecorded(row, attemptId)) {
      const survey = await surveyOf(hospitalId, answers.surveyId, ['follow_up'])
      if (!survey) return err('survey.not_open')
      const received = await receiveSheet(survey, answers, followUpDoor(row, 'assisted', now), { sheets, now })
      // They answered by the link meanwhile: the call is recorded, and their own sheet stays the only one.
      if (!received.ok && received.code !== 'survey.already_answered') return err(received.code, received.fields)
    }
    const about = { closes, answered: answers !== null }
    const changed = await changeFollowUp(id, (current) => recordCall(current, attempt, about, hospital))
    if (!changed) return err('survey.follow_up_unknown')
    return changed.ok ? shown(changed.value, { now, hospitals }) : changed
  },

  async undoCall({ id, attemptId }, { actor, now, hospitals }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId) return err('auth.forbidden')
    const row = await ofHospital(hospitalId, id)
    const hospital = await hospitals.find(hospitalId)
    if (!row || !hospital) return err('survey.follow_up_unknown')
    const changed = await changeFollowUp(id, (current) => undoCall(current, attemptId, hospital, beijingDay(now)))
    if (!changed) return err('survey.follow_up_unknown')
    return changed.ok ? shown(changed.value, { now, hospitals }) : changed
  },

  async importFollowUps({ batchId, fileName, dryRun, rows }, { actor, now, hospitals, followUps }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const hospital = await hospitals.find(hospitalId)
    if (!hospital) return err('hospital.not_founded')
    const today = beijingDay(now)
    const wrong = rows.filter(({ dischargedOn }) => !isFollowable(dischargedOn, today))
    if (wrong.length > 0) return err('survey.discharge_day', ['rows'])
    const begun = { id: batchId, hospitalId, fileName, importedBy: actor.staff.id, importedAt: now, undoneAt: null }
    if (!dryRun) await followUps.addImport(begun)
    const batch = await followUps.import(batchId)
    if (batch && batch.hospitalId !== hospitalId) return err('survey.import_unknown')
    if (batch && batch.undoneAt !== null) return err('survey.import_undone')
    const departments = new Set((await departmentNames(hospitalId)).keys())
    const taking = { hospital, departments, batchId, today }
    return ok({ rows: await takeDischarges(rows, taking, { followUps, dryRun }) })
  },

  async followUpImports(_, { actor, followUps }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [batches, names] = await Promise.all([
      followUps.latestImports(hospitalId, IMPORTS_SHOWN),
      staffNames(hospitalId),
    ])
    const rows = await Promise.all(batches.map(({ id }) => followUps.countImported(hospitalId, id)))
    return ok({
      rows: batches.map((batch, at) => ({
        ...batch,
        importedByName: names.get(batch.importedBy) ?? '',
        rows: rows[at] ?? 0,
        undoUntil: undoUntil(batch),
      })),
    })
  },

  async undoFollowUps({ batchId }, { actor, now, followUps }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId) return err('auth.forbidden')
    const batch = await followUps.import(batchId)
    if (batch?.hospitalId !== hospitalId) return err('survey.import_unknown')
    if (batch.undoneAt === null) {
      if (undoUntil(batch) < now) return err('survey.import_closed')
      // First, so that no further part of the file is let in meanwhile.
      await followUps.replaceImport({ ...batch, undoneAt: now })
    }
    const removed = await followUps.removeUntouched(hospitalId, batchId)
    return ok({ removed, kept: await followUps.countImported(hospitalId, batchId) })
  },

  async followUpRates({ month }, { actor, now, followUps }) {
    const hospitalId = followsUp(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [today, lastDay] = [beijingDay(now), lastDayOfMonth(`${month}-01`)]
    const through = today < lastDay ? today : lastDay
    const [counted, names] = await Promise.all([
      followUps.counted(hospitalId, `${month}-01`, through),
      departmentNames(hospitalId),
    ])
    const { total, departments } = tallyOf(counted)
    const byCode = [...departments].sort(([one], [other]) => (one < other ? -1 : 1))
    return ok({
      month,
      through,
      total,
      departments: byCode.map(([id, tally]) => ({ id, name: names.get(id) ?? id, ...tally })),
    })
  },
}

/** Another hospital's is nobody's here. */
const ofHospital = async (hospitalId: HospitalId, id: FollowUpId): Promise<FollowUp | null> => {
  const row = await findFollowUp(id)
  return row?.hospitalId === hospitalId ? row : null
}

const shown = async (row: FollowUp, { now, hospitals }: Pick<OpenSurveys, 'hospitals'> & { now: Instant }) => {
  const [hospital, departments, staff] = await Promise.all([
    hospitals.find(row.hospitalId),
    departmentsOf(row.hospitalId),
    staffNames(row.hospitalId),
  ])
  if (!hospital) return err('survey.follow_up_unknown')
  return ok(await detailOf(row, { hospital, departments, staff, today: beijingDay(now) }))
}
