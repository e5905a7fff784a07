import type { DepartmentId, ExamId, HospitalId, StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import type { Corrections } from './grading'
import {
  type Audience,
  type Exam,
  type ExamPlan,
  EXTRA_MINUTES_MOST,
  type Regrade,
  REGRADES_MOST,
  type StaffGroup,
} from './exam.model'
import { drawPaper } from './paper.rules'
import type { PoolQuestion } from './pool.model'
import { questionVersionKey } from './question.model'
import { seedOf } from './seeded'

const MINUTE_MS = 60_000

interface Writing {
  readonly by: StaffId
  readonly now: Instant
}

/** 计划中, 未开始, 进行中, 已结束, 已取消. */
export type ExamPhase = 'planned' | 'coming' | 'open' | 'over' | 'cancelled'

export const phaseOf = ({ state, plan }: Pick<Exam, 'state' | 'plan'>, now: Instant): ExamPhase => {
  if (state !== 'announced') return state
  if (now < plan.opensAt) return 'coming'
  return now < plan.closesAt ? 'open' : 'over'
}

/** Somebody as an exam sees them. */
export interface Candidate {
  readonly id: StaffId
  readonly departmentId: DepartmentId | null
  readonly groups: readonly StaffGroup[]
}

export const isInvited = (audience: Audience, { id, departmentId, groups }: Candidate): boolean =>
  audience.kind === 'everybody' ||
  audience.people.includes(id) ||
  (departmentId !== null && audience.departments.includes(departmentId)) ||
  groups.some((group) => audience.groups.includes(group))

const isNobody = (audience: Audience): boolean =>
  audience.kind === 'chosen' && audience.departments.length + audience.groups.length + audience.people.length === 0

/** Which of its fields do not go together: the window, its length, nobody invited. */
const unsoundIn = (plan: ExamPlan, now: Instant): string[] => [
  ...(plan.closesAt <= now ? ['closesAt'] : []),
  ...(plan.closesAt - plan.opensAt < plan.minutes * MINUTE_MS ? ['minutes'] : []),
  ...(isNobody(plan.audience) ? ['audience'] : []),
]

export const planExam = (
  { id, hospitalId }: { readonly id: ExamId; readonly hospitalId: HospitalId },
  plan: ExamPlan,
  { by, now }: Writing,
) => {
  const unsound = unsoundIn(plan, now)
  if (unsound.length > 0) return err('exam.plan_unsound', unsound)
  return ok<Exam>({
    id,
    rev: 0,
    hospitalId,
    plan,
    state: 'planned',
    extraMinutes: 0,
    regrades: [],
    cancelled: null,
    createdBy: by,
    changedAt: now,
    changedBy: by,
  })
}

const unmet = (plan: ExamPlan, pool: readonly PoolQuestion[]) => {
  // Whether a draw exists does not depend on the seed.
  const drawn = drawPaper(plan, pool, seedOf(''))
  return drawn.met
    ? null
    : err(
        'exam.blueprint_unmet',
        drawn.shortage.cells.map((cell) => `blueprint.${cell}`),
      )
}

/** Whether an exam whose papers are still to be drawn could be drawn before and cannot be out of what is left. */
export const isLeftShort = (
  exams: readonly Exam[],
  { before, left }: { readonly before: readonly PoolQuestion[]; readonly left: readonly PoolQuestion[] },
  now: Instant,
): boolean =>
  exams.some((exam) => {
    const phase = phaseOf(exam, now)
    return (phase === 'coming' || phase === 'open') && unmet(exam.plan, left) !== null && !unmet(exam.plan, before)
  })

/** Until it opens. An announced exam stays one whose paper can be drawn. */
export const changeExam = (exam: Exam, plan: ExamPlan, pool: readonly PoolQuestion[], { by, now }: Writing) => {
  const phase = phaseOf(exam, now)
  if (phase !== 'planned' && phase !== 'coming') return err('exam.begun')
  const unsound = unsoundIn(plan, now)
  if (unsound.length > 0) return err('exam.plan_unsound', unsound)
  return (phase === 'coming' ? unmet(plan, pool) : null) ?? ok<Exam>({ ...exam, plan, changedAt: now, changedBy: by })
}

/** Candidates see it from now on. Refused while the bank cannot fill its blueprint. */
export const announceExam = (exam: Exam, pool: readonly PoolQuestion[], { by, now }: Writing) => {
  if (exam.state === 'announced') return ok(exam)
  if (exam.state === 'cancelled') return err('exam.cancelled')
  const unsound = unsoundIn(exam.plan, now)
  if (unsound.length > 0) return err('exam.plan_unsound', unsound)
  return unmet(exam.plan, pool) ?? ok<Exam>({ ...exam, state: 'announced', changedAt: now, changedBy: by })
}

/** What was handed in stays; nobody begins any more, and nothing counts as passed or missed. */
export const cancelExam = (exam: Exam, reason: string, { by, now }: Writing) => {
  if (exam.state === 'cancelled') return ok(exam)
  return ok<Exam>({ ...exam, state: 'cancelled', cancelled: { by, at: now, reason }, changedAt: now, changedBy: by })
}

/** More minutes for everybody who is sitting it, to `extraMinutes` in all: the same twice is the same. */
export const extendExam = (exam: Exam, extraMinutes: number, { by, now }: Writing) => {
  if (exam.extraMinutes === extraMinutes) return ok(exam)
  if (phaseOf(exam, now) !== 'open') return err('exam.not_open')
  if (extraMinutes < exam.extraMinutes || extraMinutes > EXTRA_MINUTES_MOST) return err('exam.extension_wrong')
  const closesAt = (exam.plan.closesAt + (extraMinutes - exam.extraMinutes) * MINUTE_MS) as Instant
  return ok<Exam>({ ...exam, extraMinutes, plan: { ...exam.plan, closesAt }, changedAt: now, changedBy: by })
}

/** Says how some versions are marked from now on. The same again is the same. */
export const regradeExam = (exam: Exam, regrade: Regrade) => {
  if (exam.regrades.some(({ id }) => id === regrade.id)) return ok(exam)
  if (exam.state === 'planned') return err('exam.not_announced')
  if (exam.regrades.length >= REGRADES_MOST) return err('exam.too_many_regrades')
  return ok<Exam>({
    ...exam,
    regrades: [...exam.regrades, regrade],
    changedAt: regrade.at,
    changedBy: regrade.by,
  })
}

/** What regrades say together; of the same version the last word counts. */
export const correctionsOf = (regrades: readonly Regrade[]): Corrections =>
  new Map(
    regrades.flatMap(({ corrections }) =>
      corrections.map((correction) => [
        questionVersionKey(correction.questionId, correction.version),
        correction.kind === 'everybody'
          ? ('everybody' as const)
          : { keys: new Map(correction.keys.map(({ part, key }) => [part, key])) },
      ]),
    ),
  )
