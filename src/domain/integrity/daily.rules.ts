import type { HospitalId, QuizQuestionId, StaffId } from '../ids'
import { beijingDay, type Day, type Instant } from '../instant'
import { err, ok } from '../result'
import { DAILY_QUESTIONS, type DailyAnswer, type Learner } from './daily.model'
import { type Versions, verdictOf, versionOf } from './grading'
import { answeredAgain, isDue, newMistake } from './mistake.schedule'
import { USUAL_MARKING } from './paper.model'
import { laidOut } from './paper.rules'
import { isPractised, type PoolQuestion } from './pool.model'
import { partsOf } from './question.parts'
import type { Topic } from './question.topics'
import { type Chance, chanceFrom, seedOf, shuffled } from './seeded'

export const startLearner = (id: StaffId, hospitalId: HospitalId): Learner => ({
  id,
  rev: 0,
  hospitalId,
  today: null,
  mistakes: [],
  seen: {},
  examined: [],
  years: {},
})

/** One of each topic in turn, topics in the order in which they are first met. */
const inTurn = (items: readonly PoolQuestion[]): PoolQuestion[] => {
  const rounds = new Map<Topic, number>()
  const placed = items.map((item) => {
    const round = rounds.get(item.topic) ?? 0
    rounds.set(item.topic, round + 1)
    return { item, round }
  })
  return placed.sort((one, other) => one.round - other.round).map(({ item }) => item)
}

/** By topic: how much of what is published somebody has met already, from 0 to 1. */
const metShare = (pool: readonly PoolQuestion[], { seen }: Pick<Learner, 'seen'>): ReadonlyMap<Topic, number> => {
  const counts = new Map<Topic, { met: number; all: number }>()
  for (const { questionId, topic } of pool) {
    const { met, all } = counts.get(topic) ?? { met: 0, all: 0 }
    counts.set(topic, { met: met + (seen[questionId] ? 1 : 0), all: all + 1 })
  }
  return new Map([...counts].map(([topic, { met, all }]) => [topic, met / all]))
}

const compare = <T>(one: T, other: T): number => (one < other ? -1 : Number(one > other))

/**
 * Five for a day: mistakes that are due, the longest due first; then what was never met, topics that were met least first;
 * then what was met longest ago; last, mistakes before their day. Among those topics take turns.
 */
export const chooseFive = (
  pool: readonly PoolQuestion[],
  learner: Pick<Learner, 'mistakes' | 'seen'>,
  day: Day,
  chance: Chance,
) => {
  const mixed = shuffled(
    pool.filter(isPractised).sort((one, other) => compare(one.questionId, other.questionId)),
    chance,
  )
  const mistakes = new Map(learner.mistakes.map((mistake) => [mistake.questionId, mistake]))
  const share = metShare(mixed, learner)
  const dueOf = ({ questionId }: PoolQuestion) => mistakes.get(questionId)?.due ?? ''
  const wrong = mixed.filter(({ questionId }) => mistakes.has(questionId)).sort((a, b) => compare(dueOf(a), dueOf(b)))
  const others = mixed.filter(({ questionId }) => !mistakes.has(questionId))
  const fresh = others
    .filter(({ questionId }) => !learner.seen[questionId])
    .sort((a, b) => compare(share.get(a.topic) ?? 0, share.get(b.topic) ?? 0))
  const met = others
    .filter(({ questionId }) => learner.seen[questionId])
    .sort((a, b) => compare(learner.seen[a.questionId]?.day ?? '', learner.seen[b.questionId]?.day ?? ''))
  const due = wrong.filter((question) => dueOf(question) <= day)
  const later = wrong.filter((question) => dueOf(question) > day)
  return [...inTurn(due), ...inTurn(fresh), ...inTurn(met), ...later].slice(0, DAILY_QUESTIONS)
}

