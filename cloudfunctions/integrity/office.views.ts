import type { DepartmentId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { leavesIn } from '#domain/integrity/answer.merge'
import { bestOf, isTimeUp } from '#domain/integrity/attempt.rules'
import type { Blueprint } from '#domain/integrity/blueprint.model'
import type { Attempt } from '#domain/integrity/attempt.model'
import { examFigures, type QuestionFigures } from '#domain/integrity/exam.figures'
import type { Exam, GroupMember } from '#domain/integrity/exam.model'
import { phaseOf } from '#domain/integrity/exam.rules'
import type { ExamSummary } from '#domain/integrity/exam.summary'
import type {
  CandidateRow,
  ExamFiguresView,
  ExamRow,
  ExamView,
  GroupRow,
  ItemView,
  RoomSeat,
} from '#domain/integrity/office.contract'
import { isMisleading } from '#domain/integrity/item-analysis'
import { questionVersionKey } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { examShare, leftOver, standingIn } from '#domain/integrity/record.rules'
import { wilson } from '#domain/metrics/intervals'
import { departmentNames } from '#runtime/read/hospital.read'
import type * as v from 'valibot'
import type { AttemptHead } from '#runtime/read/exam.read'
import { settledOf } from './attempt.settle'
import { sitsNow } from './attempt.settle'
import { type Looking, wholeAttempts } from './exam.looked'
import { byPerson, invitedTo, type Rostering, rosterOf, satBy } from './exam.people'
import type { Seated } from './exam.repository'
import type { Rostered } from './pledge.repository'
import { namesFor } from './question.views'
import { weakViews } from './weak.views'

type Names = ReadonlyMap<DepartmentId, string>

const questionsIn = (blueprint: Blueprint): number => blueprint.reduce((sum, { count }) => sum + count, 0)

/** How many took and passed it: as it was kept once it was over, or as it stands while it is sat. */
const sharesOf = async (
  exam: Exam,
  { summary, roster, context }: { summary: ExamSummary | undefined; roster: readonly Rostering[]; context: Looking },
): Promise<Pick<ExamSummary, 'took' | 'passed'>> => {
  if (summary) return summary
  const phase = phaseOf(exam, context.now)
  if (phase === 'open' || phase === 'over') {
    return examShare(exam, satBy(roster, await settledOf(exam, context.now, context)))
  }
  return { took: { part: 0, whole: invitedTo(exam, roster).length }, passed: { part: 0, whole: 0 } }
}

export const examRow = async (exam: Exam, asked: Parameters<typeof sharesOf>[1]): Promise<ExamRow> => {
  const { took, passed } = await sharesOf(exam, asked)
  return {
    ...exam.plan,
    id: exam.id,
    phase: phaseOf(exam, asked.context.now),
    questions: questionsIn(exam.plan.blueprint),
    took,
    passed,
  }
}

export const examView = async (exam: Exam, me: StaffId, context: Looking): Promise<ExamView> => {
  const { pledges, attempts, now } = context
  const { cancelled, regrades } = exam
  const { audience } = exam.plan
  const [personOf, roster, heads, names, isSitting] = await Promise.all([
    namesFor(pledges, exam.hospitalId, [...regrades.map(({ by }) => by), ...(cancelled ? [cancelled.by] : [])]),
    rosterOf(exam.hospitalId, context),
    regrades.length === 0 ? [] : attempts.ofExam(exam.id),
    departmentNames(exam.hospitalId),
    regrades.length > 0 && sitsNow(me, now, context),
  ])
  return {
    ...exam,
    phase: phaseOf(exam, now),
    cancelled: cancelled && { ...cancelled, by: personOf(cancelled.by, me) },
    regrades: regrades.map(({ by, ...regrade }) => {
      const entries = heads.flatMap((head) => head.regrades.filter(({ regradeId }) => regradeId === regrade.id))
      const isLeft = ({ result }: AttemptHead) => result !== null && !result.markedBy.includes(regrade.id)
      return {
        ...regrade,
        corrections: isSitting ? null : regrade.corrections,
        by: personOf(by, me),
        looked: entries.length,
        changed: entries.filter(({ before, after }) => before.earned !== after.earned || before.passed !== after.passed)
          .length,
        left: heads.filter(isLeft).length,
      }
    }),
    invited: invitedTo(exam, roster).length,
    departments: audience.kind === 'chosen' ? audience.departments.map((id) => names.get(id) ?? id) : [],
    now,
  }
}

/** Seats go by staff number, so that everybody keeps theirs while the screen is up. */
const seatedBy = (exam: Exam, roster: readonly Rostering[], seated: readonly Seated[]) => {
  const invited = new Set(invitedTo(exam, roster).map(({ person }) => person.id))
  return satBy(roster, seated).filter(({ candidate, attempts }) => attempts.length > 0 || invited.has(candidate.id))
}

/** Whose seat is which, for the office alone. */
export const seatNumbers = (
  exam: Exam,
  roster: readonly Rostering[],
  seated: readonly Seated[],
): ReadonlyMap<StaffId, number> =>
  new Map(seatedBy(exam, roster, seated).map(({ candidate }, at) => [candidate.id, at + 1]))

/** What the screen of the room shows: nobody is named. */
export const roomSeats = (
  exam: Exam,
  roster: readonly Rostering[],
  seated: readonly Seated[],
  now: Instant,
): v.InferInput<typeof RoomSeat>[] => {
  const seatOf = (own: readonly Seated[]): RoomState => {
    if (own.some((attempt) => attempt.submitted === null && !isTimeUp(attempt, exam, now))) return 'sitting'
    return own.length > 0 ? 'handed_in' : 'not_begun'
  }
  return seatedBy(exam, roster, seated).map(({ attempts: own }, at) => ({ number: at + 1, state: seatOf(own) }))
}

type RoomState = v.InferInput<typeof RoomSeat>['state']

interface Sat {
  readonly rostering: Rostering
  /** Up to date. */
  readonly attempts: readonly AttemptHead[]
}

export const candidateRow = (
  exam: Exam,
  { rostering: { person, candidate }, attempts }: Sat,
  { names, seats, now }: { readonly names: Names; readonly seats: ReadonlyMap<StaffId, number>; readonly now: Instant },
): CandidateRow => {
  const best = bestOf(attempts)
  return {
    staffId: person.id,
    seat: seats.get(person.id) ?? 0,
    number: person.number,
    name: person.name,
    departmentName: (person.departmentId && names.get(person.departmentId)) ?? null,
    standing: standingIn(exam, candidate, attempts, now),
    used: attempts.length,
    best: best && {
      no: best.no,
      earned: best.result.earned,
      possible: best.result.possible,
      passed: best.result.passed,
    },
    leaves: attempts.reduce((sum, { leaves }) => sum + leavesIn(leaves), 0),
    regrades: attempts.flatMap(({ regrades }) => regrades),
  }
}

/** Who chose what, with the words and the key of the version that was drawn. */
const usedIn = (
  use: NonNullable<QuestionFigures['use']>,
  parts: ReturnType<typeof partsOf>,
): NonNullable<ItemView['use']> =>
  use.flatMap(({ part, options: { group, options, none } }) => {
    const asked = parts.find(({ id }) => id === part)
    if (!asked) return []
    const told = options.map((each) => ({
      ...each,
      text: asked.options.find(({ id }) => id === each.option)?.text ?? '',
      right: asked.key.includes(each.option),
    }))
    return [{ part, group, options: told, none }]
  })

type Drawn = Pick<Attempt['paper']['questions'][number], 'questionId' | 'version'>

export const figuresView = async (exam: Exam, context: Looking): Promise<ExamFiguresView> => {
  const { hospitalId } = exam
  const [roster, attempts] = await Promise.all([rosterOf(hospitalId, context), wholeAttempts(exam, context)])
  const { questions, passedWithin, ...figures } = examFigures(attempts)
  const drawn: Drawn[] = questions
  const invited = invitedTo(exam, roster)
  const theirs = byPerson(attempts)
  const [versions, weak] = await Promise.all([
    context.questions.versions(drawn),
    weakViews(hospitalId, null, examShare(exam, satBy(roster, attempts)).weak, context.now),
  ])
  return {
    ...figures,
    invited: invited.length,
    ...leftOver(invited.map(({ candidate }) => ({ candidate, attempts: theirs.get(candidate.id) ?? [] }))),
    passedWithin,
    items: questions.flatMap((item) => {
      const version = versions.get(questionVersionKey(item.questionId, item.version))
      if (!version) return []
      const { content, number } = version
      return [
        {
          ...item,
          number,
          stem: content.stem,
          topic: content.topic,
          rule: partsOf(content)[0]?.rule ?? { document: '', article: '' },
          rightWithin: wilson(item.right.part, item.right.whole),
          misleading: isMisleading(item),
          use: item.use && usedIn(item.use, partsOf(content)),
        },
      ]
    }),
    weak,
  }
}

export const groupRow = (person: Rostered, member: GroupMember | null, names: Names): GroupRow => ({
  staffId: person.id,
  number: person.number,
  name: person.name,
  departmentName: (person.departmentId && names.get(person.departmentId)) ?? null,
  rev: member?.rev ?? null,
  groups: member?.groups ?? [],
})
