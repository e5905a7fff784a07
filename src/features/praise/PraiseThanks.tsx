import type { Instant } from '#domain/instant'
import type { PraiseProgress } from '#domain/survey/praise.contract'
import { View } from '@tarojs/components'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Motif } from '../../ui/Motif'
import { Notice } from '../../ui/Notice'
import { PromiseNote } from '../../ui/PromiseNote'
import { dayOf } from './praise.words'
import './PraisePaper.css'

interface PraiseThanksProps {
  progress: PraiseProgress
  /** This phone remembers it and can say later what became of it. */
  remembered: boolean
  now: Instant
  onWall: () => void
}

/** After it arrived: what happens next, by when, and who sees it. */
export const PraiseThanks = ({ progress, remembered, now, onWall }: PraiseThanksProps) => (
  <View>
    <Motif />
    <Lead hint="您的话，我们去带到。">收到了，谢谢您说出来。</Lead>
    <View className="praise-part">
      <PromiseNote
        firm
        next="满意度专员看过，转给本人和科里。"
        by={`最晚 ${dayOf(progress.passOnBy, now)}带到。`}
        seenBy={
          progress.mayPublish
            ? '本人和科里；姓名去掉以后，可能登在感谢墙上，不写您是谁。'
            : '只有本人和科里，还有转交的满意度专员。'
        }
      />
    </View>
    <View className="gap-4">
      {remembered ? (
        <View className="t4 c2">带到了，在这台手机的“表扬感谢”里告诉您。</View>
      ) : (
        <Notice tone="wait">这台手机存满了，记不住这一条：话照样带到，只是没法在这里告诉您。</Notice>
      )}
    </View>
    <View className="gap-4">
      <LinkText onTap={onWall}>看看感谢墙</LinkText>
    </View>
  </View>
)
