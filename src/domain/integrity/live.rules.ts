import type { DepartmentId, HospitalId, LiveId, StaffId } from '../ids'
import type { Instant } from '../instant'
import { err, ok } from '../result'
import { type Versions, verdictOf, versionOf } from './grading'
import {
  type JoinCode,
  type Live,
  LIVE_HOURS,
  type LiveAnswer,
  liveAnswerKey,
  type LiveSeat,
  type LiveStage,
  seatKey,
} from './live.model'
import { USUAL_MARKING } from './paper.model'
import { laidOut } from './paper.rules'
import { isPractised, type PoolQuestion } from './pool.model'
import { partsOf } from './question.parts'
import type { Topic } from './question.topics'
import { chanceFrom, type Seed, shuffled } from './seeded'

const HOUR_MS = 3_600_000

interface Opening {
  readonly id: LiveId
  readonly hospitalId: HospitalId
  readonly departmentId: DepartmentId | null
  readonly title: string
  readonly hostId: StaffId
  readonly code: JoinCode
  /** None: of any topic. */
  readonly topics: readonly Topic[]
  readonly count: number
}

/** Questions that one tap answers, of these topics; cases take longer than a lesson has. */
export const openLive = (
  { topics, count, ...about }: Opening,
  pool: readonly PoolQuestion[],
  { seed, now }: { readonly seed: Seed; readonly now: Instant },
) => {
  const chance = chanceFrom(seed)
  const fitting = pool
    .filter((question) => isPractised(question) && (topics.length === 0 || topics.includes(question.topic)))
    .sort((one, other) => (one.questionId < other.questionId ? -1 : 1))
  if (fitting.length < count) return err('live.no_questions')
  return ok<Live>({
    ...about,
    rev: 0,
    questions: shuffled(fitting, chance)
      .slice(0, count)
      .map((question) => laidOut(question, { cell: 0, marking: USUAL_MARKING, chance })),
    stage: { kind: 'waiting' },
    openedAt: now,
    endsAt: (now + LIVE_HOURS * HOUR_MS) as Instant,
  })
}

export const isRunning = ({ stage, endsAt }: Pick<Live, 'stage' | 'endsAt'>, now: Instant): boolean =>
  stage.kind !== 'ended' && now < endsAt

const isSameStage = (one: LiveStage, other: LiveStage): boolean =>
  one.kind === other.kind && ('at' in one ? one.at : -1) === ('at' in other ? other.at : -1)

const mayFollow = ({ stage, questions }: Live, next: LiveStage): boolean => {
  if (next.kind === 'ended') return true
  if (next.kind === 'shown') return stage.kind === 'asking' && stage.at === next.at
  if (next.kind !== 'asking' || next.at >= questions.length) return false
  return stage.kind === 'waiting' ? next.at === 0 : stage.kind === 'shown' && next.at === stage.at + 1
}

/** Questions that were on the screen so far; whoever ends early has asked no others. */
const askedSoFar = ({ stage, questions }: Live): Live['questions'] => {
  if (stage.kind === 'ended') return questions
  return questions.slice(0, stage.kind === 'waiting' ? 0 : stage.at + 1)
}

/** On to a stage by name, so that a second tap turns no second page. */
export const stepLive = (live: Live, next: LiveStage, { by, now }: { readonly by: StaffId; readonly now: Instant }) => {
  if (live.hostId !== by) return err('live.not_host')
  if (isSameStage(live.stage, next)) return ok(live)
  if (!isRunning(live, now)) return err('live.over')
  if (!mayFollow(live, next)) return err('live.step_wrong')
  return ok<Live>({ ...live, stage: next, questions: next.kind === 'ended' ? askedSoFar(live) : live.questions })
}

export const takeSeat = (
  live: Live,
  { staffId, departmentId, now }: { staffId: StaffId; departmentId: DepartmentId | null; now: Instant },
) => {
  if (!isRunning(live, now)) return err('live.over')
  return ok<LiveSeat>({
    id: seatKey(live.id, staffId),
    rev: 0,
    hospitalId: live.hospitalId,
    liveId: live.id,
    staffId,
    departmentId,
    at: now,
  })
}

/** An answer to the question that is on the screen, options by place. */
export const answerLive = (
  live: Live,
  {
    question,
    places,
    staffId,
  }: { readonly question: number; readonly places: readonly number[]; readonly staffId: StaffId },
  { versions, now }: { readonly versions: Versions; readonly now: Instant },
) => {
  if (!isRunning(live, now)) return err('live.over')
  const asked = live.questions[question]
  if (live.stage.kind !== 'asking' || live.stage.at !== question || !asked) return err('live.not_asking')
  const [part] = asked.parts
  const [content] = partsOf(versionOf(asked, versions).content)
  const chosen = part?.options.filter((_, place) => places.includes(place)) ?? []
  if (!content || chosen.length === 0) return err('live.not_asking')
  return ok<LiveAnswer>({
    id: liveAnswerKey(live.id, question, staffId),
    rev: 0,
    hospitalId: live.hospitalId,
    liveId: live.id,
    question,
    staffId,
    chosen,
    right: verdictOf(content, chosen) === 'right',
    at: now,
  })
}

export interface LiveTally {
  readonly answered: number
  readonly right: number
  /** By place of the option. */
  readonly chosen: number[]
}

/** What has come in to one question. */
export const tallyLive = (live: Live, question: number, answers: readonly LiveAnswer[]): LiveTally => {
  const those = answers.filter((answer) => answer.question === question)
  const [part] = live.questions[question]?.parts ?? []
  return {
    answered: those.length,
    right: those.filter(({ right }) => right).length,
    chosen: (part?.options ?? []).map((option) => those.filter(({ chosen }) => chosen.includes(option)).length),
  }
}

/** Whether what is right was shown of this question. */
export const isShown = ({ stage }: Pick<Live, 'stage'>, question: number): boolean =>
  stage.kind === 'ended' ||
  (stage.kind === 'shown' ? question <= stage.at : stage.kind === 'asking' && question < stage.at)

/** Whether it may be told outside the room: nobody answers it any more. */
export const isTold = (live: Live, question: number, now: Instant): boolean =>
  isShown(live, question) || !isRunning(live, now)
