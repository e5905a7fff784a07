import { sentenceFor, type ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { ExamCard } from '#domain/integrity/exam.contract'
import { examPurposeNames } from '#domain/integrity/exam.model'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { Status } from '../../ui/Status'
import {
  attemptsLeft,
  cancelledWords,
  examStanding,
  minutesNow,
  percentWords,
  scoreWords,
  toldWords,
  windowWords,
} from './learning.words'

interface ExamOpeningProps {
  card: ExamCard
  now: Instant
  failed: ErrorCode | null
  onRetry: () => void
}

const shortened = (card: ExamCard, now: Instant): string | null => {
  const minutes = minutesNow(card, now)
  return card.phase === 'open' && minutes < card.minutes
    ? `离考试结束只有 ${minutes} 分钟了，现在开始就按 ${minutes} 分钟算。`
    : null
}

/** What an exam asks, read before its clock starts. */
export const ExamOpening = ({ card, now, failed, onRetry }: ExamOpeningProps) => {
  const { tone, text } = examStanding(card)
  const short = shortened(card, now)
  const left = attemptsLeft(card)
  return (
    <View>
      <Lead above={examPurposeNames[card.purpose]}>{card.title}</Lead>
      <View className="gap-3">
        <Status tone={tone}>{text}</Status>
      </View>
      {card.cancelled !== null ? (
        <View className="gap-4">
          <Notice tone="wait">{cancelledWords(card.cancelled)}</Notice>
        </View>
      ) : null}
      {card.notice ? (
        <View className="gap-4">
          <Notice icon="exam">{card.notice}</Notice>
        </View>
      ) : null}
      <View className="gap-5">
        <Facts
          facts={[
            { term: '什么时候', text: windowWords(card, now) },
            { term: '多少题', text: `${card.questions} 题，每个人的题和选项次序都不一样` },
            { term: '多长时间', text: `${card.minutes} 分钟，从点“开始”算起，按医院的时钟` },
            { term: '怎样合格', text: `得分率到 ${card.passPercent}%` },
            {
              term: '可以考几次',
              text: `${card.attempts} 次，${left > 0 ? `还有 ${left} 次` : '已经用完'}，取最好的一次`,
            },
            ...(card.best
              ? [{ term: '最好的一次', text: `${scoreWords(card.best)}，${percentWords(card.best)}` }]
              : []),
          ]}
        />
      </View>
      <View className="gap-5 t4 c2">
        每答一处就存一次；断网、关掉页面、换一台设备，都从存好的地方接着答，时间照走。离开页面会记次数，只作说明，不扣分。
        {toldWords(card)}
      </View>
      {short ? (
        <View className="gap-4">
          <Notice tone="wait">{short}</Notice>
        </View>
      ) : null}
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={onRetry}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
    </View>
  )
}
