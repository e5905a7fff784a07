import { sentenceFor } from '#domain/errors'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import type { Ways } from './answering.ways'
import type { ClosedCode } from './send-answers'
import './answering.css'

const TITLES: Record<ClosedCode, string> = {
  'survey.not_open': '现在没有在收的问卷',
  'survey.already_answered': '已经收到过一份了',
  'survey.full': '这一期收满了',
  'survey.own_department': '这是您自己的科室',
  'survey.link_unknown': '这个链接打不开',
}

interface ClosedNoteProps {
  code: ClosedCode
  open: OpenSurvey | null
  ways: Ways
}

/** Nothing can be handed in here: why, and where what one has to say is heard. */
export const ClosedNote = ({ code, open, ways }: ClosedNoteProps) => {
  const { onComplain, onPraise, onLeave } = ways
  return (
    <Empty
      title={TITLES[code]}
      hint={sentenceFor(code)}
      action={
        <View className="answering-ways">
          {onComplain ? (
            <Button kind="quiet" wide icon="complaint" onTap={() => onComplain(open, '')}>
              投诉建议
            </Button>
          ) : null}
          {onPraise ? (
            <Button kind="quiet" wide icon="praise" onTap={() => onPraise(open)}>
              表扬感谢
            </Button>
          ) : null}
          <Button kind="text" wide onTap={onLeave}>
            返回
          </Button>
        </View>
      }
    />
  )
}
