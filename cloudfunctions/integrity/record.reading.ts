import type { HospitalId, StaffId } from '#domain/ids'
import { beijingDay, type Day, endOfBeijingDay, type Instant, startOfBeijingDay } from '#domain/instant'
import { bestOf, passedAt } from '#domain/integrity/attempt.rules'
import type { Certificate } from '#domain/integrity/certificate.model'
import type { Exam } from '#domain/integrity/exam.model'
import { isTold } from '#domain/integrity/live.rules'
import type { LearningRecord } from '#domain/integrity/record.contract'
import { standingIn } from '#domain/integrity/record.rules'
import { settledHeads } from '#runtime/integrity/attempt.settle'
import { appointmentPassOf } from '#runtime/integrity/appointment.pass'
import type { AttemptHead } from '#runtime/read/exam.read'
import { departmentNames } from '#runtime/read/hospital.read'
import { lessonsOf } from '#runtime/read/lesson.read'
import { settledOf } from './attempt.settle'
import { NOT_PRACTISED } from './daily.repository'
import type { OpenIntegrity } from './integrity.open'
import { type Holder, recordRepository } from './record.repository'

/** The first and the last day of a year. */
export const daysOfYear = (year: string): { readonly from: Day; readonly to: Day } => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
})

/** Announced, and opened in that year by now: what is still to come counts for nobody, and what was cancelled neither. */
export const examsOfYear = async (
  hospitalId: HospitalId,
  year: string,
  now: Instant,
  { exams }: Pick<OpenIntegrity, 'exams'>,
): Promise<Exam[]> =>
  (await exams.all(hospitalId)).filter(
    ({ state, plan }) => state === 'announced' && plan.opensAt <= now && beijingDay(plan.opensAt).slice(0, 4) === year,
  )

export interface SatExam {
  readonly exam: Exam
  readonly heads: readonly AttemptHead[]
}

/** Exams of a year with everybody's attempts, one exam after the other. */
export const satInYear = async (
  hospitalId: HospitalId,
  year: string,
  now: Instant,
  open: OpenIntegrity,
): Promise<SatExam[]> => {
  const sat: SatExam[] = []
  for (const exam of await examsOfYear(hospitalId, year, now, open))
    sat.push({ exam, heads: await settledOf(exam, now, open) })
  return sat
}

const examsOfRecord = async (
  { id, hospitalId, departmentId }: Holder,
  year: string,
  now: Instant,
  open: OpenIntegrity,
): Promise<LearningRecord['exams']> => {
  const [exams, groups, begun] = await Promise.all([
    examsOfYear(hospitalId, year, now, open),
    open.exams.groupsOf(id),
    open.attempts.everyOf(id),
  ])
  const rows = await Promise.all(
    exams.map(async (exam) => {
      const own = begun.filter(({ examId }) => examId === exam.id)
      const heads = await settledHeads(own, exam, now)
      const best = bestOf(heads)
      const at = passedAt(heads) ?? best?.submitted?.at ?? null
      return {
        examId: exam.id,
        title: exam.plan.title,
        purpose: exam.plan.purpose,
        standing: standingIn(exam, { id, departmentId, groups }, heads, now),
        on: at === null ? null : beijingDay(at),
        earned: best?.result.earned ?? null,
        possible: best?.result.possible ?? null,
      }
    }),
  )
  return rows.filter(({ standing }) => standing !== 'not_invited')
}

const livesOfRecord = async (
  staffId: StaffId,
  { from, to }: { readonly from: Day; readonly to: Day },
  now: Instant,
  { lives }: OpenIntegrity,
): Promise<LearningRecord['live']> => {
  const seats = await lives.seatsOf(staffId, startOfBeijingDay(from), endOfBeijingDay(to))
  const sat = new Map((await lives.among(seats.map(({ liveId }) => liveId))).map((live) => [live.id, live]))
  const rows = await Promise.all(
    seats.map(async ({ liveId, at }) => {
      const live = sat.get(liveId)
      if (!live) return []
      // What is still on the screen is told by the screen alone.
      const told = (await lives.ownAnswers(liveId, staffId)).filter(({ question }) => isTold(live, question, now))
      const right = told.filter((answer) => answer.right).length
      return [{ title: live.title, on: beijingDay(at), right, asked: told.length }]
    }),
  )
  return rows.flat()
}

/** Certificates of a year that prove something still: no regrade took them back, and no exam was cancelled. */
export const certificatesHeld = async (
  hospitalId: HospitalId,
  people: readonly StaffId[],
  year: string,
  now: Instant,
  open: OpenIntegrity,
): Promise<Certificate[]> => {
  const given = (await open.attempts.certificatesOf(hospitalId, people)).filter(
    ({ passedOn }) => passedOn.slice(0, 4) === year,
  )
  const held = await Promise.all(
    [...new Set(given.map(({ examId }) => examId))].map(async (examId) => {
      const those = given.filter((certificate) => certificate.examId === examId)
      const exam = await open.exams.find(examId)
      if (!exam || exam.state === 'cancelled') return []
      const begun = await open.attempts.ofPeople(
        examId,
        those.map(({ staffId }) => staffId),
      )
      const heads = await settledHeads(begun, exam, now)
      return those.filter(({ staffId }) => heads.some((head) => head.staffId === staffId && head.result?.passed))
    }),
  )
  return held.flat()
}

/** What somebody learned in one year; also of whoever has left. */
export const learningRecord = async (
  holder: Holder,
  year: string,
  now: Instant,
  open: OpenIntegrity,
): Promise<LearningRecord> => {
  const { id, hospitalId, departmentId, number, name } = holder
  const { from, to } = daysOfYear(year)
  const [names, groups, practised, exams, live, signed, versions, lessons, certificates, appointment] =
    await Promise.all([
      departmentNames(hospitalId),
      open.exams.groupsOf(id),
      open.learners.practisedBy(id),
      examsOfRecord(holder, year, now, open),
      livesOfRecord(id, { from, to }, now, open),
      recordRepository().signed([id], from, to),
      open.pledges.versions(hospitalId),
      lessonsOf([id], from, to),
      certificatesHeld(hospitalId, [id], year, now, open),
      appointmentPassOf(hospitalId, id, now),
    ])
  return {
    number,
    name,
    departmentName: (departmentId && names.get(departmentId)) ?? null,
    groups: [...groups],
    year,
    practised: practised?.years[year] ?? NOT_PRACTISED,
    exams,
    live,
    pledges: signed.flatMap(({ versionId, signedOn }) => {
      const version = versions.find((each) => each.id === versionId)
      return version ? [{ title: version.title, number: version.number, signedOn }] : []
    }),
    lessons: lessons.map(({ title, on, presence }) => ({ title, on, presence })),
    certificates,
    appointment,
  }
}
