import type { DepartmentId, StaffId } from '../ids'
import type { Instant } from '../instant'
import type { Attempt } from './attempt.model'
import { bestOf } from './attempt.rules'
import type { Exam, StaffGroup } from './exam.model'
import { type Candidate, isInvited, phaseOf } from './exam.rules'
import { byTopic } from './grading'
import type { Topic } from './question.topics'

/** A share with what it is a share of. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** 0–1; null where there is nothing to divide by. */
export const shareOf = ({ part, whole }: Share): number | null => (whole === 0 ? null : part / whole)

/** What a record looks at: how it was handed in, and nothing of the paper. */
export type SatAttempt = Pick<Attempt, 'submitted' | 'result'>

/** What one exam was for one person: not invited, not begun, being sat, missed, handed in. */
export type ExamStanding = 'not_invited' | 'not_begun' | 'sitting' | 'missed' | 'failed' | 'passed'

export const standingIn = (
  exam: Exam,
  candidate: Candidate,
  attempts: readonly SatAttempt[],
  now: Instant,
): ExamStanding => {
  const best = bestOf(attempts)
  if (best?.result.passed) return 'passed'
  if (attempts.some(({ submitted }) => submitted === null)) return 'sitting'
  if (best) return 'failed'
  if (!isInvited(exam.plan.audience, candidate)) return 'not_invited'
  return phaseOf(exam, now) === 'over' ? 'missed' : 'not_begun'
}

export interface Sat {
  readonly candidate: Candidate
  /** Theirs of one exam, settled. */
  readonly attempts: readonly SatAttempt[]
}

/** Of those answered right, of those asked. */
export interface TopicShare {
  readonly topic: Topic
  readonly right: Share
}

/** Fewer people, and a topic would tell who knew what; fewer answers, and it tells nothing. */
export const WEAK_PEOPLE_FROM = 5
export const WEAK_ANSWERS_FROM = 10
/** A topic is weak where fewer per cent of its questions are answered right. */
export const WEAK_BELOW_PERCENT = 70

/** Fewer people, and how many passed tells somebody who may not read single results who did. */
export const RESULTS_PEOPLE_FROM = 5

const isTooFew = (people: number): boolean => people > 0 && people < RESULTS_PEOPLE_FROM

/** A group's results as somebody reads them who may read single ones (`people`) or may not. */
export const shownResults = (results: Share, { of, people }: { readonly of: number; readonly people: boolean }) =>
  people || !isTooFew(of) ? results : null

/**
 * Which of some groups, by how many people each has, keep their results back: those with too few, and, where these together
 * are too few as well, the smallest of the others, so that the whole less what is shown tells nothing of them.
 */
export const withheld = (people: readonly number[]): ReadonlySet<number> => {
  const bySize = people
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.count - other.count)
  const few = bySize.filter(({ count }) => isTooFew(count))
  const together = few.reduce((sum, { count }) => sum + count, 0)
  const beside = isTooFew(together) ? bySize.slice(few.length, few.length + 1) : []
  return new Set([...few, ...beside].map(({ at }) => at))
}

/** Right answers by topic over each one's best attempt. */
export const topicShares = (sat: readonly Sat[]): TopicShare[] => {
  const scores = sat.flatMap(({ attempts }) => byTopic(bestOf(attempts)?.result.slots ?? []))
  return [...new Set(scores.map(({ topic }) => topic))].map((topic) => {
    const those = scores.filter((score) => score.topic === topic)
    return {
      topic,
      right: {
        part: those.reduce((sum, { right }) => sum + right, 0),
        whole: those.reduce((sum, { asked }) => sum + asked, 0),
      },
    }
  })
}

/** The weakest first; null: too few people for any to be named. */
export const weakTopics = (sat: readonly Sat[]): TopicShare[] | null => {
  if (sat.filter(({ attempts }) => bestOf(attempts) !== null).length < WEAK_PEOPLE_FROM) return null
  return topicShares(sat)
    .filter(({ right }) => right.whole >= WEAK_ANSWERS_FROM && right.part * 100 < WEAK_BELOW_PERCENT * right.whole)
    .sort((one, other) => one.right.part * other.right.whole - other.right.part * one.right.whole)
}

/** How an exam went among some people (参与率、合格率、薄弱主题). */
export interface ExamShare {
  /** Who handed in, of those invited. */
  readonly took: Share
  /** Who passed, of those who handed in. */
  readonly passed: Share
  readonly weak: TopicShare[] | null
}

/** Those who were invited; whoever sat it without being invited any more counts as well. */
export const countedIn = (exam: Exam, sat: readonly Sat[]): Sat[] =>
  sat.filter(({ candidate, attempts }) => attempts.length > 0 || isInvited(exam.plan.audience, candidate))

export const examShare = (exam: Exam, sat: readonly Sat[]): ExamShare => {
  const counted = countedIn(exam, sat)
  const best = counted.map(({ attempts }) => bestOf(attempts)).filter((one) => one !== null)
  return {
    took: { part: best.length, whole: counted.length },
    passed: { part: best.filter(({ result }) => result.passed).length, whole: best.length },
    weak: weakTopics(counted),
  }
}

/** Of those who are invited now: how many have not handed in yet, and how many have passed with no attempt yet. */
export const leftOver = (invited: readonly Sat[]): { readonly notHandedIn: number; readonly notPassed: number } => {
  const best = invited.map(({ attempts }) => bestOf(attempts))
  return {
    notHandedIn: best.filter((one) => one === null).length,
    notPassed: best.filter((one) => !one?.result.passed).length,
  }
}

/** By department, those of no department under null. */
export const byDepartment = (exam: Exam, sat: readonly Sat[]): ReadonlyMap<DepartmentId | null, ExamShare> => {
  const departments = [...new Set(sat.map(({ candidate }) => candidate.departmentId))]
  return new Map(
    departments.map((department) => [
      department,
      examShare(
        exam,
        sat.filter(({ candidate }) => candidate.departmentId === department),
      ),
    ]),
  )
}

/** Coverage (覆盖) of a group: who of it passed at least one of these exams. */
export const coverageOf = (group: StaffGroup, members: readonly Candidate[], passed: ReadonlySet<StaffId>): Share => {
  const those = members.filter(({ groups }) => groups.includes(group))
  return { part: those.filter(({ id }) => passed.has(id)).length, whole: those.length }
}
