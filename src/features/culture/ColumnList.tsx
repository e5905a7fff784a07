import { columnNames, FiveClean, fiveCleanNames } from '#domain/culture/article.model'
import type { ArticleCard, ArticleFilter } from '#domain/culture/reader.contract'
import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'
import { ArticleRow } from './ArticleRow'
import { ColumnLine } from './ColumnLine'
import { mixedMeta, rowMeta } from './culture.words'
import { ReadBefore } from './ReadBefore'
import type { ColumnInHand } from './use-column'
import './ColumnList.css'

interface ColumnListProps {
  filter: ArticleFilter
  list: ColumnInHand
  onFilter: (change: Partial<ArticleFilter>) => void
  onArticle: (id: ArticleId) => void
}

const NOTHING_MORE: Partial<ArticleFilter> = { fiveClean: null, departmentId: null, series: null }

/** Articles, the newest first, narrowed by column, 五清, department and series. */
export const ColumnList = ({ filter, list, onFilter, onArticle }: ColumnListProps) => {
  const now = useNow()
  const { rows, next, busy, failed, more, reload } = list
  const metaOf = (card: ArticleCard) => (filter.column ? rowMeta(card, now) : mixedMeta(card, now))
  return (
    <View>
      <ColumnLine withAll shown={filter.column} onShow={(column) => onFilter({ column })} />
      <Narrowing filter={filter} list={list} onFilter={onFilter} />
      {rows && rows.length > 0 ? (
        <View {...semantics({ role: 'list', label: filter.column ? columnNames[filter.column] : '文章' })}>
          {rows.map((card) => (
            <ArticleRow key={card.id} card={card} meta={metaOf(card)} withSummary onOpen={() => onArticle(card.id)} />
          ))}
        </View>
      ) : null}
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void (rows ? more() : reload())}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {failed === 'network.offline' && !rows ? <ReadBefore onOpen={onArticle} /> : null}
      {!rows && !failed ? (
        <View className="gap-4">
          <Skeleton lines={8} />
        </View>
      ) : null}
      {rows?.length === 0 && !failed ? (
        <Empty
          title="这里还没有文章"
          hint="换一栏，或者少选一样再看。"
          action={
            <Button kind="quiet" onTap={() => onFilter({ column: null, ...NOTHING_MORE })}>
              看全部文章
            </Button>
          }
        />
      ) : null}
      {rows && next && !failed ? (
        <View className="gap-5">
          <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={() => void more()}>
            再看一些
          </Button>
        </View>
      ) : null}
      {rows && rows.length > 0 && !next && !failed ? <View className="column-end">就这些了</View> : null}
    </View>
  )
}

const narrowedTo = ({ fiveClean, departmentId, series }: ArticleFilter, { departments }: ColumnInHand): string[] =>
  [
    fiveClean ? fiveCleanNames[fiveClean] : null,
    departmentId ? (departments.find(({ id }) => id === departmentId)?.name ?? '一个科室') : null,
    series,
  ].filter((word) => word !== null)

/** Closed until it is wanted: most people just read on. */
const Narrowing = ({ filter, list, onFilter }: Pick<ColumnListProps, 'filter' | 'list' | 'onFilter'>) => {
  const [open, setOpen] = useState(false)
  const words = narrowedTo(filter, list)
  const { departments, series } = list
  const toggled = <Value,>(value: Value, current: Value | null) => (value === current ? null : value)
  return (
    <View className="narrowing">
      <View className="narrowing-line">
        <View className="grow c2 t4">{words.length > 0 ? `只看：${words.join(' · ')}` : '最近发的在前'}</View>
        {words.length > 0 ? (
          <LinkText role="button" onTap={() => onFilter(NOTHING_MORE)}>
            不筛了
          </LinkText>
        ) : null}
        <View className="narrowing-open">
          <LinkText role="button" onTap={() => setOpen(!open)}>
            {open ? '收起' : '筛一筛'}
          </LinkText>
        </View>
      </View>
      {open ? (
        <View className="narrowing-panel">
          <Head>五清</Head>
          <View className="narrowing-chips" {...semantics({ role: 'group', label: '五清' })}>
            {FiveClean.options.map((clean) => (
              <Chip
                key={clean}
                pressed={filter.fiveClean === clean}
                onTap={() => onFilter({ fiveClean: toggled(clean, filter.fiveClean) })}
              >
                {fiveCleanNames[clean]}
              </Chip>
            ))}
          </View>
          {series.length > 0 ? (
            <>
              <Head>一院一品</Head>
              <View className="narrowing-chips" {...semantics({ role: 'group', label: '一院一品' })}>
                {series.map((name) => (
                  <Chip
                    key={name}
                    pressed={filter.series === name}
                    onTap={() => onFilter({ series: toggled(name, filter.series) })}
                  >
                    {name}
                  </Chip>
                ))}
              </View>
            </>
          ) : null}
          {departments.length > 0 ? (
            <>
              <Head>科室</Head>
              <View className="narrowing-chips" {...semantics({ role: 'group', label: '科室' })}>
                {departments.map(({ id, name }) => (
                  <Chip
                    key={id}
                    pressed={filter.departmentId === id}
                    onTap={() => onFilter({ departmentId: toggled(id, filter.departmentId) })}
                  >
                    {name}
                  </Chip>
                ))}
              </View>
            </>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}
