import type { Instant } from '#domain/instant'
import type { ImprovementRow } from '#domain/survey/improvement.contract'
import { View } from '@tarojs/components'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { dayOf, evidenceInWords, outcomeOf } from './change.words'
import './ImprovementBoard.css'

export type ItemAct = 'change' | 'move' | 'edit' | 'giveUp'

const actsOf = ({ state }: ImprovementRow): readonly (readonly [ItemAct, string])[] => {
  switch (state) {
    case 'open':
      return [
        ['change', '改好了'],
        ['move', '改日子'],
        ['edit', '改内容'],
        ['giveUp', '不改了'],
      ]
    case 'changed':
      return [
        ['change', '改结果'],
        ['edit', '改内容'],
      ]
    case 'not_changed':
      return []
  }
}

interface ImprovementRowsProps {
  items: readonly ImprovementRow[]
  now: Instant
  mayWrite: boolean
  onAct: (item: ImprovementRow, act: ItemAct) => void
}

/** What was said, what was done, what the figures say since: a line each, the newest first. */
export const ImprovementRows = ({ items, now, mayWrite, onAct }: ImprovementRowsProps) => (
  <View>
    <View className="improve-columns" {...semantics({ hidden: true })}>
      <View>您说的</View>
      <View>我们改了</View>
      <View>改了以后</View>
    </View>
    <View {...semantics({ role: 'list', label: '您说的，我们改了' })}>
      {items.map((item) => {
        const { text, fine } = outcomeOf(item, item.departmentName, now)
        return (
          <View key={item.id} className="improve-row" {...semantics({ role: 'listitem' })}>
            <View>
              <View className="improve-row-said">{`“${item.said}”`}</View>
              <View className="improve-row-fine">
                {[
                  item.saidBy === null ? null : `${item.saidBy} 人说过`,
                  item.departmentName,
                  item.isPublic ? null : '不公开',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </View>
            </View>
            <View className="improve-row-did">
              {text}
              {fine.map((line) => (
                <View key={line} className="improve-row-fine">
                  {line}
                </View>
              ))}
              {mayWrite && actsOf(item).length > 0 ? (
                <View className="improve-row-acts">
                  {actsOf(item).map(([act, name]) => (
                    <LinkText key={act} role="button" label={`${name}：${item.said}`} onTap={() => onAct(item, act)}>
                      {name}
                    </LinkText>
                  ))}
                </View>
              ) : null}
            </View>
            <View className="improve-row-after">
              <Standing item={item} now={now} />
            </View>
          </View>
        )
      })}
    </View>
  </View>
)

const Standing = ({ item, now }: { item: ImprovementRow; now: Instant }) => {
  if (item.state === 'open') {
    const until = item.dueOn ? `${dayOf(item.dueOn, now)}前` : ''
    return (
      <View>
        {item.isOverdue ? <Status tone="late">过了说好的日子</Status> : <Status tone="wait">{until}</Status>}
        <View>{`${item.ownerName}负责`}</View>
      </View>
    )
  }
  if (item.state === 'not_changed') return <View>没有改，写明了原因</View>
  return <View>{evidenceInWords(item.evidence) ?? '没有对应的题，看不了前后'}</View>
}
