import type { Actor } from '#domain/actor'
import type { ExamId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { lastSeqIn, leavesIn } from '#domain/integrity/answer.merge'
import type { Attempt } from '#domain/integrity/attempt.model'
import { begin, endsAt, save, submit } from '#domain/integrity/attempt.rules'
import { standingOf } from '#domain/integrity/certificate.rules'
import type { examActions } from '#domain/integrity/exam.contract'
import type { Exam } from '#domain/integrity/exam.model'
import { isInvited } from '#domain/integrity/exam.rules'
import { paperView, savedView } from '#domain/integrity/paper.shown'
import { learns } from '#domain/integrity/question.access'
import { resultView } from '#domain/integrity/result.shown'
import type { ResultView } from '#domain/integrity/result.view'
import { err, ok } from '#domain/result'
import { settled, settledHeads } from '#runtime/integrity/attempt.settle'
import { issueCertificate, issueOnPass } from '#runtime/integrity/certificate.issue'
import { staffRecords } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import { sitsNow } from './attempt.settle'
import type { OpenIntegrity } from './integrity.open'
import { newSeed } from './new.seed'
import { examCard, inOrderOfUrgency } from './sitting.views'

/** Several devices of one person may write at once; more often than this it is no accident. */
const TRIES = 8

const DAY_MS = 86_400_000
/** For so long an exam that somebody never sat is listed. */
const MISSED_SHOWN_DAYS = 400

type Mine = { readonly examId: ExamId; readonly no: number }

/** The caller's own attempt: nobody can name another's. */
const ownAttempt = async (
  { examId, no }: Mine,
  actor: Actor,
  { attempts, exams }: Pick<OpenIntegrity, 'attempts' | 'exams'>,
) => {
  const staff = learns(actor)
  if (!staff) return err('auth.forbidden')
  const [attempt, exam] = await Promise.all([attempts.find(examId, staff.id, no), exams.find(examId)])
  return attempt && exam ? ok({ attempt, exam }) : err('attempt.unknown')
}

const shownPaper = async (attempt: Attempt, exam: Exam, now: Instant, { questions }: OpenIntegrity) =>
  paperView(attempt, exam, { versions: await questions.versions(attempt.paper.questions), now })

/** How many its owner has begun, where that decides what they see. */
const begunBeside = async ({ staffId, no }: Attempt, exam: Exam, { attempts }: OpenIntegrity): Promise<number> =>
  exam.plan.keysShown === 'at_once' ? (await attempts.ofPerson(exam.id, staffId)).length : no

/** Of an attempt that was handed in; null: it was not. */
const shownResult = async (
  attempt: Attempt,
  exam: Exam,
  now: Instant,
  open: OpenIntegrity,
): Promise<ResultView | null> => {
  const [versions, used] = await Promise.all([
    open.questions.versions(attempt.paper.questions),
    begunBeside(attempt, exam, open),
  ])
  const view = resultView(attempt, exam, { versions, used, now })
  if (!view?.answers || !(await sitsNow(attempt.staffId, now, open))) return view
  return { ...view, answers: null }
}

export const sittingHandlers: ActionHandlers<typeof examActions, OpenIntegrity> = {
  async myExams(_, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    const [exams, groups, heads] = await Promise.all([
      open.exams.all(staff.hospitalId),
      open.exams.groupsOf(staff.id),
      open.attempts.everyOf(staff.id),
    ])
    const candidate = { id: staff.id, departmentId: staff.departmentId, groups }
    const shown = exams.filter(({ id, state, plan }) => {
      if (state === 'planned') return false
      if (heads.some(({ examId }) => examId === id)) return true
      return isInvited(plan.audience, candidate) && plan.closesAt > now - MISSED_SHOWN_DAYS * DAY_MS
    })
    const rows = await Promise.all(
      shown.map(async (exam) => {
        const own = heads.filter(({ examId }) => examId === exam.id)
        return examCard(exam, candidate, await settledHeads(own, exam, now), now)
      }),
    )
    return ok({ rows: rows.sort(inOrderOfUrgency) })
  },

  async beginExam({ examId }, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    const [exam, groups] = await Promise.all([open.exams.find(examId), open.exams.groupsOf(staff.id)])
    if (!exam || exam.hospitalId !== staff.hospitalId || exam.state === 'planned') return err('exam.unknown')
    const candidate = { id: staff.id, departmentId: staff.departmentId, groups }
    for (let tries = 0; tries < TRIES; tries += 1) {
      const begun = await open.attempts.ofPerson(examId, staff.id)
      const before = await Promise.all(begun.map((attempt) => settled(attempt, exam, now)))
      const isOpen = before.some(({ submitted }) => submitted === null)
      const pool = isOpen ? [] : await open.questions.pool(staff.hospitalId)
      const drawn = begin(exam, { candidate, before, pool, seed: newSeed(), now })
      if (!drawn.ok) return drawn
      // Another device may have drawn meanwhile: then that paper is the one.
      if (isOpen || (await open.attempts.add(drawn.value)) === 'inserted')
        return ok(await shownPaper(drawn.value, exam, now, open))
    }
    return err('system.busy')
  },

  async openPaper(asked, { actor, now, ...open }) {
    const found = await ownAttempt(asked, actor, open)
    if (!found.ok) return found
    const { exam } = found.value
    const attempt = await settled(found.value.attempt, exam, now)
    return attempt.submitted ? err('attempt.submitted') : ok(await shownPaper(attempt, exam, now, open))
  },

  async saveAnswers({ examId, no, answers, leaves }, { actor, now, ...open }) {
    const found = await ownAttempt({ examId, no }, actor, open)
    if (!found.ok) return found
    const { exam } = found.value
    let attempt: Attempt | null = found.value.attempt
    for (let tries = 0; attempt && tries < TRIES; tries += 1) {
      const heard = save(attempt, exam, { answers, leaves }, now)
      if (!heard.ok) {
        if (heard.code !== 'attempt.submitted') await settled(attempt, exam, now)
        return heard
      }
      const saved: Attempt | null = heard.value === attempt ? attempt : await open.attempts.replace(heard.value)
      if (saved) {
        return ok({
          saved: savedView(saved),
          lastSeq: lastSeqIn(saved.answers),
          leaves: leavesIn(saved.leaves),
          endsAt: endsAt(saved, exam),
          now,
        })
      }
      attempt = await open.attempts.whole(attempt.id)
    }
    return err('data.changed')
  },

  async submitExam({ examId, no, answers, leaves }, { actor, now, ...open }) {
    const found = await ownAttempt({ examId, no }, actor, open)
    if (!found.ok) return found
    const { exam } = found.value
    const versions = await open.questions.versions(found.value.attempt.paper.questions)
    let attempt: Attempt | null = found.value.attempt
    for (let tries = 0; attempt && tries < TRIES; tries += 1) {
      const handed = submit(attempt, exam, { answers, leaves, versions }, now)
      const written: Attempt | null = handed === attempt ? attempt : await open.attempts.replace(handed)
      if (written) {
        if (written.submitted?.how === 'cancelled') return err('exam.cancelled')
        await issueOnPass(written, exam)
        const view = await shownResult(await settled(written, exam, now), exam, now, open)
        return view ? ok(view) : err('data.changed')
      }
      attempt = await open.attempts.whole(attempt.id)
    }
    return err('data.changed')
  },

  async examResult(asked, { actor, now, ...open }) {
    const found = await ownAttempt(asked, actor, open)
    if (!found.ok) return found
    const { exam } = found.value
    const view = await shownResult(await settled(found.value.attempt, exam, now), exam, now, open)
    return view ? ok(view) : err('attempt.not_submitted')
  },

  async myCertificate({ examId }, { actor, now, ...open }) {
    const staff = learns(actor)
    if (!staff) return err('auth.forbidden')
    const [exam, begun] = await Promise.all([open.exams.find(examId), open.attempts.ofPerson(examId, staff.id)])
    if (!exam || exam.hospitalId !== staff.hospitalId || exam.state === 'planned') return err('exam.unknown')
    const attempts = await Promise.all(begun.map((attempt) => settled(attempt, exam, now)))
    return issueCertificate(exam, { staff, attempts })
  },

  async verifyCertificate({ code }, { now, ...open }) {
    const certificate = await open.attempts.certificateBy(code)
    if (!certificate) return err('certificate.code_unknown')
    const { hospitalId, examId, staffId } = certificate
    const [hospital, exam, begun, holder] = await Promise.all([
      open.hospitals.find(hospitalId),
      open.exams.find(examId),
      open.attempts.ofPerson(examId, staffId),
      staffRecords().find(staffId),
    ])
    if (!hospital) return err('hospital.not_founded')
    if (!exam) return err('certificate.code_unknown')
    const attempts = await Promise.all(begun.map((attempt) => settled(attempt, exam, now)))
    return ok({ ...certificate, hospitalName: hospital.name, standing: standingOf(exam, attempts, holder) })
  },
}
