import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { type DotColumn, scoreDots } from './score.dots'

interface ScoreDotsViewProps {
  scores: readonly number[]
  passPercent: number
}

const dotsOf = (people: number, each: number): number[] =>
  Array.from({ length: Math.ceil(people / each) }, (_, at) => at)

/** A dot for each who handed in, without names: hollow below the pass mark. */
export const ScoreDotsView = ({ scores, passPercent }: ScoreDotsViewProps) => {
  const { columns, each } = scoreDots(scores, passPercent)
  const passed = columns.reduce((sum, column) => sum + column.passed, 0)
  const label = `${scores.length} 人得分的分布，${passPercent} 分合格，${passed} 人合格`
  return (
    <View className="gap-6">
      <Head aside="没有姓名；点开也没有">{each === 1 ? '得分，一点一人' : `得分，一点 ${each} 人`}</Head>
      <View className="score-dots" {...semantics({ role: 'img', label })}>
        {columns.map((column) => (
          <Stack key={column.score} column={column} each={each} passPercent={passPercent} />
        ))}
      </View>
      <View className="gap-2 t4 c3">{`满分折成 100。实心的合格，空心的没到 ${passPercent} 分；每一列是五分。`}</View>
    </View>
  )
}

const Stack = ({ column, each, passPercent }: { column: DotColumn; each: number; passPercent: number }) => {
  const { score, passed, failed } = column
  const isMark = passPercent >= score && passPercent < score + 5
  return (
    <View className="score-column">
      <View className={isMark ? 'score-stack is-mark' : 'score-stack'}>
        {isMark ? <View className="score-mark">{`${passPercent} 合格`}</View> : null}
        {dotsOf(passed, each).map((dot) => (
          <View key={`passed-${dot}`} className="score-dot" />
        ))}
        {dotsOf(failed, each).map((dot) => (
          <View key={`failed-${dot}`} className="score-dot is-open" />
        ))}
      </View>
      <View className="score-name">{score % 10 === 0 ? String(score) : ''}</View>
    </View>
  )
}
