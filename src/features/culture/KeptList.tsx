import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { useNow } from '../../ui/useNow'
import { ArticleRow } from './ArticleRow'
import { mixedMeta, shortColumnNames } from './culture.words'
import type { KeptInHand } from './use-kept'

interface KeptListProps {
  kept: KeptInHand
  onArticle: (id: ArticleId) => void
  onRead: () => void
}

/** What a reader kept: what is still there, and by name what was withdrawn. */
export const KeptList = ({ kept: { rows, known, failed, reload, remove }, onArticle, onRead }: KeptListProps) => {
  const now = useNow()
  if (rows.length === 0) {
    return (
      <Empty
        title="还没有收藏"
        hint="看到想再读的，点文章下面的“收藏”，就在这里。"
        action={
          <Button kind="quiet" onTap={onRead}>
            去看文章
          </Button>
        }
      />
    )
  }
  const gone = known ? rows.filter(({ card }) => !card) : []
  return (
    <View className="gap-4">
      {failed ? <ErrorNote onRetry={reload}>{sentenceFor(failed)}</ErrorNote> : null}
      <View {...semantics({ role: 'list', label: '收藏的文章' })}>
        {rows.map(({ kept, card }) =>
          card ? (
            <ArticleRow
              key={kept.id}
              card={card}
              meta={mixedMeta(card, now)}
              withSummary
              onOpen={() => onArticle(kept.id)}
            />
          ) : known ? null : (
            <Item
              key={kept.id}
              title={kept.title}
              detail={shortColumnNames[kept.column]}
              onTap={() => onArticle(kept.id)}
            />
          ),
        )}
      </View>
      {gone.length > 0 ? (
        <View className="gap-5">
          <Head>已经撤下的</Head>
          <List label="已经撤下的">
            {gone.map(({ kept: { id, title } }) => (
              <Item key={id} title={title} detail="点一下，从收藏里拿掉" onTap={() => remove(id)} />
            ))}
          </List>
        </View>
      ) : null}
    </View>
  )
}
