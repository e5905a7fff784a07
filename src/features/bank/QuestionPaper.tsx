import type { QuestionContent } from '#domain/integrity/question.model'
import { questionKindNames } from '#domain/integrity/question.model'
import { type AskedPart, partsOf } from '#domain/integrity/question.parts'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { Head } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { Explanation } from './Explanation'

const letterAt = (place: number): string => String.fromCharCode(65 + place)

interface QuestionPaperProps {
  content: QuestionContent
  /** What it begins with, a stem or a story, is read over it. */
  isHeaded?: boolean
}

/** A whole question as it lies in the bank, with what is right marked and why. */
export const QuestionPaper = ({ content, isHeaded = false }: QuestionPaperProps) => {
  const isCase = content.kind === 'case'
  return (
    <View className="question-paper">
      {isCase && !isHeaded ? <View className="question-story">{content.stem || '还没有写经过'}</View> : null}
      {partsOf(content).map((part, at) => (
        <View key={part.id} className={isCase ? 'gap-5' : undefined}>
          {isCase ? <Head aside={questionKindNames[part.kind]}>{`第 ${at + 1} 小题`}</Head> : null}
          <PartPaper part={part} hasStem={isCase || !isHeaded} />
        </View>
      ))}
    </View>
  )
}

const PartPaper = ({ part, hasStem }: { part: AskedPart; hasStem: boolean }) => (
  <View>
    {hasStem ? <View className="question-stem">{part.stem || '还没有写题干'}</View> : null}
    <View className="question-options" {...semantics({ role: 'list', label: '选项' })}>
      {part.options.map(({ id, text }, place) => {
        const isRight = part.key.includes(id)
        return (
          <View
            key={id}
            className={classNames('question-option', isRight && 'is-right')}
            {...semantics({ role: 'listitem' })}
          >
            <View className="question-option-mark">
              {isRight ? <Icon name="tick" size="s" /> : null}
              {isRight ? <View className="spoken">正确答案</View> : null}
            </View>
            <View className="grow">
              {part.kind === 'true_false' ? text : `${letterAt(place)}　${text || '（还没写）'}`}
            </View>
          </View>
        )
      })}
    </View>
    {part.fixedOrder && part.kind !== 'true_false' ? (
      <View className="gap-2 t4 c3">选项按这个顺序给每个人看，不打乱。</View>
    ) : null}
    <Explanation part={part} />
  </View>
)
