import type { ShownPledge } from '#domain/integrity/pledge.contract'
import { View } from '@tarojs/components'
import { semantics } from '../../ui/semantics'
import './PledgePaper.css'

const NUMERALS = '一二三四五六七八九'

/** The whole pledge, to be read slowly. */
export const PledgePaper = ({ pledge }: { pledge: Pick<ShownPledge, 'opening' | 'promises' | 'closing'> }) => (
  <View className="pledge-paper">
    <View className="pledge-paper-words">{pledge.opening}</View>
    <View {...semantics({ role: 'list', label: '承诺' })}>
      {pledge.promises.map(({ short, text }, at) => (
        <View key={short} className="pledge-promise" {...semantics({ role: 'listitem' })}>
          <View className="pledge-promise-number">{NUMERALS.charAt(at)}</View>
          <View className="grow">
            <View className="pledge-promise-short">{short}</View>
            <View className="pledge-promise-text">{text}</View>
          </View>
        </View>
      ))}
    </View>
    <View className="pledge-paper-words is-closing">{pledge.closing}</View>
  </View>
)
