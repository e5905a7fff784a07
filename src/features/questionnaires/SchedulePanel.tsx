import { sentenceFor, type ErrorCode } from '#domain/errors'
import { type Day, type Instant, beijingDay, daysAfter, monthsAfter } from '#domain/instant'
import type { OpenPeriod, Quota, Survey } from '#domain/survey/survey.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { DayField } from '../../ui/DayField'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { NumberField } from './NumberField'
import { dayWords, periodInWords } from './survey.words'

export interface Schedule {
  periods: OpenPeriod[]
  quota: Quota
  retired: boolean
}

interface SchedulePanelProps {
  survey: Pick<Survey, 'periods' | 'quota' | 'retired' | 'version'>
  now: Instant
  busy: boolean
  failed: ErrorCode | null
  onSave: (schedule: Schedule) => void
  onClose: () => void
}

const PERIODS_MOST = 40
const QUOTA_MOST = 1_000_000
const YEARS_AHEAD = 10
/** Told apart while they are edited. */
type Row = OpenPeriod & { key: number }

const EARLIEST: Day = '2000-01-01'

/** When answers are taken, how many, and whether the questionnaire is in use at all. */
export const SchedulePanel = ({ survey, now, busy, failed, onSave, onClose }: SchedulePanelProps) => {
  const today = beijingDay(now)
  const [periods, setPeriods] = useState<readonly Row[]>(() =>
    survey.periods.map((period, key) => ({ ...period, key })),
  )
  const [nextKey, setNextKey] = useState(survey.periods.length)
  const [quota, setQuota] = useState(survey.quota)
  const [asked, setAsked] = useState(false)
  const latest = monthsAfter(today, 12 * YEARS_AHEAD)
  const put = (place: number, period: Partial<OpenPeriod>) =>
    setPeriods(periods.map((each, at) => (at === place ? { ...each, ...period } : each)))
  const add = () => {
    const ends = periods.map(({ to }) => to ?? today).sort()
    const after = ends.at(-1)
    const from = after && after >= today ? daysAfter(after, 1) : today
    setPeriods([...periods, { key: nextKey, from, to: null }])
    setNextKey(nextKey + 1)
  }
  const reversed = periods.some(({ from, to }) => to !== null && to < from)
  const save = (retired = survey.retired) => {
    setAsked(true)
    const ordered = [...periods].sort((one, other) => (one.from < other.from ? -1 : 1))
    if (!reversed) onSave({ periods: ordered.map(({ from, to }) => ({ from, to })), quota, retired })
  }
  return (
    <SidePanel title="什么时候收，收多少" onClose={onClose}>
      {failed ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-4">
        <Head>开放的日子</Head>
        {periods.length === 0 ? <View className="t4 c2">还没有。不加日子，发布了也没有人答。</View> : null}
        {periods.map((period, place) => (
          <View
            key={period.key}
            className="period"
            {...semantics({ role: 'group', label: `第 ${place + 1} 段，${periodInWords(period, now)}` })}
          >
            <DayField
              label="从哪天"
              value={period.from}
              words={dayWords(period.from, now)}
              earliest={EARLIEST}
              latest={latest}
              onChange={(from) => put(place, { from })}
            />
            <View className="edit-chips">
              <Chip
                pressed={period.to === null}
                onTap={() =>
                  put(place, { to: period.to === null ? (period.from > today ? period.from : today) : null })
                }
              >
                不限到哪天
              </Chip>
            </View>
            {period.to === null ? null : (
              <View className="gap-3">
                <DayField
                  label="到哪天，这天也收"
                  value={period.to}
                  words={dayWords(period.to, now)}
                  earliest={period.from}
                  latest={latest}
                  error={asked && period.to < period.from ? '结束的日子在开始之前，请改一下。' : undefined}
                  onChange={(to) => put(place, { to })}
                />
              </View>
            )}
            <View className="edit-links">
              {period.from <= today && (period.to === null || period.to >= today) ? (
                <LinkText
                  role="button"
                  label={`第 ${place + 1} 段今天收完就结束`}
                  onTap={() => put(place, { to: today })}
                >
                  今天收完就结束
                </LinkText>
              ) : null}
              <LinkText
                role="button"
                label={`去掉这一段，第 ${place + 1} 段`}
                onTap={() => setPeriods(periods.filter((_, at) => at !== place))}
              >
                去掉这一段
              </LinkText>
            </View>
          </View>
        ))}
        {periods.length < PERIODS_MOST ? (
          <View className="gap-3">
            <Button kind="quiet" onTap={add}>
              加一段日子
            </Button>
          </View>
        ) : null}
      </View>
      <View className="gap-5">
        <Head>每段日子收多少份</Head>
        <View className="gap-3">
          <NumberField
            label="一共最多收"
            aside="份，空着就不限"
            value={quota.total}
            least={1}
            most={QUOTA_MOST}
            onChange={(total) => setQuota({ ...quota, total })}
          />
        </View>
        <View className="gap-4">
          <NumberField
            label="每个科室最多收"
            aside="份，空着就不限"
            value={quota.perDepartment}
            least={1}
            most={QUOTA_MOST}
            onChange={(perDepartment) => setQuota({ ...quota, perDepartment })}
          />
        </View>
      </View>
      <View className="gap-5">
        <Button wide busy={busy} busyText="正在保存" onTap={() => save()}>
          保存
        </Button>
      </View>
      <View className="gap-5">
        <Head>{survey.retired ? '停用了' : '停用'}</Head>
        <View className="t4 c2">
          {survey.retired ? '现在没有人能答，以前的答案都在。' : '停用以后没有人能答，以前的答案都在，随时可以恢复。'}
        </View>
        <View className="gap-3">
          <Button kind="quiet" disabled={busy} onTap={() => save(!survey.retired)}>
            {survey.retired ? '恢复使用' : '停用这份问卷'}
          </Button>
        </View>
      </View>
    </SidePanel>
  )
}
