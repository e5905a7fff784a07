import { Text, View } from '@tarojs/components'
import { semantics } from './semantics'
import './Changes.css'

interface Change {
  key: string
  /** Whom or what it is about: 「骨科」, 「第 24 行 · 科室」. */
  about: string
  /** As it stands now; absent for something new. */
  before?: string
  after: string
  /** Worth a second look, in words: 「比上次少 17%」. */
  check?: string
}

/** What a dry run would write: old → new. */
export const Changes = ({ label, changes }: { label: string; changes: readonly Change[] }) => (
  <View className="changes" {...semantics({ role: 'list', label })}>
    {changes.map(({ key, about, before, after, check }) => (
      <View key={key} className="change" {...semantics({ role: 'listitem' })}>
        <View className="change-about">{about}</View>
        <View className="change-words">
          {before === undefined ? null : <Text className="change-before">{`${before} → `}</Text>}
          <Text className="change-after">{after}</Text>
          {check ? <View className="change-check">{check}</View> : null}
        </View>
      </View>
    ))}
  </View>
)

interface BadValue {
  key: string
  /** 「第 24 行 · 科室」 */
  about: string
  /** As it stands in the file. */
  value: string
  /** What is the matter, and what to do. */
  why: string
}

/** What a dry run did not understand, as it stands in the file. */
export const BadValues = ({ label, values }: { label: string; values: readonly BadValue[] }) => (
  <View className="changes" {...semantics({ role: 'list', label })}>
    {values.map(({ key, about, value, why }) => (
      <View key={key} className="change" {...semantics({ role: 'listitem' })}>
        <View className="change-about">{about}</View>
        <View className="change-words">
          {value === '' ? '空着' : <Text className="change-bad">{value}</Text>}
          <View className="change-why">{why}</View>
        </View>
      </View>
    ))}
  </View>
)
