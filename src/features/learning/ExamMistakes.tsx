import type { Instant } from '#domain/instant'
import type { ExamCard } from '#domain/integrity/exam.contract'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { attemptsLeft, percentWords, scoreWords, windowWords } from './learning.words'

/** What was right may be read: nobody can sit it any more, or it is told at once and there is no attempt left. */
const isTold = (card: ExamCard): boolean =>
  card.phase === 'over' || (card.keysShown === 'at_once' && attemptsLeft(card) === 0)

type Sat = ExamCard & { readonly best: NonNullable<ExamCard['best']> }

/** Exams whose answers are out and in which something was wrong. */
export const examsWithMistakes = (cards: readonly ExamCard[]): Sat[] =>
  cards.flatMap((card) =>
    card.best && isTold(card) && card.best.earned < card.best.possible ? [{ ...card, best: card.best }] : [],
  )

interface ExamMistakesProps {
  exams: readonly Sat[]
  now: Instant
  onExam: (exam: Sat) => void
}

/** What was wrong in exams, on the paper it was asked on. */
export const ExamMistakes = ({ exams, now, onExam }: ExamMistakesProps) =>
  exams.length === 0 ? null : (
    <View className="gap-6">
      <Head aside="看没答对的题和依据">考试里没答对的</Head>
      <View className="gap-2">
        <List label="考试里没答对的">
          {exams.map((exam) => (
            <Item
              key={exam.id}
              icon="exam"
              title={exam.title}
              detail={`${windowWords(exam, now)}，${scoreWords(exam.best)}，${percentWords(exam.best)}`}
              onTap={() => onExam(exam)}
            />
          ))}
        </List>
      </View>
    </View>
  )
