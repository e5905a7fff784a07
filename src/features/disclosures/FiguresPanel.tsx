import { useLoaded } from '#cloud/use-action'
import type { SlotName } from '#domain/culture/disclosure.model'
import { sentenceFor } from '#domain/errors'
import type { DisclosureId } from '#domain/ids'
import { beijingDay, type Day, type Instant, monthsAfter, daysAfter } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { DisclosureRow } from './DisclosureRow'
import { dueTitle, rateWords } from './desk.words'
import type { disclosureApi } from './disclosure.api'
import { timelinessSheet } from './disclosure.sheet'
import { dayOf } from './disclosure.words'
import './Desk.css'

interface Period {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

const MONTHS_OF_QUARTER = 3

/** This quarter, the one before, this year, the one before. */
const periodsAt = (today: Day): Period[] => {
  const [year = '', month = ''] = today.split('-')
  const first = Math.floor((Number(month) - 1) / MONTHS_OF_QUARTER) * MONTHS_OF_QUARTER + 1
  const quarter = `${year}-${String(first).padStart(2, '0')}-01`
  const last = String(Number(year) - 1)
  return [
    { name: '本季度', from: quarter, to: daysAfter(monthsAfter(quarter, MONTHS_OF_QUARTER), -1) },
    { name: '上季度', from: monthsAfter(quarter, -MONTHS_OF_QUARTER), to: daysAfter(quarter, -1) },
    { name: '今年', from: `${year}-01-01`, to: `${year}-12-31` },
    { name: '去年', from: `${last}-01-01`, to: `${last}-12-31` },
  ]
}

interface FiguresPanelProps {
  /** Of everything, or of what is for everybody. */
  ask: typeof disclosureApi.disclosureFigures | typeof disclosureApi.disclosureTimeliness
  /** What is counted, where it is not everything. */
  counted?: string
  now: Instant
  onEntry: (id: DisclosureId) => void
  onSlot: (slot: SlotName) => void
  onClose: () => void
}

/** 公开及时率 with both its numbers and every row they are made of. */
export const FiguresPanel = ({ ask, counted = '', now, onEntry, onSlot, onClose }: FiguresPanelProps) => {
  const periods = periodsAt(beijingDay(now))
  const [at, setAt] = useState(2)
  const [failed, setFailed] = useState(false)
  const period = periods[at] ?? { name: '', from: beijingDay(now), to: beijingDay(now) }
  const { remote, reload } = useLoaded(ask, { from: period.from, to: period.to })
  const figures = remote.status === 'done' ? remote.value : null
  const save = async () => {
    if (!figures) return
    setFailed(false)
    try {
      await saveWorkbook(
        [timelinessSheet(figures, period.name)],
        `公开及时率 ${period.from} ${period.to} ${figures.hospitalName}.xlsx`,
      )
      toast('下载好了')
    } catch {
      setFailed(true)
    }
  }
  const rate = figures ? rateWords(figures) : null
  return (
    <SidePanel title="公开及时率" onClose={onClose}>
      <View className="disclosure-chips" {...semantics({ role: 'group', label: '哪一段' })}>
        {periods.map(({ name }, index) => (
          <Chip key={name} pressed={index === at} onTap={() => setAt(index)}>
            {name}
          </Chip>
        ))}
      </View>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : null}
      {figures ? (
        <View>
          <View className="disclosure-rate">
            {rate === null
              ? `${period.name}没有到期的`
              : `${period.name}应当公开 ${figures.due} 条，按时 ${figures.inTime} 条，${rate}`}
          </View>
          <View className="t4 c2 gap-2">
            {`${counted}按最晚公开的日子算，数到 ${dayOf(figures.through, now)}。还没到期的、更正的不算；撤下的照原来公开的日子算；报错撤回的不算。`}
          </View>
          {figures.undated > 0 ? (
            <View className="t4 c2 gap-2">{`另有 ${figures.undated} 条，放假安排还没有公布，最晚哪天不知道，没有算进去。`}</View>
          ) : null}
          {figures.rows.length > 0 ? (
            <View className="gap-5">
              <Head aside="最晚公开">一条一条</Head>
              <List label="到期的每一条">
                {[...figures.rows].reverse().map((row) => (
                  <DisclosureRow
                    key={`${row.id ?? row.slot}${row.dueOn}`}
                    role="button"
                    title={dueTitle(row)}
                    line={[
                      row.slotName,
                      row.ownerName,
                      row.inTime && row.publishedOn && `${dayOf(row.publishedOn, now)}公开`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                    late={
                      row.inTime ? undefined : row.publishedOn ? `${dayOf(row.publishedOn, now)}才公开` : '还没有公开'
                    }
                    end={dayOf(row.dueOn, now)}
                    onTap={() => (row.id && row.title ? onEntry(row.id) : onSlot(row.slot))}
                  />
                ))}
              </List>
            </View>
          ) : null}
          {failed ? (
            <View className="gap-3">
              <ErrorNote onRetry={() => void save()}>表格没有写成，请再试一次。</ErrorNote>
            </View>
          ) : null}
          {process.env.TARO_ENV === 'h5' ? (
            <View className="gap-5">
              <Button kind="quiet" wide icon="save" onTap={() => void save()}>
                存成表格（XLSX）
              </Button>
            </View>
          ) : null}
        </View>
      ) : remote.status === 'failed' ? null : (
        <Skeleton lines={6} />
      )}
    </SidePanel>
  )
}
