import type { AnswerValue } from '#domain/survey/path'
import { NUMBER_MOST, type Question, TEXT_MOST } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { ChoiceGroup } from '../ChoiceGroup'
import { Lead } from '../Lead'
import { Letter } from '../Letter'
import { TileGroup } from '../TileGroup'

interface QuestionViewProps {
  question: Question
  answer: AnswerValue | undefined
  /** undefined: taken back. */
  onAnswer: (answer: AnswerValue | undefined) => void
  error?: string
}

/** One question of a questionnaire, large enough for a thumb: its words and its answers. */
export const QuestionView = ({ question, answer, onAnswer, error }: QuestionViewProps) => {
  if (question.kind === 'section') return <Lead hint={question.hint ?? undefined}>{question.text}</Lead>
  return (
    <View>
      <Lead hint={question.hint ?? undefined}>{question.text}</Lead>
      {question.kind === 'single' || question.kind === 'scale' ? (
        <ChoiceGroup
          label={question.text}
          options={question.options.map(({ id, text }) => ({ value: id as string, title: text }))}
          value={typeof answer === 'string' ? answer : null}
          onChange={onAnswer}
        />
      ) : question.kind === 'multiple' ? (
        <ChoiceGroup
          multiple
          label={question.text}
          options={question.options.map(({ id, text }) => ({ value: id as string, title: text }))}
          value={Array.isArray(answer) ? (answer as string[]) : []}
          onChange={(chosen) => onAnswer(chosen.length > 0 ? chosen : undefined)}
        />
      ) : question.kind === 'number' ? (
        <TileGroup
          label={question.text}
          options={Array.from({ length: NUMBER_MOST + 1 }, (_, n) => ({ value: String(n), title: String(n) }))}
          value={typeof answer === 'number' ? String(answer) : null}
          onChange={(chosen) => onAnswer(Number(chosen))}
        />
      ) : (
        <Letter
          label={question.text}
          value={typeof answer === 'string' ? answer : ''}
          onInput={(text) => onAnswer(text === '' ? undefined : text)}
          limit={TEXT_MOST}
          error={error}
        />
      )}
    </View>
  )
}
