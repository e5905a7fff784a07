import type { FormFault } from '#domain/survey/form.checker'
import { faultInWords, questionName } from '#domain/survey/form.words'
import type { Form, QuestionId } from '#domain/survey/question.model'
import { Text, View } from '@tarojs/components'
import { Notice, type NoticeAction } from '../../ui/Notice'
import { asNewQuestion } from './form.edit'
import { freshQuestionId } from './form.ids'
import { mendsFor } from './form.mends'
import type { Draft } from './use-draft'

interface FaultNoticesProps {
  form: Form
  faults: readonly FormFault[]
  /** Questions that were asked with other answers under the same id. */
  rescaled: readonly QuestionId[]
  change: Draft['change']
  onChoose: (id: QuestionId) => void
}

const SHOWN = 3

/** What keeps the draft from being published, each with the obvious ways out. */
export const FaultNotices = ({ form, faults, rescaled, change, onChoose }: FaultNoticesProps) => {
  const look = (id: QuestionId | null): NoticeAction[] =>
    id === null ? [] : [{ text: `去看${questionName(form, id)}`, onTap: () => onChoose(id) }]
  const notices = [
    ...faults.map((fault, place) => ({
      key: `${fault.kind}-${fault.question ?? ''}-${place}`,
      ...faultInWords(form, fault),
      actions: [
        ...mendsFor(form, fault).map(({ text, mended }) => ({ text, onTap: () => change(() => mended) })),
        ...look(fault.question),
      ],
    })),
    ...rescaled.map((id) => ({
      key: `rescaled-${id}`,
      said: `${questionName(form, id)}换了答法`,
      todo: '以前收到的答案是按原来的答法记的，不能和新的放在一起算。当成新题，就从新版起重新算；要接着算，请改回原来的答法。',
      actions: [
        {
          text: '当成新题',
          onTap: () => {
            const newId = freshQuestionId(form, Math.random)
            change((before) => asNewQuestion(before, id, newId))
            onChoose(newId)
          },
        },
        ...look(id),
      ],
    })),
  ]
  return (
    <View>
      {notices.slice(0, SHOWN).map(({ key, said, todo, actions }) => (
        <View key={key} className="gap-3">
          <Notice tone="wait" icon="warning" announced="status" actions={actions}>
            <Text className="strong">{`${said}。`}</Text>
            {todo}
          </Notice>
        </View>
      ))}
      {notices.length > SHOWN ? (
        <View className="t4 c2 gap-3">{`还有 ${notices.length - SHOWN} 处，改好上面的就列出来。`}</View>
      ) : null}
    </View>
  )
}
