import type { QuestionContent, OptionId } from '#domain/integrity/question.model'
import { questionKindNames } from '#domain/integrity/question.model'
import { type AskedPart, partsOf } from '#domain/integrity/question.parts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { classNames } from '../../ui/class-names'
import { Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import { Explanation } from './Explanation'

const verdictOf = (isRight: boolean, isChosen: boolean) => (isRight ? 'right' : isChosen ? 'wrong' : undefined)

const tagOf = (isRight: boolean, isChosen: boolean): string | undefined =>
  isRight ? '正确' : isChosen ? '您选的' : undefined

/** A question as it will look on a phone, to be tried: what is tapped here is kept nowhere. */
export const QuestionPreview = ({ content }: { content: QuestionContent }) => {
  const { elder: isElderPage } = useAppearance()
  const [wantsElder, setWantsElder] = useState(false)
  const [place, setPlace] = useState(0)
  const [chosen, setChosen] = useState<readonly OptionId[]>([])
  const [isTold, setIsTold] = useState(false)
  const isElder = isElderPage || wantsElder
  const parts = partsOf(content)
  const at = Math.min(place, parts.length - 1)
  const part = parts[at]
  const step = (to: number) => {
    setPlace(to)
    setChosen([])
    setIsTold(false)
  }
  return (
    <View {...semantics({ role: 'region', label: '手机上的样子' })}>
      <View className="preview-modes" {...semantics({ role: 'group', label: '用哪一版看' })}>
        {isElderPage ? (
          <View className="t4">您开着长辈版，这里也是长辈版。</View>
        ) : (
          <>
            <View className="bank-chip">
              <Chip pressed={!isElder} onTap={() => setWantsElder(false)}>
                普通版
              </Chip>
            </View>
            <View className="bank-chip">
              <Chip pressed={isElder} onTap={() => setWantsElder(true)}>
                长辈版
              </Chip>
            </View>
          </>
        )}
      </View>
      <View
        className={classNames('preview-phone', isElder ? 'mode-elder' : 'is-plain')}
        {...semantics({ role: 'group', label: isElder ? '长辈版预览' : '普通版预览' })}
      >
        <View className="preview-screen">
          {part ? (
            <>
              <View className="preview-step">
                {parts.length > 1
                  ? `案例 · 第 ${at + 1} 小题，共 ${parts.length} 题 · ${questionKindNames[part.kind]}`
                  : questionKindNames[part.kind]}
              </View>
              {content.kind === 'case' && content.stem ? <View className="question-story">{content.stem}</View> : null}
              <Lead>{part.stem || '（还没写）'}</Lead>
              <Answers
                part={part}
                chosen={chosen}
                isTold={isTold}
                onChoose={(id) =>
                  setChosen(
                    part.kind !== 'multiple'
                      ? [id]
                      : chosen.includes(id)
                        ? chosen.filter((each) => each !== id)
                        : [...chosen, id],
                  )
                }
              />
              {isTold ? <Explanation part={part} /> : null}
            </>
          ) : null}
        </View>
        <View className="preview-dock">
          {!isTold ? (
            <Button
              grow
              label="预览里看答案"
              disabledBecause={chosen.length === 0 ? '先选一个试试' : undefined}
              onTap={() => setIsTold(true)}
            >
              看答案
            </Button>
          ) : at < parts.length - 1 ? (
            <Button grow label="预览里的下一小题" onTap={() => step(at + 1)}>
              下一小题
            </Button>
          ) : (
            <Button grow kind="quiet" label="预览再来一遍" onTap={() => step(0)}>
              再来一遍
            </Button>
          )}
        </View>
      </View>
    </View>
  )
}

interface AnswersProps {
  part: AskedPart
  chosen: readonly OptionId[]
  isTold: boolean
  onChoose: (id: OptionId) => void
}

const Answers = ({ part, chosen, isTold, onChoose }: AnswersProps) => (
  <View
    className="preview-answers"
    {...semantics({ role: part.kind === 'multiple' ? 'group' : 'radiogroup', label: part.stem || '选项' })}
  >
    {part.options.map(({ id, text }) => {
      const isChosen = chosen.includes(id)
      const isRight = part.key.includes(id)
      return (
        <View key={id} className="preview-answer">
          <Choice
            kind={part.kind === 'multiple' ? 'checkbox' : 'radio'}
            title={text || '（还没写）'}
            selected={isChosen}
            verdict={isTold ? verdictOf(isRight, isChosen) : undefined}
            tag={isTold ? tagOf(isRight, isChosen) : undefined}
            onTap={() => {
              if (!isTold) onChoose(id)
            }}
          />
        </View>
      )
    })}
  </View>
)
