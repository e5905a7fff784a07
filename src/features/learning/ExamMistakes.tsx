import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import type { SatExam } from './exam.mistakes'
import { percentWords, scoreWords, windowWords } from './learning.words'

interface ExamMistakesProps {
  exams: readonly SatExam[]
  now: Instant
  onExam: (exam: SatExam) => void
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
