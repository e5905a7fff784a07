import type { Column } from '#domain/culture/article.model'
import type { ArticleCard } from '#domain/culture/reader.contract'
import type { ArticleId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import { useNow } from '../../ui/useNow'
import { ArticleRow } from './ArticleRow'
import { ColumnLine } from './ColumnLine'
import type { cultureApi } from './culture.api'
import { allOfColumn, otherColumns, rowMeta } from './culture.words'
import { StoryLead } from './StoryLead'
import './CultureHome.css'

export type Home = Extract<Awaited<ReturnType<typeof cultureApi.cultureHome>>, { ok: true }>['value']

interface CultureHomeProps {
  home: Home
  onArticle: (id: ArticleId) => void
  onColumn: (column: Column) => void
  onSeries: (series: string) => void
}

/** The column that is looked at first: the lead story's. */
const firstColumn = ({ lead, columns }: Home): Column =>
  lead?.column ?? columns.find(({ cards }) => cards.length > 0)?.column ?? 'story'

const cardsOf = ({ lead, columns }: Home, column: Column): ArticleCard[] => {
  const cards = columns.find((one) => one.column === column)?.cards ?? []
  return lead?.column === column ? [lead, ...cards.filter(({ id }) => id !== lead.id)] : cards
}

/** A lead story and the newest of the four columns; one column at a time, as one reads. */
export const CultureHome = (props: CultureHomeProps) => {
  const { home, onArticle, onColumn, onSeries } = props
  const { elder } = useAppearance()
  const now = useNow()
  const [column, setColumn] = useState(() => firstColumn(home))
  if (home.columns.every(({ total }) => total === 0)) {
    return <Empty title="还没有文章" hint="宣传科发出来，就在这里。" />
  }
  if (elder) return <ElderHome {...props} />
  const [first, ...others] = cardsOf(home, column)
  const total = home.columns.find((one) => one.column === column)?.total ?? 0
  return (
    <View>
      <ColumnLine shown={column} onShow={(shown) => setColumn(shown ?? column)} />
      {first ? (
        <View className="culture-spread">
          <View className="culture-lead">
            <StoryLead card={first} onOpen={() => onArticle(first.id)} />
          </View>
          <View className="culture-rows" {...semantics({ role: 'list', label: '最近的' })}>
            {others.map((card) => (
              <ArticleRow key={card.id} card={card} meta={rowMeta(card, now)} onOpen={() => onArticle(card.id)} />
            ))}
            <Item title={allOfColumn(column, total)} onTap={() => onColumn(column)} />
          </View>
        </View>
      ) : (
        <Empty title="这一栏还没有文章" hint="可以先看看别的栏目。" />
      )}
      {home.series.length > 0 ? (
        <View className="culture-part">
          <Head aside="本院自己的系列">一院一品</Head>
          <View className="culture-chips">
            {home.series.map(({ name, total: count }) => (
              <Chip key={name} label={`${name}，${count} 篇`} onTap={() => onSeries(name)}>
                {`${name} ${count}`}
              </Chip>
            ))}
          </View>
        </View>
      ) : null}
    </View>
  )
}

/** One story to listen to or to read, two more, and the way on. */
const ElderHome = ({ home, onArticle, onColumn }: CultureHomeProps) => {
  const column = firstColumn(home)
  const [first, ...others] = cardsOf(home, column)
  if (!first) return null
  return (
    <View>
      <StoryLead card={first} onOpen={() => onArticle(first.id)} />
      <Button wide icon={first.audio ? 'listen' : 'culture'} onTap={() => onArticle(first.id)}>
        {`${first.audio ? '听这篇' : '看这篇'}，${first.minutes} 分钟`}
      </Button>
      <View className="gap-4">
        <List label="别的文章">
          {others.slice(0, 2).map((card) => (
            <ArticleRow key={card.id} card={card} onOpen={() => onArticle(card.id)} />
          ))}
          <Item title="看别的栏目" detail={otherColumns(column)} onTap={() => onColumn(column)} />
        </List>
      </View>
    </View>
  )
}
