import type { Remote } from '#cloud/use-action'
import type { ActionOutput } from '#domain/contract'
import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { DailyView } from '#domain/integrity/daily.contract'
import type { ExamCard } from '#domain/integrity/exam.contract'
import { examPurposeNames } from '#domain/integrity/exam.model'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import type { LearningContract } from './learning.api'
import {
  canSit,
  examsInOrder,
  examStanding,
  planWords,
  todayWords,
  tomorrowWords,
  untilWords,
  windowWords,
} from './learning.words'
import { ShareBar } from './ShareBar'
import './LearningHome.css'

type Progress = ActionOutput<LearningContract, 'progress'>

interface Loaded<T> {
  remote: Remote<T>
  reload: () => Promise<void>
}

/** What was asked for, once it is there; until then where it will be, or why it is not. */
const Part = <T,>({
  loaded,
  lines,
  children,
}: {
  loaded: Loaded<T>
  lines: number
  children: (value: T) => ReactNode
}) => {
  const { remote, reload } = loaded
  if (remote.status === 'done') return <>{children(remote.value)}</>
  if (remote.status !== 'failed') return <Skeleton lines={lines} />
  return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
}

interface TodayProps {
  above: string
  daily: Loaded<DailyView>
  onDaily: () => void
}

/** Today's five: the one thing to do in the morning. */
export const Today = ({ above, daily, onDaily }: TodayProps) => {
  const { remote } = daily
  // Nothing to practise, or an exam being sat, is no failure of the page.
  if (remote.status === 'failed' && (remote.code === 'daily.none' || remote.code === 'daily.sitting')) {
    return (
      <View>
        <Lead above={above}>廉洁学习</Lead>
        <View className="gap-3">
          <Notice icon="clock">{sentenceFor(remote.code)}</Notice>
        </View>
      </View>
    )
  }
  return (
    <Part loaded={daily} lines={3}>
      {(today) => {
        const isDone = today.told.length === today.questions.length
        return (
          <View>
            <Lead
              above={above}
              hint={isDone ? tomorrowWords(today) : '每题做完就告诉您对不对、依据是哪一条，五分钟够了。'}
            >
              {todayWords(today)}
            </Lead>
            <View className="gap-4">
              <Button wide kind={isDone ? 'quiet' : 'primary'} onTap={onDaily}>
                {isDone ? '再看一遍今天的题' : today.told.length > 0 ? '接着做' : '做今天的五题'}
              </Button>
            </View>
          </View>
        )
      }}
    </Part>
  )
}

const examDetail = (card: ExamCard, now: Instant): string => {
  const when = canSit(card) ? untilWords(card.closesAt, now) : windowWords(card, now)
  return [examPurposeNames[card.purpose], when, planWords(card)].join(' · ')
}

interface ExamsProps {
  exams: Loaded<{ rows: ExamCard[] }>
  onExam: (card: ExamCard) => void
}

/** Exams to sit, and those that were. */
export const Exams = ({ exams, onExam }: ExamsProps) => (
  <View className="learning-part">
    <Head>考试</Head>
    <View className="gap-2">
      <Part loaded={exams} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <View className="t4 c2">现在没有安排您参加的考试。</View>
          ) : (
            <List label="考试">
              {examsInOrder(rows).map((card) => {
                const { tone, text } = examStanding(card)
                return (
                  <Item
                    key={card.id}
                    icon="exam"
                    title={card.title}
                    detail={examDetail(card, card.now)}
                    end={<Status tone={tone}>{text}</Status>}
                    endLabel={text}
                    onTap={() => onExam(card)}
                  />
                )
              })}
            </List>
          )
        }
      </Part>
    </View>
  </View>
)

interface WaysProps {
  /** Mistakes that are due; null: not known. */
  due: number | null
  opensLive: boolean
  onMistakes: () => void
  onLive: () => void
  onPledge: () => void
}

/** What else there is to do here. */
export const Ways = ({ due, opensLive, onMistakes, onLive, onPledge }: WaysProps) => (
  <View className="learning-part">
    <Head>还有</Head>
    <View className="gap-2">
      <List label="还有">
        <Item
          icon="refresh"
          title="错题本"
          detail={due === null || due === 0 ? '答错的过几天再来问' : `${due} 题到了该再看的日子`}
          onTap={onMistakes}
        />
        <Item
          icon="quiz"
          title="现场答题"
          detail={opensLive ? '输大屏幕上的口令一起答，也可以开一场' : '晨课上输大屏幕的口令，一起答'}
          onTap={onLive}
        />
        <Item icon="pledge" title="廉洁承诺" onTap={onPledge} />
      </List>
    </View>
  </View>
)

/** Of each topic how much was met, and how much was right the last time. */
export const TopicProgress = ({ progress }: { progress: Loaded<Progress> }) => (
  <View className="learning-part">
    <Head aside="深色：上次答对；浅色：做过">按主题看学了多少</Head>
    <View className="gap-2">
      <Part loaded={progress} lines={6}>
        {({ topics }) =>
          topics.length === 0 ? (
            <View className="t4 c2">题库里现在没有可练的题。</View>
          ) : (
            <View {...semantics({ role: 'list', label: '按主题看学了多少' })}>
              {topics.map(({ topic, all, met, right }) => {
                const words = met === 0 ? `${all} 题，还没做过` : `${all} 题做过 ${met} 题，对 ${right} 题`
                return (
                  <View key={topic} className="learning-topic" {...semantics({ role: 'listitem' })}>
                    <View className="learning-topic-words">
                      <View className="learning-topic-name">{topicNames[topic]}</View>
                      <View className="t4 c2">{words}</View>
                    </View>
                    <ShareBar part={right} middle={met - right} whole={all} />
                  </View>
                )
              })}
            </View>
          )
        }
      </Part>
    </View>
  </View>
)
