import type { AnswerValue } from '#domain/survey/path'
import { type AskedQuestion, type Question, TEXT_MOST } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { ChoiceGroup } from '../ChoiceGroup'
import { FieldError } from '../FieldError'
import { Lead } from '../Lead'
import { Letter } from '../Letter'
import { NumberTiles } from './NumberTiles'
import './QuestionView.css'

interface QuestionViewProps {
  question: Question
  answer: AnswerValue | undefined
  /** undefined: taken back. */
  onAnswer: (answer: AnswerValue | undefined) => void
  error?: string
  /** A line above the question: which part of the questionnaire. */
  above?: ReactNode
  /** Where the draft of words is, once it is there. */
  saved?: string
}

/** One question of a questionnaire, large enough for a thumb: its words and its answers. */
export const QuestionView = ({ question, answer, onAnswer, error, above, saved }: QuestionViewProps) => {
  const id = useId()
  if (question.kind === 'section') return <Lead hint={question.hint ?? undefined}>{question.text}</Lead>
  const hint = hintOf(question)
  return (
    <View>
      <Lead above={above} hint={hint}>
        {question.text}
      </Lead>
      {error && question.kind !== 'text' ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <View className="question-answers">
        <AnswersOf question={question} answer={answer} onAnswer={onAnswer} error={error} saved={saved} />
      </View>
    </View>
  )
}

const hintOf = (question: AskedQuestion): string | undefined => {
  if (question.kind !== 'multiple') return question.hint ?? undefined
  return question.hint ? `${question.hint}（可以选几项）` : '可以选几项'
}

type MultipleOptions = Extract<Question, { kind: 'multiple' }>['options']

/** What stays chosen: 「都没有」 excludes the others, and any other excludes it. */
const settled = (options: MultipleOptions, before: readonly string[], chosen: readonly string[]): string[] => {
  const added = chosen.find((one) => !before.includes(one))
  const isAlone = (one: string) => options.some(({ id, alone }) => id === one && alone)
  if (added !== undefined && isAlone(added)) return [added]
  return options.map(({ id }) => id).filter((one) => chosen.includes(one) && (added === undefined || !isAlone(one)))
}

type AnswersProps = Omit<QuestionViewProps, 'question' | 'above'> & { question: AskedQuestion }

const AnswersOf = ({ question, answer, onAnswer, error, saved }: AnswersProps) => {
  switch (question.kind) {
    case 'single':
    case 'scale':
      return (
        <ChoiceGroup
          label={question.text}
          options={question.options.map(({ id, text }) => ({ value: id as string, title: text }))}
          value={typeof answer === 'string' ? answer : null}
          onChange={onAnswer}
        />
      )
    case 'multiple': {
      const before = Array.isArray(answer) ? (answer as readonly string[]) : []
      return (
        <ChoiceGroup
          multiple
          label={question.text}
          options={question.options.map(({ id, text }) => ({ value: id as string, title: text }))}
          value={before}
          onChange={(chosen) => {
            const kept = settled(question.options, before, chosen)
            onAnswer(kept.length > 0 ? kept : undefined)
          }}
        />
      )
    }
    case 'number':
      return (
        <NumberTiles
          label={question.text}
          low={question.low}
          high={question.high}
          value={typeof answer === 'number' ? answer : null}
          onChange={onAnswer}
        />
      )
    case 'text':
      return (
        <Letter
          label={question.text}
          value={typeof answer === 'string' ? answer : ''}
          onInput={(text) => onAnswer(text === '' ? undefined : text)}
          limit={TEXT_MOST}
          saved={saved}
          error={error}
        />
      )
  }
}
