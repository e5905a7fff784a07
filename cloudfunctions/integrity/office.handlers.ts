import type { Actor } from '#domain/actor'
import type { ErrorCode } from '#domain/errors'
import type { ExamId, HospitalId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { fits, shortageInWords } from '#domain/integrity/blueprint.rules'
import type { Exam, QuestionCorrection } from '#domain/integrity/exam.model'
import {
  announceExam,
  cancelExam,
  changeExam,
  extendExam,
  isInvited,
  phaseOf,
  planExam,
  regradeExam,
} from '#domain/integrity/exam.rules'
import type { officeActions } from '#domain/integrity/office.contract'
import { USUAL_MARKING } from '#domain/integrity/paper.model'
import { drawPaper } from '#domain/integrity/paper.rules'
import { isOnRoster } from '#domain/integrity/pledge.rules'
import { keepsQuestions } from '#domain/integrity/question.access'
import { questionVersionKey } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { seedOf } from '#domain/integrity/seeded'
import { err, ok, type Result } from '#domain/result'
import { settled, settledHeads } from '#runtime/integrity/attempt.settle'
import { departmentNames, departmentsOf } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import { settledOf, sitsNow } from './attempt.settle'
import { type Looking, lookedAt } from './exam.looked'
import { byPerson, everybodyOf, rosterOf } from './exam.people'
import type { ExamRepository } from './exam.repository'
import type { OpenIntegrity } from './integrity.open'
import { candidateRow, examRow, examView, figuresView, groupRow, roomSeats, seatNumbers } from './office.views'

const PEOPLE_PAGE = 100
/** Marked again with one request, some of them side by side. */
const REGRADED_AT_ONCE = 200
const SIDE_BY_SIDE = 20

interface Office {
  readonly id: StaffId
  readonly hospitalId: HospitalId
}

const officeOf = (actor: Actor): Office | null => {
  const hospitalId = keepsQuestions(actor)
  return hospitalId && actor.staff ? { id: actor.staff.id, hospitalId } : null
}

const examOf = async (
  id: ExamId,
  { hospitalId }: Office,
  exams: ExamRepository,
): Promise<Result<Exam, 'exam.unknown'>> => {
  const exam = await exams.find(id)
  return exam?.hospitalId === hospitalId ? ok(exam) : err('exam.unknown')
}

type Context = Looking & { readonly actor: Actor }

/** Read, decide, write. What is so already is answered as it is, whichever revision was seen. */
const act = async <C extends ErrorCode>(
  { id, rev }: { readonly id: ExamId; readonly rev: number },
  context: Context,
  decide: (exam: Exam, writing: { by: StaffId; now: Instant }) => Result<Exam, C> | Promise<Result<Exam, C>>,
) => {
  const office = officeOf(context.actor)
  if (!office) return err('auth.forbidden')
  const found = await examOf(id, office, context.exams)
  if (!found.ok) return found
  const exam = found.value
  const decided = await decide(exam, { by: office.id, now: context.now })
  if (decided.ok && decided.value === exam) return ok(await examView(exam, office.id, context))
  if (exam.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const written = await context.exams.replace(decided.value)
  return written ? ok(await examView(written, office.id, context)) : err('data.changed')
}

const isSamePlan = (one: Exam['plan'], other: Exam['plan']): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whether what is corrected was published here, with these questions and options. */
const areKnown = async (
  corrections: readonly QuestionCorrection[],
  { hospitalId }: Office,
  { questions }: Pick<OpenIntegrity, 'questions'>,
): Promise<boolean> => {
  const [versions, own] = await Promise.all([
    questions.versions(corrections),
    Promise.all(corrections.map(({ questionId }) => questions.find(questionId))),
  ])
  return corrections.every((correction, at) => {
    const version = versions.get(questionVersionKey(correction.questionId, correction.version))
    if (!version || own[at]?.hospitalId !== hospitalId) return false
    if (correction.kind === 'everybody') return true
    const parts = partsOf(version.content)
    return correction.keys.every(({ part, key }) => {
      const options = parts.find(({ id }) => id === part)?.options ?? []
      return key.every((option) => options.some(({ id }) => id === option))
    })
  })
}

/** Marks again some of those that no regrade has looked at since; the same request goes on with the others. */
const markAgain = async (exam: Exam, { attempts, now }: Looking): Promise<void> => {
  const latest = exam.regrades[exam.regrades.length - 1]?.id
  const heads = await attempts.ofExam(exam.id)
  const left = heads
    .filter(({ result }) => result !== null && latest !== undefined && !result.markedBy.includes(latest))
    .slice(0, REGRADED_AT_ONCE)
  for (let at = 0; at < left.length; at += SIDE_BY_SIDE) {
    await Promise.all(
      left.slice(at, at + SIDE_BY_SIDE).map(async ({ id }) => {
        const attempt = await attempts.whole(id)
        if (attempt) await settled(attempt, exam, now)
      }),
    )
  }
}

export const officeHandlers: ActionHandlers<typeof officeActions, OpenIntegrity> = {
  async exams(_, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    const { hospitalId } = office
    const [all, summaries, roster] = await Promise.all([
      context.exams.all(hospitalId),
      lookedAt(hospitalId, context),
      rosterOf(hospitalId, context),
    ])
    return ok({
      rows: await Promise.all(all.map((exam) => examRow(exam, { summary: summaries.get(exam.id), roster, context }))),
    })
  },

  async exam({ id }, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    const found = await examOf(id, office, context.exams)
    return found.ok ? ok(await examView(found.value, office.id, context)) : found
  },

  async examDepartments(_, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    const { hospitalId } = office
    const [departments, roster] = await Promise.all([departmentsOf(hospitalId), rosterOf(hospitalId, context)])
    const rows = departments.map(({ id, name, retired }) => {
      const staff = roster.filter(({ candidate }) => candidate.departmentId === id).length
      return { id, name, staff, isOffered: !retired || staff > 0 }
    })
    return ok({ rows: rows.filter(({ isOffered }) => isOffered) })
  },

  async checkBlueprint({ blueprint }, { actor, questions }) {
    const office = officeOf(actor)
    if (!office) return err('auth.forbidden')
    const pool = await questions.pool(office.hospitalId)
    const drawn = drawPaper({ blueprint, marking: USUAL_MARKING }, pool, seedOf(''))
    return ok({
      fitting: blueprint.map((cell) => pool.filter((question) => fits(cell, question)).length),
      shortage: drawn.met ? null : drawn.shortage,
      why: drawn.met ? null : shortageInWords(blueprint, drawn.shortage),
    })
  },

  async saveExam({ id, rev, plan }, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    const { exams, questions, now } = context
    const writing = { by: office.id, now }
    const earlier = await exams.find(id)
    if (!earlier && rev === null) {
      const planned = planExam({ id, hospitalId: office.hospitalId }, plan, writing)
      if (!planned.ok) return planned
      if ((await exams.insert(planned.value)) === 'inserted')
        return ok(await examView(planned.value, office.id, context))
    }
    const found = await examOf(id, office, exams)
    if (!found.ok) return found
    const exam = found.value
    if (isSamePlan(exam.plan, plan)) return ok(await examView(exam, office.id, context))
    if (exam.rev !== rev) return err('data.changed')
    const changed = changeExam(exam, plan, await questions.pool(office.hospitalId), writing)
    if (!changed.ok) return changed
    const written = await exams.replace(changed.value)
    return written ? ok(await examView(written, office.id, context)) : err('data.changed')
  },

  announceExam: (which, context) =>
    act(which, context, async (exam, writing) =>
      announceExam(exam, await context.questions.pool(exam.hospitalId), writing),
    ),

  cancelExam: ({ reason, ...which }, context) =>
    act(which, context, (exam, writing) => cancelExam(exam, reason, writing)),

  extendExam: ({ extraMinutes, ...which }, context) =>
    act(which, context, async (exam, writing) => {
      const extended = extendExam(exam, extraMinutes, writing)
      // Whose time is over is handed in first: more minutes would open some of these papers again.
      if (extended.ok && extended.value !== exam) await settledOf(exam, context.now, context)
      return extended
    }),

  async examRoom({ id }, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    const found = await examOf(id, office, context.exams)
    if (!found.ok) return found
    const exam = found.value
    const { now } = context
    const [roster, seated] = await Promise.all([rosterOf(office.hospitalId, context), context.exams.seated(exam.id)])
    return ok({
      title: exam.plan.title,
      phase: phaseOf(exam, now),
      seats: roomSeats(exam, roster, seated, now),
      closesAt: exam.plan.closesAt,
      now,
    })
  },

  async examCandidates({ id, after }, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    const { exams, attempts, now } = context
    const found = await examOf(id, office, exams)
    if (!found.ok) return found
    const exam = found.value
    const [everybody, seated, names] = await Promise.all([
      everybodyOf(office.hospitalId, context),
      exams.seated(exam.id),
      departmentNames(office.hospitalId),
    ])
    const begun = new Set(seated.map(({ staffId }) => staffId))
    const seats = seatNumbers(
      exam,
      everybody.filter(({ person }) => isOnRoster(person)),
      seated,
    )
    const behind = everybody.filter(
      ({ person, candidate }) =>
        (after === null || person.number > after) &&
        (begun.has(person.id) || (isOnRoster(person) && isInvited(exam.plan.audience, candidate))),
    )
    const page = behind.slice(0, PEOPLE_PAGE)
    const sat = page.flatMap(({ person }) => (begun.has(person.id) ? [person.id] : []))
    const theirs = byPerson(await settledHeads(await attempts.ofPeople(exam.id, sat), exam, now))
    return ok({
      rows: page.map((rostering) =>
        candidateRow(exam, { rostering, attempts: theirs.get(rostering.person.id) ?? [] }, { names, seats, now }),
      ),
      next: behind.length > PEOPLE_PAGE ? (page[page.length - 1]?.person.number ?? null) : null,
    })
  },

  async examFigures({ id }, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    if (await sitsNow(office.id, context.now, context)) return err('question.sitting')
    const found = await examOf(id, office, context.exams)
    return found.ok ? ok(await figuresView(found.value, context)) : found
  },

  async regradeExam({ regradeId, reason, corrections, ...which }, context) {
    const office = officeOf(context.actor)
    if (!office) return err('auth.forbidden')
    if (await sitsNow(office.id, context.now, context)) return err('question.sitting')
    const decided = await act(which, context, async (exam, { by, now }) =>
      exam.regrades.some(({ id }) => id === regradeId) || (await areKnown(corrections, office, context))
        ? regradeExam(exam, { id: regradeId, by, at: now, reason, corrections })
        : err('question.unknown', ['corrections']),
    )
    if (!decided.ok) return decided
    const found = await examOf(which.id, office, context.exams)
    if (!found.ok) return found
    await markAgain(found.value, context)
    return ok(await examView(found.value, office.id, context))
  },

  async groupMembers({ group, after }, { actor, pledges, exams }) {
    const office = officeOf(actor)
    if (!office) return err('auth.forbidden')
    const { hospitalId } = office
    const names = await departmentNames(hospitalId)
    if (group === null) {
      const page = await pledges.people(hospitalId, undefined, after, PEOPLE_PAGE)
      const members = new Map((await exams.membersAmong(page.map(({ id }) => id))).map((one) => [one.id, one]))
      return ok({
        rows: page.filter(isOnRoster).map((person) => groupRow(person, members.get(person.id) ?? null, names)),
        next: page.length === PEOPLE_PAGE ? (page[page.length - 1]?.number ?? null) : null,
      })
    }
    const people = (await rosterOf(hospitalId, { pledges, exams }))
      .filter(({ candidate }) => candidate.groups.includes(group))
      .map(({ person }) => person)
      .filter(({ number }) => after === null || number > after)
    const page = people.slice(0, PEOPLE_PAGE)
    const members = new Map((await exams.membersAmong(page.map(({ id }) => id))).map((one) => [one.id, one]))
    return ok({
      rows: page.map((person) => groupRow(person, members.get(person.id) ?? null, names)),
      next: people.length > PEOPLE_PAGE ? (page[page.length - 1]?.number ?? null) : null,
    })
  },

  async setGroups({ staffId, rev, groups }, { actor, now, pledges, exams }) {
    const office = officeOf(actor)
    if (!office) return err('auth.forbidden')
    const { id: by, hospitalId } = office
    const [[person], member, names] = await Promise.all([
      pledges.named(hospitalId, [staffId]),
      exams.member(staffId),
      departmentNames(hospitalId),
    ])
    if (!person || !isOnRoster(person)) return err('staff.unknown')
    const wanted = [...new Set(groups)].sort()
    if (member && JSON.stringify(member.groups) === JSON.stringify(wanted)) return ok(groupRow(person, member, names))
    if (rev !== (member?.rev ?? null)) return err('data.changed')
    const next = { id: staffId, rev: rev ?? 0, hospitalId, groups: wanted, changedAt: now, changedBy: by }
    if (!member)
      return (await exams.addMember(next)) === 'inserted' ? ok(groupRow(person, next, names)) : err('data.changed')
    const written = await exams.replaceMember(next)
    return written ? ok(groupRow(person, written, names)) : err('data.changed')
  },
}
