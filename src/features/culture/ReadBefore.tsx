import type { ArticleId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { shortColumnNames } from './culture.words'
import { readArticles } from './read.store'

/** What can be read without a network: articles that were read on this phone. */
export const ReadBefore = ({ onOpen }: { onOpen: (id: ArticleId) => void }) => {
  const [articles] = useState(readArticles)
  if (articles.length === 0) return null
  return (
    <View className="gap-5">
      <Head>看过的，没有网也能看</Head>
      <List label="看过的文章">
        {articles.map(({ id, title, column }) => (
          <Item key={id} title={title} detail={shortColumnNames[column]} onTap={() => onOpen(id)} />
        ))}
      </List>
    </View>
  )
}
