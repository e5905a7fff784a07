import type { Instant } from '#domain/instant'
import { timeInWords } from '#domain/instant'
import { topicNames, topics } from '#domain/integrity/question.topics'
import type { ResultView } from '#domain/integrity/result.view'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../ui/Chip'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Explanation, Story } from './Asked'
import { Fold } from './Fold'
import {
  cancelledWords,
  howWords,
  leavesWords,
  percentWords,
  scoreWords,
  tookWords,
  unheardWords,
  verdictWords,
} from './learning.words'
import { JudgedOptions } from './Options'
import { ShareBar } from './ShareBar'
import './ResultPaper.css'

const weakestFirst = (results: ResultView['topics']): ResultView['topics'] =>
  [...results].sort(
    (one, other) =>
      one.right / one.asked - other.right / other.asked || topics.indexOf(one.topic) - topics.indexOf(other.topic),
  )

interface ResultPaperProps {
  result: ResultView
  /** Answers that waited on this device when it was handed in without them. */
  unheard: number
  now: Instant
}

/** How an exam went: passed or not, by topic, and what was right and why once that may be known. */
export const ResultPaper = ({ result, unheard, now }: ResultPaperProps) => (
  <View className="result">
    <View className="result-sum">
      <Lead
        above={result.title}
        hint={`${scoreWords(result)}，${percentWords(result)}；到 ${result.passPercent}% 合格`}
      >
        {result.cancelled !== null ? '这场考试取消了' : result.passed ? '合格' : '还没有合格'}
      </Lead>
      {result.cancelled !== null ? (
        <View className="gap-4">
          <Notice tone="wait">{cancelledWords(result.cancelled)}</Notice>
        </View>
      ) : null}
      {unheard > 0 ? (
        <View className="gap-4">
          <Notice tone="wait">{unheardWords(result, unheard)}</Notice>
        </View>
      ) : null}
      <View className="gap-4">
        <Facts
          facts={[
            {
              term: '交卷',
              text: [timeInWords(result.submittedAt, now), howWords(result), tookWords(result)]
                .filter(Boolean)
                .join('，'),
            },
            { term: '离开页面', text: leavesWords(result.leaves) ?? '没有离开过' },
          ]}
        />
      </View>
      {result.regrades.map(({ at, reason, before, after }) => (
        <View key={at} className="gap-3">
          <Notice>
            {`${timeInWords(at, now)}重新记过分：${reason}。${
              before.earned === after.earned
                ? '您的分数没有变。'
                : `您从 ${scoreWords(before)} 变为 ${scoreWords(after)}。`
            }`}
          </Notice>
        </View>
      ))}
      <View className="gap-6">
        <Head>按主题看</Head>
        <View className="gap-2">
          <List label="按主题看">
            {weakestFirst(result.topics).map(({ topic, right, asked }) => (
              <View key={topic} className="result-topic" {...semantics({ role: 'listitem' })}>
                <View className="result-topic-words">
                  <View className="grow">{topicNames[topic]}</View>
                  <View className="t4 c2">{`${asked} 题对 ${right} 题`}</View>
                </View>
                <ShareBar part={right} whole={asked} />
              </View>
            ))}
          </List>
        </View>
      </View>
    </View>
    <View className="result-answers">
      {result.answers ? (
        <Answers answers={result.answers} />
      ) : (
        <Notice icon="clock">
          {result.cancelled !== null
            ? '对错和依据现在还看不到：要等这场考试原定的结束时间过了，再回来看。'
            : '对错和依据现在还看不到：要等这场考试结束，或者您的次数用完、手里没有正在答的卷，再回来看。'}
        </Notice>
      )}
    </View>
  </View>
)

type Answers = NonNullable<ResultView['answers']>

const Answers = ({ answers }: { answers: Answers }) => {
  const all = answers.flatMap(({ story, parts }, index) =>
    parts.map((part, at) => ({
      story,
      part,
      number: story === null ? `${index + 1}` : `${index + 1}-${at + 1}`,
    })),
  )
  const wrong = all.filter(({ part }) => part.verdict !== 'right')
  const [onlyWrong, setOnlyWrong] = useState(wrong.length > 0)
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <View>
      <Head>每一题</Head>
      <View className="result-parts" {...semantics({ role: 'group', label: '看哪些题' })}>
        <Chip pressed={onlyWrong} onTap={() => setOnlyWrong(true)}>
          {`没答对的 ${wrong.length}`}
        </Chip>
        <Chip pressed={!onlyWrong} onTap={() => setOnlyWrong(false)}>
          {`全部 ${all.length}`}
        </Chip>
      </View>
      {onlyWrong && wrong.length === 0 ? <View className="t4 c2">都答对了。</View> : null}
      <List label="每一题">
        {(onlyWrong ? wrong : all).map(({ story, part, number }) => {
          const isOpen = opened === number
          return (
            <Fold
              key={number}
              title={`${number}. ${part.stem}`}
              status={{ tone: part.verdict === 'right' ? 'done' : 'rest', text: verdictWords[part.verdict] }}
              open={isOpen}
              onTap={() => setOpened(isOpen ? null : number)}
            >
              {story ? <Story>{story}</Story> : null}
              <JudgedOptions
                label={part.stem}
                kind={part.kind}
                options={part.options}
                chosen={part.chosen}
                right={part.explained.right}
              />
              <Explanation explained={part.explained} />
            </Fold>
          )
        })}
      </List>
    </View>
  )
}
