import type { QuestionView } from '#domain/integrity/question.contract'
import { partsOf } from '#domain/integrity/question.parts'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { Head } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'

interface UseTableProps {
  view: QuestionView
  use: NonNullable<QuestionView['use']>
}

const barWidth = (count: number, most: number): string => `${most === 0 ? 0 : (count / most) * 100}%`

/** Who chose what (选项使用): everybody, and those with the best and the worst papers beside each other. */
export const UseTable = ({ view, use }: UseTableProps) => {
  const parts = partsOf(view.content)
  return (
    <View className="gap-5">
      {use.map((own) => {
        const place = parts.findIndex(({ id }) => id === own.part)
        const part = parts[place]
        // Of an earlier version: its words are not here any more.
        if (!part) return null
        const most = Math.max(1, ...own.options.flatMap(({ high, low }) => [high, low]))
        const head = parts.length > 1 ? `第 ${place + 1} 小题，选了什么` : '选了什么'
        return (
          <View key={own.part} className={place > 0 ? 'gap-5' : undefined}>
            <Head aside={`${view.asked} 人答过`}>{head}</Head>
            <View className="use-table" {...semantics({ role: 'table', label: head })}>
              <View className="use-row is-head" {...semantics({ role: 'row' })}>
                <View className="use-option" {...semantics({ role: 'columnheader' })}>
                  选项
                </View>
                <View className="use-count" {...semantics({ role: 'columnheader' })}>
                  所有人
                </View>
                <View className="use-bars" {...semantics({ role: 'columnheader' })}>
                  {`高分 ${own.group} 人`}
                </View>
                <View className="use-bars" {...semantics({ role: 'columnheader' })}>
                  {`低分 ${own.group} 人`}
                </View>
              </View>
              {own.options.map(({ option, all, high, low }) => {
                const isRight = part.key.some((right) => right === option)
                const text = part.options.find(({ id }) => id === option)?.text ?? '以前的选项'
                return (
                  <View
                    key={option}
                    className={classNames('use-row', isRight && 'is-right')}
                    {...semantics({ role: 'row' })}
                  >
                    <View className="use-option" {...semantics({ role: 'cell' })}>
                      {isRight ? <Icon name="tick" size="s" className="use-tick" /> : null}
                      {isRight ? <View className="spoken">正确答案</View> : null}
                      <View className="grow">{text}</View>
                    </View>
                    <View className="use-count" {...semantics({ role: 'cell' })}>
                      {String(all)}
                    </View>
                    {[high, low].map((count, side) => (
                      <View key={side === 0 ? 'high' : 'low'} className="use-bars" {...semantics({ role: 'cell' })}>
                        <View className="use-track">
                          <View className="use-bar" style={{ width: barWidth(count, most) }} />
                        </View>
                        <View className="use-figure">{String(count)}</View>
                      </View>
                    ))}
                  </View>
                )
              })}
            </View>
          </View>
        )
      })}
      <View className="gap-2 t4 c3">高分、低分各取整卷得分最高和最低的 27%。</View>
    </View>
  )
}
