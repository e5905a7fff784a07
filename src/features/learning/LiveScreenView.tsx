import { sentenceFor } from '#domain/errors'
import type { LiveId } from '#domain/ids'
import type { LiveScreen } from '#domain/integrity/live.contract'
import type { LiveStage } from '#domain/integrity/live.model'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { drawnSquare } from '../../files/scan.square'
import { routes } from '../../routes'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Icon } from '../../ui/Icon'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { ScanSquare } from '../../ui/ScanSquare'
import { semantics } from '../../ui/semantics'
import { Explanation, Stem } from './Asked'
import { learningApi } from './learning.api'
import { letterOf } from './learning.words'
import {
  answeredWords,
  codeInGroups,
  resultWords,
  stageWords,
  stepAfter,
  stepWords,
  TOO_FEW_ANSWERED,
} from './live.words'
import { ShareBar } from './ShareBar'
import { usePolled } from './use-polled'
import './Live.css'

const isEnded = ({ stage }: LiveScreen): boolean => stage.kind === 'ended'

/** The speaker's screen: what came in, asked for again as it comes, and the turning of pages. */
export const useLiveScreen = (id: LiveId) => {
  const { value, failed, take, again } = usePolled<LiveScreen>({
    ask: () => learningApi.liveScreen({ id }),
    isOver: isEnded,
  })
  const [busy, setBusy] = useState(false)
  const turnTo = async (stage: LiveStage) => {
    if (busy) return
    setBusy(true)
    await take(() => learningApi.stepLive({ id, stage }))
    setBusy(false)
  }
  return { screen: value, failed, again, busy, turnTo: (stage: LiveStage) => void turnTo(stage) }
}

type Screening = ReturnType<typeof useLiveScreen>

/** Where a phone that scans the square joins. */
const addressOf = (code: string): string => {
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${routes.live({ code })}`
}

const Code = ({ screen, large }: { screen: LiveScreen; large: boolean }) => (
  <View className={classNames('live-door', large && 'is-large')}>
    {large && process.env.TARO_ENV === 'h5' ? (
      <ScanSquare
        text={addressOf(screen.code)}
        label="进场的二维码，用手机扫"
        className="live-square"
        draw={drawnSquare}
      />
    ) : null}
    <View className="live-door-words">
      <View className="live-how">小程序“廉洁学习”里点“现场答题”，输口令</View>
      <View className="live-code" {...semantics({ role: 'group', label: `口令 ${screen.code.split('').join(' ')}` })}>
        {codeInGroups(screen.code)}
      </View>
      <View className="live-seated" {...semantics({ role: 'status', live: 'polite' })}>
        {`进来了 ${screen.seated} 人`}
      </View>
    </View>
  </View>
)

/** A question and how many answered; what they chose and which is right once it was turned up. */
const Shown = ({ screen, asked }: { screen: LiveScreen; asked: NonNullable<LiveScreen['asked']> }) => {
  const { question, answered, chosen, right, explained } = asked
  return (
    <View>
      <Stem above={stageWords(screen)}>{question.stem}</Stem>
      <View className="live-options" {...semantics({ role: 'list', label: question.stem })}>
        {question.options.map((text, place) => {
          const isRight = explained?.right.includes(place) ?? false
          const count = chosen ? (chosen[place] ?? 0) : null
          const words = [letterOf(place), text, count === null ? '' : `${count} 人选`, isRight ? '正确' : '']
          return (
            <View
              key={letterOf(place)}
              className={classNames('live-option', isRight && 'is-right')}
              {...semantics({ role: 'listitem', label: words.filter(Boolean).join('，') })}
            >
              <View className="live-option-line">
                <View className="live-letter">{isRight ? <Icon name="tick" /> : letterOf(place)}</View>
                <View className="grow">{text}</View>
                {count === null ? null : <View className="live-count">{`${count} 人`}</View>}
              </View>
              {count === null ? null : <ShareBar part={count} whole={answered} />}
            </View>
          )
        })}
      </View>
      <View className="live-came" {...semantics({ role: 'status', live: 'polite' })}>
        {right === null
          ? answeredWords(answered, screen.seated)
          : `${answeredWords(answered, screen.seated)}，${right} 人答对`}
      </View>
      {explained && chosen === null ? <View className="live-few">{TOO_FEW_ANSWERED}</View> : null}
      {explained ? <Explanation explained={explained} /> : null}
    </View>
  )
}

const Results = ({ screen }: { screen: LiveScreen }) => {
  const { results } = screen
  return (
    <View>
      <Lead above={screen.title} hint="只有全场的数，没有谁对谁错。">
        {results.length === 0 ? '这一场结束了' : `这一场问了 ${results.length} 题`}
      </Lead>
      <View className="gap-5">
        <List label="全场结果">
          {results.map(({ topic, stem, right, answered }) => (
            <Item key={stem} title={stem} detail={topicNames[topic]} end={resultWords({ answered, right })} />
          ))}
        </List>
      </View>
    </View>
  )
}

export const LiveScreenView = ({ screening, screen }: { screening: Screening; screen: LiveScreen }) => (
  <View>
    {screening.failed ? (
      <View className="live-trouble">
        <ErrorNote onRetry={screening.again}>{sentenceFor(screening.failed)}</ErrorNote>
      </View>
    ) : null}
    {screen.stage.kind === 'ended' ? (
      <Results screen={screen} />
    ) : screen.asked ? (
      <View className="live-board">
        <Shown screen={screen} asked={screen.asked} />
        <Code screen={screen} large={false} />
      </View>
    ) : (
      <View>
        <Lead above={screen.departmentName ?? '全院'} hint={`${screen.questions} 题`}>
          {screen.title}
        </Lead>
        <Code screen={screen} large />
      </View>
    )}
  </View>
)

/** One button turns to what comes next; ending it early is asked first. */
export const LiveTurn = ({ screening, screen }: { screening: Screening; screen: LiveScreen }) => {
  const [asked, setAsked] = useState(false)
  const next = stepAfter(screen)
  if (next === null) return null
  return (
    <>
      {next.kind === 'ended' ? null : (
        <Button kind="quiet" onTap={() => setAsked(true)}>
          结束这一场
        </Button>
      )}
      <Button grow busy={screening.busy} busyText="正在翻" onTap={() => screening.turnTo(next)}>
        {stepWords(next)}
      </Button>
      {asked ? (
        <ConfirmDialog
          title="结束这一场吗？"
          detail="没问到的题不再问，大家手里看到的是已经问过的结果。"
          confirm="结束"
          onConfirm={() => {
            setAsked(false)
            screening.turnTo({ kind: 'ended' })
          }}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </>
  )
}
