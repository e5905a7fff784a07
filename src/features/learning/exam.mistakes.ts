import type { ExamCard } from '#domain/integrity/exam.contract'
import { attemptsLeft } from './learning.words'

/**
 * What was right may be read: nobody can sit it any more, or it is told at once and there is no attempt left; of a cancelled
 * one when it would have closed.
 */
const isTold = (card: ExamCard): boolean => {
  if (card.phase === 'cancelled') return card.now >= card.closesAt
  return card.phase === 'over' || (card.keysShown === 'at_once' && attemptsLeft(card) === 0)
}

export type SatExam = ExamCard & { readonly best: NonNullable<ExamCard['best']> }

/** Exams whose answers are out and in which something was wrong. */
export const examsWithMistakes = (cards: readonly ExamCard[]): SatExam[] =>
  cards.flatMap((card) =>
    card.best && isTold(card) && card.best.earned < card.best.possible ? [{ ...card, best: card.best }] : [],
  )
