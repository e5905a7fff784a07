import { columnNames } from '#domain/culture/article.model'
import { type Day, dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { Table, type TableRow } from '../../ui/Table'
import { toast } from '../../ui/toast'
import { type ReadingFigures, readingSheets, sumOf, totalsByDay } from './reading.sheet'
import './FiguresBoard.css'

const SPANS = [7, 30, 90] as const
export type Span = (typeof SPANS)[number]

interface FiguresBoardProps {
  figures: ReadingFigures
  span: Span
  now: Instant
  onSpan: (span: Span) => void
}

const ARTICLES_SHOWN = 20

const share = (count: number | null, most: number): string => `${most === 0 ? 0 : ((count ?? 0) / most) * 100}%`

/** Readers of each day, by column and by article. Nobody's reading is kept: only how many there were. */
export const FiguresBoard = ({ figures, span, now, onSpan }: FiguresBoardProps) => {
  const { days, columns, articles } = figures
  const [shown, setShown] = useState(ARTICLES_SHOWN)
  const [isTable, setIsTable] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const totals = totalsByDay(figures)
  const sum = sumOf(totals)
  const counted = totals.filter((count) => count !== null).length
  const save = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await saveWorkbook(readingSheets(figures), `清廉文化阅读 ${days[0] ?? ''} 到 ${days.at(-1) ?? ''}.xlsx`)
      toast('下载好了')
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  return (
    <View>
      <Lead hint="一个人一天在一个栏目里读几篇都算一次，跨栏目各算一次；微信里和网页上加在一起。只记有多少人，不记谁读了什么。">
        {sum === null
          ? '还没有数过'
          : `近 ${span} 天读了 ${sum} 人次，每天大约 ${Math.round(sum / Math.max(1, counted))} 人次`}
      </Lead>
      <View className="desk-chips gap-4" {...semantics({ role: 'group', label: '看多久' })}>
        {SPANS.map((each) => (
          <View key={each} className="desk-chip">
            <Chip pressed={each === span} onTap={() => onSpan(each)}>
              {`近 ${each} 天`}
            </Chip>
          </View>
        ))}
        <View className="desk-chip">
          <Chip pressed={isTable} onTap={() => setIsTable(!isTable)}>
            看成表格
          </Chip>
        </View>
      </View>
      {sum === null ? (
        <Empty title="这些天还没有数过" hint="文章发布以后，有人读了就会数。" />
      ) : (
        <View>
          {failed ? (
            <View className="gap-3">
              <ErrorNote onRetry={() => void save()}>表格没有写成，请再试一次。</ErrorNote>
            </View>
          ) : null}
          <View className="reading-columns">
            <View>
              <Head>按栏目，一天一根</Head>
              {isTable ? (
                <DayTable figures={figures} now={now} />
              ) : (
                columns.map(({ column, readers }) => (
                  <ColumnBars key={column} name={columnNames[column]} days={days} readers={readers} now={now} />
                ))
              )}
            </View>
            <View>
              <Head aside={articles.length > 0 ? `${articles.length} 篇有人读` : undefined}>按文章</Head>
              {articles.length === 0 ? (
                <Empty title="这些天还没有人读" hint="发布以后，有人读了就会数。" />
              ) : (
                <View className="gap-2" {...semantics({ role: 'list', label: '按文章' })}>
                  {articles.slice(0, shown).map(({ id, title, column, readers }) => (
                    <View key={id} className="reading-article" {...semantics({ role: 'listitem' })}>
                      <View className="reading-article-words">
                        <View className="reading-article-title">{title}</View>
                        <View className="t4 c3">{columnNames[column]}</View>
                        <View className="reading-track">
                          <View className="reading-bar" style={{ width: share(readers, articles[0]?.readers ?? 0) }} />
                        </View>
                      </View>
                      <View className="reading-count">{`${readers} 人次`}</View>
                    </View>
                  ))}
                </View>
              )}
              {articles.length > shown ? (
                <View className="gap-3">
                  <Button kind="quiet" wide onTap={() => setShown(shown + ARTICLES_SHOWN)}>
                    再看后面的
                  </Button>
                </View>
              ) : null}
            </View>
          </View>
          {process.env.TARO_ENV === 'h5' ? (
            <View className="gap-5 reading-save">
              <Button kind="quiet" icon="save" busy={busy} busyText="正在写表" onTap={() => void save()}>
                存成表格（XLSX）
              </Button>
            </View>
          ) : null}
        </View>
      )}
    </View>
  )
}

const dayOf = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

interface ColumnBarsProps {
  name: string
  days: readonly Day[]
  readers: readonly (number | null)[]
  now: Instant
}

const ColumnBars = ({ name, days, readers, now }: ColumnBarsProps) => {
  const most = Math.max(0, ...readers.map((count) => count ?? 0))
  const sum = sumOf(readers)
  const top = days[readers.indexOf(most)]
  const words =
    sum === null
      ? '还没有数过'
      : most === 0 || top === undefined
        ? '这些天没有人读'
        : `${sum} 人次，最多的是 ${dayOf(top, now)}，${most} 人`
  return (
    <View className="column-bars">
      <View className="column-bars-head">
        <View className="strong">{name}</View>
        <View className="t4 c2">{words}</View>
      </View>
      <View className="column-bars-days" {...semantics({ role: 'img', label: `${name}：${words}` })}>
        {days.map((day, at) => {
          const count = readers[at] ?? null
          return (
            <View key={day} className="column-bars-place">
              <View
                className={classNames('column-bar', count === null && 'is-unknown')}
                style={{ height: share(count, most) }}
              />
            </View>
          )
        })}
      </View>
      <View className="column-bars-ends">
        <View>{days[0] === undefined ? '' : dayOf(days[0], now)}</View>
        <View>{dayOf(days.at(-1) ?? '', now)}</View>
      </View>
    </View>
  )
}

const DayTable = ({ figures: { days, columns }, now }: { figures: ReadingFigures; now: Instant }) => {
  const rows = days
    .map(
      (day, at): TableRow => ({
        key: day,
        cells: {
          day: dayOf(day, now),
          ...Object.fromEntries(columns.map(({ column, readers }) => [column, String(readers[at] ?? '—')])),
        },
      }),
    )
    .reverse()
  return (
    <View className="gap-3">
      <Table
        label="每天的读者，按栏目"
        columns={[
          { key: 'day', title: '日子' },
          ...columns.map(({ column }) => ({ key: column, title: columnNames[column], numeric: true })),
        ]}
        rows={rows}
      />
    </View>
  )
}
