import type { Tombstone } from '#domain/culture/reader.contract'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Lead } from '../../ui/Lead'
import { useNow } from '../../ui/useNow'
import { dayWords } from './culture.words'
import './ArticleScreen.css'

/** What stands where an article stood: that it was taken down, when and why. */
export const Withdrawn = ({ tombstone, onRead }: { tombstone: Tombstone; onRead: () => void }) => (
  <View>
    <Lead above="这篇文章撤下了">{tombstone.title}</Lead>
    <View className="withdrawn-facts">
      <View className="strong">{`${dayWords(tombstone.withdrawnOn, useNow())}撤下`}</View>
      <View className="gap-2">{`原因：${tombstone.reason}`}</View>
    </View>
    <View className="gap-5">
      <Button kind="quiet" onTap={onRead}>
        看别的文章
      </Button>
    </View>
  </View>
)
