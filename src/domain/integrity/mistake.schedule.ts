import { type CardInput, createEmptyCard, fsrs, Rating, TypeConvert } from 'ts-fsrs'
import type { QuizQuestionId } from '../ids'
import type { Day } from '../instant'
import { type Mistake, RIGHT_IN_A_ROW } from './daily.model'

/** A mistake comes back within a quarter at the latest. */
const DAYS_MOST = 90

/** FSRS-6 with its usual parameters, in whole days and without chance: one practises once a day. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: DAYS_MOST })

// Days go in and out as midnights UTC, so that no time zone moves one.
const dateOf = (day: Day): Date => TypeConvert.time(`${day}T00:00:00Z`)
const dayOf = (date: Date): Day => date.toISOString().slice(0, 'YYYY-MM-DD'.length)

const MS_OF_DAY = 86_400_000

const cardOf = ({ due, last, stability, difficulty, reps, lapses, state }: Mistake): CardInput => ({
  due: dateOf(due),
  stability,
  difficulty,
  elapsed_days: 0,
  scheduled_days: Math.round((dateOf(due).getTime() - dateOf(last).getTime()) / MS_OF_DAY),
  learning_steps: 0,
  reps,
  lapses,
  state,
  last_review: dateOf(last),
})

const seenAs = (
  card: CardInput,
  {
    questionId,
    right,
    day,
    rightInARow,
  }: { questionId: QuizQuestionId; right: boolean; day: Day; rightInARow: number },
): Mistake => {
  const next = scheduler.next(card, dateOf(day), right ? Rating.Good : Rating.Again).card
  return {
    questionId,
    due: dayOf(next.due),
    last: day,
    stability: next.stability,
    difficulty: next.difficulty,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    rightInARow,
  }
}

/** A question that was got wrong for the first time. */
export const newMistake = (questionId: QuizQuestionId, day: Day): Mistake =>
  seenAs(createEmptyCard(dateOf(day)), { questionId, right: false, day, rightInARow: 0 })

/** A mistake answered again; null: right often enough, it leaves the book. */
export const answeredAgain = (mistake: Mistake, right: boolean, day: Day): Mistake | null => {
  const rightInARow = right ? mistake.rightInARow + 1 : 0
  if (rightInARow >= RIGHT_IN_A_ROW) return null
  return seenAs(cardOf(mistake), { questionId: mistake.questionId, right, day, rightInARow })
}

export const isDue = ({ due }: Pick<Mistake, 'due'>, day: Day): boolean => due <= day
