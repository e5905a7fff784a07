import type { ArticleContent } from '#domain/culture/article.model'
import { blockInWords, changesBetween } from '#domain/culture/article.changes'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { blockNames, fieldNames } from './publicity.words'

interface ChangesViewProps {
  before: ArticleContent
  after: ArticleContent
  /** What both are called: 「公开的那一份」「这一稿」. */
  names: { before: string; after: string }
}

const SIGNS = { added: '加了', removed: '删了' } as const

/** What came and went between two writings of an article; what stayed is only counted. */
export const ChangesView = ({ before, after, names }: ChangesViewProps) => {
  const { fields, blocks } = changesBetween(before, after)
  const changed = blocks.flatMap(({ change, block }, at) =>
    change === 'kept' ? [] : [{ key: `${change}.${at}`, change, block }],
  )
  const kept = blocks.length - changed.length
  if (fields.length === 0 && changed.length === 0) {
    return <View className="t4 c2">{`${names.after}和${names.before}一样。`}</View>
  }
  return (
    <View>
      {fields.includes('title') ? (
        <View className="change">
          <View className="change-sign">题目</View>
          <View className="change-words">
            <View className="change-was">{before.title || '（空着）'}</View>
            <View>{after.title || '（空着）'}</View>
          </View>
        </View>
      ) : null}
      {fields.some((field) => field !== 'title') ? (
        <View className="t4 c2 gap-2">
          {`还改了：${fields
            .filter((field) => field !== 'title')
            .map((field) => fieldNames[field])
            .join('、')}。`}
        </View>
      ) : null}
      <View {...semantics({ role: 'list', label: '改动' })}>
        {changed.map(({ key, change, block }) => (
          <View key={key} className={classNames('change', `is-${change}`)} {...semantics({ role: 'listitem' })}>
            <View className="change-sign">{SIGNS[change]}</View>
            <View className="change-words">{blockInWords(block) || `一段${blockNames[block.kind]}`}</View>
          </View>
        ))}
      </View>
      <View className="t4 c3 gap-2">{`另有 ${kept} 段没有动。`}</View>
    </View>
  )
}
