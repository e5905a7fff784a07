import { sentenceFor } from '#domain/errors'
import { startOfBeijingDay } from '#domain/instant'
import type { DailyView } from '#domain/integrity/daily.contract'
import { DAILY_QUESTIONS } from '#domain/integrity/daily.model'
import { topicNames } from '#domain/integrity/question.topics'
import { dayName } from '#domain/number.words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Explanation, Stem } from './Asked'
import { Fold } from './Fold'
import { comesBackWords, dailyDoneWords, doneHint, dueWords, kindWords, othersWords } from './learning.words'
import { JudgedOptions, Options } from './Options'
import type { FiveInHand } from './use-daily'
import './DailyFive.css'

const Track = ({ at, of }: { at: number; of: number }) => (
  <View className="daily-track">
    <View className="daily-track-words" {...semantics({ live: 'polite' })}>
      <Text>{`今日${of === DAILY_QUESTIONS ? '五' : ` ${of} `}题 · 第 ${at + 1} 题`}</Text>
    </View>
    <View className="daily-track-parts">
      {Array.from({ length: of }, (_, index) => (
        <View key={index} className={classNames('daily-track-part', index <= at && 'is-on')} />
      ))}
    </View>
  </View>
)

/** One of today's five: asked, then told at once what is right and why. */
export const DailyQuestion = ({ daily, hand }: { daily: DailyView; hand: FiveInHand }) => {
  const { question, answer, at, chosen, choose, failed } = hand
  if (!question) return null
  const comesBack = answer ? comesBackWords(answer) : null
  return (
    <View>
      <Track at={at} of={daily.questions.length} />
      <Stem above={answer ? topicNames[answer.topic] : kindWords(question.kind)}>{question.stem}</Stem>
      {answer ? (
        <View>
          <JudgedOptions
            label={question.stem}
            kind={question.kind}
            options={question.options}
            chosen={answer.chosen}
            right={answer.explained.right}
          />
          <Explanation explained={answer.explained} announced />
          {comesBack ? <View className="gap-3 t4 c2">{comesBack}</View> : null}
        </View>
      ) : (
        <Options
          label={question.stem}
          kind={question.kind}
          options={question.options}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void hand.tell()}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
    </View>
  )
}

/** At the thumb: see whether it is right, then on to the next. */
export const DailyDock = ({ daily, hand }: { daily: DailyView; hand: FiveInHand }) => {
  const { question, answer, at, chosen, busy } = hand
  if (!question) return null
  if (!answer) {
    return (
      <Button
        grow
        busy={busy}
        busyText="正在看"
        disabledBecause={chosen.length === 0 ? '请先选一项' : undefined}
        onTap={() => void hand.tell()}
      >
        看看对不对
      </Button>
    )
  }
  const others = othersWords(answer)
  return (
    <>
      {others ? <View className="daily-others">{others}</View> : null}
      <Button grow onTap={hand.goOn}>
        {at + 1 < daily.questions.length ? '下一题' : '看今天的结果'}
      </Button>
    </>
  )
}

/** Once all five are answered: how it went, what was right, and what comes back when. */
export const DailyDone = ({ daily, hand }: { daily: DailyView; hand: FiveInHand }) => {
  const { told } = hand
  const [opened, setOpened] = useState<string | null>(null)
  const questions = daily.questions.flatMap((question) => {
    const one = told.find(({ questionId }) => questionId === question.questionId)
    return one ? [{ question, one }] : []
  })
  return (
    <View>
      <Lead above={dayName(daily.day)} hint={doneHint(told)}>
        {dailyDoneWords(told)}
      </Lead>
      <View className="gap-5">
        <List label="今天的题">
          {questions.map(({ question, one }) => {
            const isOpen = opened === question.questionId
            const comesBack = one.comesBack === null ? '' : dueWords(one.comesBack, startOfBeijingDay(daily.day))
            return (
              <Fold
                key={question.questionId}
                title={question.stem}
                status={one.right ? { tone: 'done', text: '答对' } : { tone: 'rest', text: '答错' }}
                detail={[topicNames[one.topic], comesBack].filter(Boolean).join('，')}
                open={isOpen}
                onTap={() => setOpened(isOpen ? null : question.questionId)}
              >
                <JudgedOptions
                  label={question.stem}
                  kind={question.kind}
                  options={question.options}
                  chosen={one.chosen}
                  right={one.explained.right}
                />
                <Explanation explained={one.explained} />
              </Fold>
            )
          })}
        </List>
      </View>
      {daily.due > 0 ? (
        <View className="gap-5">
          <Head>还有到日子的错题</Head>
          <View className="gap-2 t4 c2">{`错题本里还有 ${daily.due} 题到了该再看的日子，明天的五题先问它们。`}</View>
        </View>
      ) : null}
    </View>
  )
}
