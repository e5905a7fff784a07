import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { LinkText } from '../../ui/LinkText'
import type { NoticeAction } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { useAppearance } from '../../ui/useAppearance'
import { useKeys } from '../../ui/useKeys'
import { AnswerCard } from './AnswerCard'
import { ExamClock, ExamQuestion } from './ExamPaper'
import { handInWords } from './learning.words'
import type { OpenedPaper } from './opened.paper'
import { countsOf, placesOf } from './paper.places'
import { usePaper } from './use-paper'

/** px of a screen on which a question and three rows of the answer sheet stand together. */
const TALL = 700

const isTall = (): boolean =>
  (process.env.TARO_ENV === 'weapp' ? Taro.getWindowInfo().windowHeight : window.innerHeight) >= TALL

interface SittingExamProps {
  opened: OpenedPaper
  /** Without so many answers that waited on this device. */
  onOver: (unheard: number) => void
  onLeave: () => void
  /** The way on for somebody whose session ended on the way. */
  signIn?: NoticeAction
}

/** An exam being sat. */
export const SittingExam = ({ opened, onOver, onLeave, signIn }: SittingExamProps) => {
  const { paper } = opened
  const places = useMemo(() => placesOf(paper.questions), [paper.questions])
  const hand = usePaper({ opened, places: places.length, onOver })
  const { elder } = useAppearance()
  // Until it is opened or closed by hand.
  const [turned, setTurned] = useState<boolean | null>(null)
  const folded = turned ?? (elder || !isTall())
  const [asked, setAsked] = useState<'hand-in' | 'leave' | null>(null)
  const { at, standings } = hand
  const place = places[at]
  const isLast = at === places.length - 1
  const isUp = hand.left === 0

  const show = (next: number) => {
    if (next < 0 || next >= places.length) return
    hand.show(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const flag = () => {
    if (place) hand.flag(place.asked.slot)
  }
  useKeys({ j: () => show(at + 1), k: () => show(at - 1), f: flag })
  const isFlagged = place ? hand.standingAt(place.asked.slot).flagged : false
  const card = { places, standings, at, onShow: show }

  return (
    <Page
      title={paper.title}
      density="desk"
      className="exam-page"
      onBack={() => setAsked('leave')}
      dock={
        <>
          <View className="exam-under">
            <AnswerCard {...card} folded={folded} onFold={() => setTurned(!folded)} />
          </View>
          <View className="exam-buttons">
            <Button
              kind="quiet"
              icon="flag"
              disabled={isUp}
              label={isFlagged ? '不用再看了' : '想再看，做个记号'}
              onTap={flag}
            >
              {isFlagged ? '不用再看' : '想再看'}
            </Button>
            {isLast || isUp ? (
              <Button
                grow
                busy={hand.handing}
                busyText="正在交卷"
                onTap={() => (isUp ? hand.handIn() : setAsked('hand-in'))}
              >
                交卷
              </Button>
            ) : (
              <Button grow onTap={() => show(at + 1)}>
                下一题
              </Button>
            )}
          </View>
        </>
      }
    >
      <ExamClock hand={hand} />
      <View className="exam-sheet">
        <View>
          {place ? (
            <ExamQuestion
              key={place.asked.slot}
              place={place}
              questions={paper.questions.length}
              hand={hand}
              signIn={signIn}
            />
          ) : null}
          <View className="exam-turn">
            {at > 0 ? (
              <LinkText role="button" onTap={() => show(at - 1)}>
                上一题
              </LinkText>
            ) : (
              <View />
            )}
            {isLast || isUp ? null : (
              <LinkText role="button" onTap={() => setAsked('hand-in')}>
                不往下做了，交卷
              </LinkText>
            )}
          </View>
        </View>
        <View className="exam-beside">
          <AnswerCard {...card} whole />
        </View>
      </View>
      {asked === 'hand-in' ? (
        <ConfirmDialog
          title="现在交卷吗？"
          detail={handInWords(countsOf(places, standings))}
          confirm="交卷"
          cancel="再看看"
          busy={hand.handing}
          onConfirm={() => {
            setAsked(null)
            hand.handIn()
          }}
          onCancel={() => setAsked(null)}
        />
      ) : null}
      {asked === 'leave' ? (
        <ConfirmDialog
          title="先离开这份卷吗？"
          detail="答案都存着，回来从这里接着答；时间照走，离开会记一次，不扣分。"
          confirm="先离开"
          cancel="接着答"
          onConfirm={onLeave}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </Page>
  )
}