/** Today's five: as they were chosen when the first was opened, on whatever device. */
export const openDaily = (learner: Learner, pool: readonly PoolQuestion[], now: Instant) => {
  const day = beijingDay(now)
  if (learner.today?.day === day) return ok(learner)
  const chance = chanceFrom(seedOf(`${learner.id}|${day}`))
  const five = chooseFive(pool, learner, day, chance)
  if (five.length === 0) return err('daily.none')
  const questions = five.map((question) => laidOut(question, { cell: 0, marking: USUAL_MARKING, chance }))
  return ok<Learner>({ ...learner, today: { day, questions, answers: [] } })
}

const afterAnswer = (
  learner: Learner,
  { questionId, right }: DailyAnswer,
  day: Day,
): Pick<Learner, 'mistakes' | 'seen'> => {
  const before = learner.mistakes.find((mistake) => mistake.questionId === questionId)
  const others = learner.mistakes.filter((mistake) => mistake !== before)
  const first = right ? null : newMistake(questionId, day)
  const kept = before ? answeredAgain(before, right, day) : first
  return { mistakes: kept ? [...others, kept] : others, seen: { ...learner.seen, [questionId]: { day, right } } }
}

const practised = (learner: Learner, right: boolean, day: Day): Learner['years'] => {
  const year = day.slice(0, 4)
  const before = learner.years[year] ?? { days: 0, answered: 0, right: 0 }
  const isFirstToday = learner.today?.answers.length === 0
  return {
    ...learner.years,
    [year]: {
      days: before.days + (isFirstToday ? 1 : 0),
      answered: before.answered + 1,
      right: before.right + (right ? 1 : 0),
    },
  }
}

/**
 * One of today's five answered, options by their place. The first answer counts: what comes after it has been told what is
 * right. Past midnight the five of the day before are not answered any more.
 */
export const answerDaily = (
  learner: Learner,
  { questionId, places }: { readonly questionId: QuizQuestionId; readonly places: readonly number[] },
  { versions, now }: { readonly versions: Versions; readonly now: Instant },
) => {
  const { today } = learner
  const day = beijingDay(now)
  const question = today?.questions.find((each) => each.questionId === questionId)
  if (!today || today.day !== day || !question) return err('daily.not_asked')
  const given = today.answers.find((answer) => answer.questionId === questionId)
  if (given) return ok({ learner, answer: given })
  const [part] = question.parts
  const [asked] = partsOf(versionOf(question, versions).content)
  if (!part || !asked) return err('daily.not_asked')
  const chosen = part.options.filter((_, place) => places.includes(place))
  const right = verdictOf(asked, chosen) === 'right'
  const answer: DailyAnswer = { questionId, chosen, right, at: now }
  return ok({
    learner: {
      ...learner,
      ...afterAnswer(learner, answer, day),
      years: practised(learner, right, day),
      today: { ...today, answers: [...today.answers, answer] },
    },
    answer,
  })
}

/** What lies in the book of mistakes, the next to come back first; what is not in use any more is left out. */
export const mistakeBook = (learner: Pick<Learner, 'mistakes'>, pool: readonly PoolQuestion[], day: Day) => {
  const inUse = new Map(pool.map((question) => [question.questionId, question]))
  return learner.mistakes
    .flatMap((mistake) => {
      const question = inUse.get(mistake.questionId)
      return question ? [{ mistake, question, isDue: isDue(mistake, day) }] : []
    })
    .sort((one, other) => compare(one.mistake.due, other.mistake.due))
}

export interface TopicProgress {
  readonly topic: Topic
  /** Published, met at least once, and right the last time. */
  readonly all: number
  readonly met: number
  readonly right: number
}

/** Progress by topic (学习进度), in the order of the topics; topics without questions are left out. */
export const progressByTopic = (
  pool: readonly PoolQuestion[],
  { seen }: Pick<Learner, 'seen'>,
  order: readonly Topic[],
): TopicProgress[] =>
  order.flatMap((topic) => {
    const those = pool.filter((question) => isPractised(question) && question.topic === topic)
    if (those.length === 0) return []
    const last = those.flatMap(({ questionId }) => seen[questionId] ?? [])
    return [{ topic, all: those.length, met: last.length, right: last.filter(({ right }) => right).length }]
  })
