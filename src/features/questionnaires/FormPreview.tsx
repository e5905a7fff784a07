import { type AnswerValue, walk } from '#domain/survey/path'
import { type Answers, type Form, isAsked, type QuestionId } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { Lead } from '../../ui/Lead'
import { QuestionView } from '../../ui/question/QuestionView'
import { semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import './FormPreview.css'

interface FormPreviewProps {
  form: Form
  /** The question that is worked on. */
  chosen: QuestionId | null
  onChoose: (id: QuestionId) => void
}

/** The questionnaire as it will look on a phone, walked by its own branches. What is tapped here is kept nowhere. */
export const FormPreview = ({ form, chosen, onChoose }: FormPreviewProps) => {
  const { elder: isElderPage } = useAppearance()
  const [wantsElder, setWantsElder] = useState(true)
  const [answers, setAnswers] = useState<Answers>({})
  const isElder = isElderPage || wantsElder
  const path = walk(form, answers)
  const question = form.questions.find(({ id }) => id === chosen) ?? path[0]
  const place = path.findIndex((each) => each.id === question?.id)
  // Looked at out of turn: these answers do not lead to it.
  const isAside = place < 0
  const next = isAside ? undefined : path[place + 1]
  const previous = isAside ? undefined : path[place - 1]
  const asked = path.filter(isAsked)
  const step = question ? asked.findIndex(({ id }) => id === question.id) + 1 : 0
  const answer = (value: AnswerValue | undefined) => {
    if (!question) return
    const { [question.id]: _before, ...others } = answers
    setAnswers(value === undefined ? others : { ...others, [question.id]: value })
  }
  const again = () => {
    setAnswers({})
    const [first] = form.questions
    if (first) onChoose(first.id)
  }
  return (
    <View className="preview" {...semantics({ role: 'region', label: '手机上的样子' })}>
      <View className="preview-modes" {...semantics({ role: 'group', label: '用哪一版看' })}>
        {isElderPage ? (
          <View className="t4">您开着长辈版，这里也是长辈版。</View>
        ) : (
          <>
            <View className="edit-chip">
              <Chip pressed={!isElder} onTap={() => setWantsElder(false)}>
                普通版
              </Chip>
            </View>
            <View className="edit-chip">
              <Chip pressed={isElder} onTap={() => setWantsElder(true)}>
                长辈版
              </Chip>
            </View>
          </>
        )}
        <View className="preview-place">试着答，不会存下来</View>
      </View>
      <View
        className={classNames('preview-phone', isElder ? 'mode-elder' : 'is-plain')}
        {...semantics({ role: 'group', label: isElder ? '长辈版预览' : '普通版预览' })}
      >
        <View className="preview-screen">
          <View className="preview-step">
            {isAside
              ? '照现在的答案走不到这一题'
              : question?.kind === 'section'
                ? '小标题'
                : `第 ${step} 题，共 ${asked.length} 题`}
          </View>
          {question ? (
            question.text === '' ? (
              <Lead>（还没写）</Lead>
            ) : (
              <QuestionView question={question} answer={answers[question.id]} onAnswer={answer} />
            )
          ) : null}
        </View>
        <View className="preview-dock">
          {previous ? (
            <View className="preview-back">
              <Button kind="quiet" label="预览里的上一题" onTap={() => onChoose(previous.id)}>
                上一题
              </Button>
            </View>
          ) : null}
          {next ? (
            <Button grow label="预览里的下一题" onTap={() => onChoose(next.id)}>
              下一题
            </Button>
          ) : isAside ? (
            <Button grow kind="quiet" label="预览从头走" onTap={again}>
              从头走
            </Button>
          ) : (
            <Button grow label="预览走完了，再来" onTap={again}>
              走完了，再来
            </Button>
          )}
        </View>
      </View>
    </View>
  )
}
