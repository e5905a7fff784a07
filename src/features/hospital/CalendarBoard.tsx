import { useAction, useLoaded } from '#cloud/use-action'
import type { CalendarBoard as Board, KnownYear } from '#domain/calendar/calendar.contract'
import { daysInWords } from '#domain/calendar/notice.words'
import { sentenceFor } from '#domain/errors'
import { beijingDay, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { hospitalApi } from './hospital.api'
import { MonthSheets } from './MonthSheets'
import { NoticeForm } from './NoticeForm'
import { missingInWords } from './SettingsList'
import './settings.css'

const NOTHING = {}

/** Years whose holidays are known, and loading the next one's notice. */
export const CalendarBoard = ({ onChanged }: { onChanged: () => void }) => {
  const { remote, reload } = useLoaded(hospitalApi.calendar, NOTHING)
  const [loading, setLoading] = useState(false)
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={8} label="正在取日历" />
  const changed = () => {
    setLoading(false)
    void reload()
    onChanged()
  }
  return loading ? (
    <View>
      <LinkText role="button" onTap={() => setLoading(false)}>
        回到日历
      </LinkText>
      <NoticeForm year={remote.value.wanted ?? nextOf(remote.value)} onLoaded={changed} />
    </View>
  ) : (
    <Years board={remote.value} onLoad={() => setLoading(true)} onChanged={changed} />
  )
}

const nextOf = ({ years }: Board): number => Math.max(...years.map(({ year }) => year)) + 1

const Years = ({ board, onLoad, onChanged }: { board: Board; onLoad: () => void; onChanged: () => void }) => {
  const { years, wanted, undated } = board
  return (
    <View className="settings-section">
      <Lead hint="答复期限按工作日算：周末和法定假日不算，调休上班的周末算。">日历</Lead>
      {wanted !== null ? (
        <View className="gap-4">
          <Notice tone="wait">{missingInWords(wanted, undated)}</Notice>
        </View>
      ) : undated > 0 ? (
        <View className="gap-4">
          <Notice tone="wait">{`有 ${undated} 件投诉还没有答复日期，今晚 0 点以后自动补上。`}</Notice>
        </View>
      ) : null}
      <View className="gap-4">
        <Button kind={wanted === null ? 'quiet' : 'primary'} onTap={onLoad}>
          加一年的放假安排
        </Button>
      </View>
      {years.map((year) => (
        <Year key={year.year} known={year} onChanged={onChanged} />
      ))}
    </View>
  )
}

const Year = ({
  known: { year, holidays, workdays, loaded },
  onChanged,
}: {
  known: KnownYear
  onChanged: () => void
}) => {
  const now = useNow()
  const [isOpen, setIsOpen] = useState(Number(beijingDay(now).slice(0, 4)) < year)
  return (
    <View className="gap-6">
      <Head
        aside={
          <LinkText role="button" label={`${isOpen ? '收起' : '看月历'}，${year} 年`} onTap={() => setIsOpen(!isOpen)}>
            {isOpen ? '收起' : '看月历'}
          </LinkText>
        }
      >
        {`${year} 年`}
      </Head>
      <Facts
        facts={
          loaded
            ? [
                { term: '怎么来的', text: `${loaded.by ?? '管理员'}加的，${timeInWords(loaded.loadedAt, now)}` },
                { term: '通知的网址', text: <View className="settings-code">{loaded.source}</View> },
              ]
            : [{ term: '怎么来的', text: '程序自带，来自国务院办公厅公布的安排' }]
        }
      />
      {loaded && loaded.differing.length > 0 ? (
        <View className="gap-3">
          <Notice tone="wait">
            {`程序更新后也有了这一年，和这份有几天不一样，按程序自带的算：${daysInWords(loaded.differing)}。已经答应的日期不变。`}
          </Notice>
        </View>
      ) : null}
      {isOpen ? <MonthSheets holidays={holidays} workdays={workdays} /> : null}
      {loaded ? <TakeBack year={year} loaded={loaded} onChanged={onChanged} /> : null}
    </View>
  )
}

interface TakeBackProps {
  year: number
  loaded: NonNullable<KnownYear['loaded']>
  onChanged: () => void
}

const TakeBack = ({ year, loaded, onChanged }: TakeBackProps) => {
  const [asking, setAsking] = useState(false)
  const { remote, run } = useAction(hospitalApi.removeCalendar)
  if (loaded.inUse) {
    return <View className="settings-note">已经有投诉按这份安排定了答复日期，不能撤回。</View>
  }
  const remove = async () => {
    const answer = await run({ year, rev: loaded.rev })
    setAsking(false)
    if (answer.ok) toast(`${year} 年的安排撤回了`)
    onChanged()
  }
  return (
    <View className="gap-3">
      {remote.status === 'failed' ? <ErrorNote>{sentenceFor(remote.code)}</ErrorNote> : null}
      <LinkText role="button" onTap={() => setAsking(true)}>
        {`撤回 ${year} 年的安排`}
      </LinkText>
      {asking ? (
        <ConfirmDialog
          title={`撤回 ${year} 年的放假安排？`}
          detail="还没有投诉用到它。撤回以后可以再加一份对的。"
          confirm="撤回"
          busy={remote.status === 'pending'}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </View>
  )
}
