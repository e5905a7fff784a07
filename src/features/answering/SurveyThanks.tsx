import type { OpenSurvey } from '#domain/survey/answering.contract'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { afterWords, thanksWords } from './answering.words'
import type { Door } from './answering.door'
import type { Ways } from './answering.ways'
import type { Stage } from './use-answering'
import './answering.css'

interface SurveyThanksProps {
  open: OpenSurvey
  door: Door
  stage: Extract<Stage, { kind: 'done' }>
  ways: Ways
}

/** It arrived: what happens with it, what answers led to before, and what may be said besides. Nothing goes out by itself. */
export const SurveyThanks = ({ open, door, stage, ways }: SurveyThanksProps) => {
  const { thanks, asked, words } = stage
  const { onComplain } = ways
  return (
    <View>
      <View className="thanks-water">
        <View className="thanks-rest" />
        <View className="motif motif-lotus thanks-lotus" />
        <View className="thanks-rest is-behind" />
      </View>
      <Lead>{thanksWords(thanks.answered, asked)}</Lead>
      <View className="thanks-after">{afterWords(door, thanks.counted, open.shownFrom)}</View>
      {thanks.concerns.includes('report') ? (
        <View className="thanks-part">
          <Head>要不要说说红包的事？</Head>
          <View className="thanks-words">
            这份评价不记名，光凭它查不下去。想让人查，请直接告诉下面的人，那里替您保密；您不说，什么也不会发出去。
          </View>
          <View className="thanks-act">{ways.report}</View>
        </View>
      ) : null}
      {onComplain && thanks.concerns.includes('complaint') ? (
        <View className="thanks-part">
          <Head>要不要把这件事说清楚？</Head>
          <View className="thanks-words">
            评价不记名，没法单独答复您。写成投诉就有人查，有人答复。开头替您写好了，能改；您不交，什么也不会发出去。
          </View>
          <View className="thanks-act">
            <Button kind="quiet" icon="complaint" onTap={() => onComplain(open, words)}>
              写成投诉
            </Button>
          </View>
        </View>
      ) : null}
      {open.changed ? (
        <View className="thanks-part">
          <Head>上次的回答，换来这件事</Head>
          <View className="thanks-vow">{`${open.changed.said}${open.changed.done}`}</View>
          {open.changed.departmentName ? <View className="thanks-where">{open.changed.departmentName}</View> : null}
          <LinkText onTap={ways.onChanged}>看看还改了什么</LinkText>
        </View>
      ) : null}
    </View>
  )
}

export const ThanksDock = ({ open, ways }: { open: OpenSurvey; ways: Ways }) => {
  const { onPraise, onDone } = ways
  return (
    <>
      {onPraise ? (
        <Button kind="quiet" grow icon="praise" onTap={() => onPraise(open)}>
          表扬一个人
        </Button>
      ) : null}
      <Button kind="quiet" grow onTap={onDone}>
        完成
      </Button>
    </>
  )
}
