import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { complaintsInWords, percentOf, themesInWords, type WeakTopic } from './exam.words'

const WEAKEST = 5
const PER_CENT = 100

interface NextLessonProps {
  /** The weakest first; null: too few people for any to be named. */
  weak: readonly WeakTopic[] | null
  /** Where the complaints are counted; absent for whoever does not see them. */
  onComplaints?: () => void
}

/** What to teach next: weak topics beside the complaints about the same matter. */
export const NextLesson = ({ weak, onComplaints }: NextLessonProps) => (
  <View>
    <Head>下一课讲什么</Head>
    {weak === null ? (
      <View className="gap-2 t4 c2">交卷的人太少，还说不出哪个主题薄弱：一两个人答错就变样。</View>
    ) : (
      <>
        <View className="gap-2 t4 c3">
          薄弱的主题，旁边是全院近 12 个月同一件事的投诉。并排放着看，不说明谁引起谁。
        </View>
        {weak.length === 0 ? (
          <View className="gap-3 t4">没有哪个主题特别薄弱。</View>
        ) : (
          <View className="gap-3" {...semantics({ role: 'list', label: '薄弱的主题' })}>
            {weak.slice(0, WEAKEST).map((topic) => (
              <WeakRow key={topic.topic} weak={topic} most={mostComplaints(weak)} />
            ))}
          </View>
        )}
        <View className="gap-3 t4 c2">
          {onComplaints ? (
            <LinkText onTap={onComplaints}>去看板看投诉</LinkText>
          ) : (
            '投诉的看板由医患办和院领导看，要细看请找他们。'
          )}
        </View>
      </>
    )}
  </View>
)

const mostComplaints = (weak: readonly WeakTopic[]): number =>
  Math.max(1, ...weak.map(({ complaints }) => complaints ?? 0))

const WeakRow = ({ weak, most }: { weak: WeakTopic; most: number }) => (
  <View className="weak-topic" {...semantics({ role: 'listitem' })}>
    <View className="weak-topic-head">
      <View className="grow strong">{topicNames[weak.topic]}</View>
      <View className="weak-figure">{`答对 ${percentOf(weak.right)}`}</View>
    </View>
    <View className="weak-topic-head c2">
      <View className="grow">{themesInWords(weak)}</View>
      <View className="weak-figure">{complaintsInWords(weak)}</View>
    </View>
    {weak.complaints ? (
      <View className="weak-track">
        <View className="weak-bar" style={{ width: `${(PER_CENT * weak.complaints) / most}%` }} />
      </View>
    ) : null}
  </View>
)
