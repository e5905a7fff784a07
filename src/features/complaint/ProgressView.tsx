import type { Progress } from '#domain/complaint/complaint.contract'
import { byWhenInWords, promiseInWords } from '#domain/complaint/promise.words'
import { inGroups } from '#domain/complaint/receipt'
import { isOverdue } from '#domain/complaint/deadline'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { Days } from '../../ui/Days'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { dial } from '../../ui/PhoneLink'
import { Timeline, type TimelineEntry } from '../../ui/Timeline'
import { daysInWords } from './complaint.words'
import './ProgressView.css'

const headline = (progress: Progress, now: Instant): string => {
  if (progress.dueAt === null || progress.replyDays === null) return `${byWhenInWords(progress, now)}答复您`
  if (isOverdue(progress, now)) return '已过答复日'
  const { left } = daysInWords(progress.replyDays, now)
  return left <= 1 ? '最后一个工作日' : `还有 ${left} 个工作日`
}

const entriesOf = (progress: Progress, now: Instant): TimelineEntry[] => {
  const { events, text } = progress
  const happened = events.map(
    ({ kind, at }): TimelineEntry => ({
      key: kind,
      state: 'done',
      what: kind === 'submitted' ? '您提交了' : '医患办受理',
      when: timeInWords(at, now),
      said: kind === 'submitted' ? { text, mine: true } : undefined,
    }),
  )
  const accepted = events.some(({ kind }) => kind === 'accepted')
  return [
    ...happened,
    accepted
      ? { key: 'checking', state: 'now', what: '正在核查' }
      : { key: 'waiting', state: 'now', what: '等医患办受理' },
    { key: 'answer', state: 'to-come', what: '答复您', when: byWhenInWords(progress, now) },
  ]
}

/** Where a case stands, for whoever holds its receipt. */
export const ProgressView = ({ progress, now }: { progress: Progress; now: Instant }) => {
  const { replyDays, whenLate } = progress
  const late = isOverdue(progress, now)
  const counted = replyDays ? daysInWords(replyDays, now) : null
  return (
    <View>
      <Lead above={`编号 ${inGroups(progress.selector)}`} hint={promiseInWords(progress, now)}>
        {headline(progress, now)}
      </Lead>
      {counted ? (
        <View className="progress-days">
          <Days
            days={counted.days}
            label={`${counted.days.length} 个工作日，${late ? '已经过了' : `已用 ${counted.used} 个`}`}
          />
        </View>
      ) : null}
      {late ? (
        <View className="progress-late">
          <Notice
            tone="late"
            actions={whenLate ? [{ text: `打电话问 ${whenLate}`, onTap: () => dial(whenLate) }] : undefined}
          >
            没有按时答复，是我们没做到。您可以直接打电话问。
          </Notice>
        </View>
      ) : null}
      <Timeline entries={entriesOf(progress, now)} />
    </View>
  )
}
