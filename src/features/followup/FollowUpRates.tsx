import { sentenceFor } from '#domain/errors'
import { dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'
import type { FollowUpRates } from '#domain/survey/followup.contract'
import type { FollowUpTally } from '#domain/survey/followup.rules'
import { View } from '@tarojs/components'
import type { Remote } from '#cloud/use-action'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { reachable, semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Table, type TableColumn } from '../../ui/Table'
import { monthWords, othersInWords, rateInWords } from './followup.words'
import './followup.css'

export interface RateMonth {
  /** 「本月」 */
  readonly name: string
  readonly remote: Remote<FollowUpRates>
  readonly reload: () => Promise<void>
}

const Rate = ({ name, numerator, denominator }: { name: string; numerator: number; denominator: number }) => {
  const { share, counts } = rateInWords(numerator, denominator)
  return (
    <View className="followup-rate">
      <View className="followup-rate-name">{name}</View>
      <View className="followup-rate-share">{share}</View>
      <View className="followup-rate-counts">{counts}</View>
    </View>
  )
}

const MonthLine = ({ month: { name, remote, reload } }: { month: RateMonth }) => (
  <View className="followup-month" {...semantics({ role: 'group', label: name })}>
    <View className="followup-month-name">{name}</View>
    {remote.status === 'done' && remote.value.total.due === 0 ? (
      <View className="followup-month-wait">没有到日子的</View>
    ) : remote.status === 'done' ? (
      <>
        <Rate name="随访率" numerator={remote.value.total.followed} denominator={remote.value.total.due} />
        <Rate name="及时率" numerator={remote.value.total.timely} denominator={remote.value.total.due} />
      </>
    ) : remote.status === 'failed' ? (
      <LinkText role="button" label={`再算一次${name}的随访率`} onTap={() => void reload()}>
        没算出来，再试一次
      </LinkText>
    ) : (
      <View className="followup-month-wait">正在算</View>
    )}
  </View>
)

/** How many were followed up and how many in time: this month so far, and the last one. */
export const RateStrip = ({ months, onOpen }: { months: readonly RateMonth[]; onOpen: () => void }) => (
  <View className="followup-strip">
    {months.map((month) => (
      <MonthLine key={month.name} month={month} />
    ))}
    <LinkText role="button" onTap={onOpen}>
      随访率怎么算，各科怎么样
    </LinkText>
  </View>
)

const COLUMNS: readonly TableColumn[] = [
  { key: 'name', title: '科室' },
  { key: 'followed', title: '随访率', numeric: true },
  { key: 'timely', title: '及时率', numeric: true },
  { key: 'others', title: '另外' },
]

const inOneCell = (numerator: number, denominator: number): string => {
  const { share, counts } = rateInWords(numerator, denominator)
  return denominator === 0 ? share : `${share}（${counts}）`
}

const cellsOf = (name: string, tally: FollowUpTally) => ({
  name,
  followed: inOneCell(tally.followed, tally.due),
  timely: inOneCell(tally.timely, tally.due),
  others: othersInWords(tally),
})

const MonthTable = ({ rates, now }: { rates: FollowUpRates; now: Instant }) => (
  <View className="gap-5">
    <Head aside={`算到 ${dayInWords(startOfBeijingDay(rates.through), now)}`}>{monthWords(rates)}</Head>
    {rates.departments.length === 0 ? (
      <View className="gap-2 t4 c2">这段时间没有到日子的。</View>
    ) : (
      <View className="gap-3">
        <Table
          label={`${monthWords(rates)}各科室的随访率`}
          columns={COLUMNS}
          lined
          rows={[
            { key: 'total', cells: cellsOf('全院', rates.total), strong: true },
            ...rates.departments.map(({ id, name, ...tally }) => ({ key: id, cells: cellsOf(name, tally) })),
          ]}
        />
      </View>
    )}
  </View>
)

/** The rates by department, and what they count. */
export const RatePanel = ({ months, now }: { months: readonly RateMonth[]; now: Instant }) => (
  <View className="followup-panel" {...reachable} {...semantics({ role: 'region', label: '各科的随访率和及时率' })}>
    <Lead hint="随访率＝打通的、转投诉的、自己填了的，占到日子的人的比例。及时率只数到日子以前办到的。拒访和未接通不算在内，另外列着。没到日子的不算。">
      随访率和及时率
    </Lead>
    {months.map(({ name, remote, reload }) =>
      remote.status === 'done' ? (
        <MonthTable key={name} rates={remote.value} now={now} />
      ) : remote.status === 'failed' ? (
        <View key={name} className="gap-4">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : (
        <Skeleton key={name} lines={4} />
      ),
    )}
    {months.every(({ remote }) => remote.status === 'done' && remote.value.total.due === 0) ? (
      <Empty title="这两个月还没有到日子的" hint="导入出院名单，到了日子就开始算。" />
    ) : null}
  </View>
)
