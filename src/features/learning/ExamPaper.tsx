import { type ErrorCode, sentenceFor } from '#domain/errors'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { ErrorNote } from '../../ui/ErrorNote'
import { Icon } from '../../ui/Icon'
import { Notice, type NoticeAction } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Stem, Story } from './Asked'
import { kindWords, leavesWords, leftWords, savingWords, SOON_SECONDS, spokenLeft } from './learning.words'
import { Options } from './Options'
import type { Place } from './paper.places'
import type { PaperInHand } from './use-paper'
import './ExamPaper.css'

/** How much time is left and where the answers are, over the question. */
export const ExamClock = ({ hand }: { hand: PaperInHand }) => {
  const { left, saving } = hand
  const { tone, text } = savingWords(saving)
  return (
    <View className="exam-line">
      <View className={classNames('exam-left', left <= SOON_SECONDS && 'is-soon')}>
        <Icon name="clock" className="exam-line-icon" />
        <Text>{leftWords(left)}</Text>
      </View>
      <View className={classNames('exam-saving', `is-${tone}`)}>
        <Icon name={tone === 'done' ? 'check' : 'warning'} className="exam-line-icon" />
        <Text>{text}</Text>
      </View>
      <View className="spoken" {...semantics({ role: 'status', live: 'polite' })}>
        {spokenLeft(left)}
      </View>
    </View>
  )
}

const SIGNED_OUT = new Set<ErrorCode>(['auth.required', 'session.expired'])

const aboveWords = ({ asked, question, case: about }: Place, questions: number): string =>
  [
    about ? `第 ${question} 题第 ${about.part} 问，共 ${questions} 题` : `第 ${question} 题，共 ${questions} 题`,
    kindWords(asked.kind),
  ].join(' · ')

interface ExamQuestionProps {
  place: Place
  /** Of the whole paper. */
  questions: number
  hand: PaperInHand
  /** The way on for somebody whose session ended on the way. */
  signIn?: NoticeAction
}

/** One question of a paper; nothing on it tells what is right. */
export const ExamQuestion = ({ place, questions, hand, signIn }: ExamQuestionProps) => {
  const { asked } = place
  const left = leavesWords(hand.leaves)
  return (
    <View>
      {place.case ? <Story>{place.case.story}</Story> : null}
      <Stem above={aboveWords(place, questions)}>{asked.stem}</Stem>
      <Options
        label={asked.kind === 'multiple' ? `${asked.stem}，可选多项` : asked.stem}
        kind={asked.kind}
        options={asked.options}
        chosen={hand.standingAt(asked.slot).chosen}
        onChoose={(chosen) => hand.choose(asked.slot, chosen)}
      />
      {left ? <View className="gap-4 t4 c3">{left}</View> : null}
      {hand.saving === 'waiting' || hand.saving === 'homeless' ? (
        <View className="gap-4">
          <Notice tone="wait" icon="warning" announced="status">
            {hand.saving === 'waiting'
              ? '答案还没送到医院，先存在这台设备里，请接着答；通了会自己送到，关掉再开也在。'
              : '答案还没送到医院，这台设备又存不下，请别关这一页；通了会自己送到。'}
          </Notice>
        </View>
      ) : null}
      {hand.failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={hand.again} otherwise={SIGNED_OUT.has(hand.failed) ? signIn : undefined}>
            {sentenceFor(hand.failed)}
          </ErrorNote>
        </View>
      ) : null}
    </View>
  )
}
