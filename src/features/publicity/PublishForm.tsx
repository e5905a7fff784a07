import type { DraftView } from '#domain/culture/desk.contract'
import { beijingDay, dayInWords, daysAfter, type Instant, startOfBeijingDay } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { DayField } from '../../ui/DayField'
import { FieldError } from '../../ui/FieldError'
import { Head } from '../../ui/Lead'
import { instantOf, type Minute, minuteOf } from '../../ui/minute'
import { TimeField } from '../../ui/TimeField'
import { isOver } from './minute'

interface PublishFormProps {
  draft: DraftView
  now: Instant
  busy: boolean
  onPublish: (times: { publishAt: Instant | null; goneAt: Instant | null }) => void
  onLeave: () => void
}

const FARTHEST_DAYS = 730
/** When it appears and, where that is wished, when it goes: to the minute. */
export const PublishForm = ({ draft, now, busy, onPublish, onLeave }: PublishFormProps) => {
  const hasBegun = draft.publishAt !== null && draft.publishAt <= now
  const isRunning = draft.state === 'published' && hasBegun && !isOver(draft, now)
  const isWaiting = draft.state === 'published' && draft.publishAt !== null && draft.publishAt > now
  const [isLater, setIsLater] = useState(isWaiting)
  const [from, setFrom] = useState<Minute>(
    isWaiting ? minuteOf(draft.publishAt) : { day: daysAfter(beijingDay(now), 1), time: '08:00' },
  )
  const [ends, setEnds] = useState(draft.goneAt !== null && draft.goneAt > now)
  const [until, setUntil] = useState<Minute>(
    ends ? minuteOf(draft.goneAt) : { day: daysAfter(beijingDay(now), 30), time: '18:00' },
  )
  const begins = isLater ? instantOf(from) : null
  const goes = ends ? instantOf(until) : null
  const lateBegin =
    isLater && begins !== null && begins <= now ? '发布的时间已经过了，请选以后的，或选“现在就发”。' : undefined
  const wrongEnd = goes !== null && goes <= (begins ?? now) ? '下线要在发布以后，请选晚一点。' : undefined
  const isMissing = (isLater && begins === null) || (ends && goes === null)
  const wants = lateBegin || wrongEnd ? '时间还不对' : isMissing ? '请选好日期和时间' : undefined
  const today = beijingDay(now)
  const day = (label: string, value: Minute, put: (minute: Minute) => void) => (
    <View className="minute-fields">
      <View className="minute-day">
        <DayField
          label={`${label}日期`}
          value={value.day}
          words={value.day ? dayInWords(startOfBeijingDay(value.day), now) : ''}
          earliest={today}
          latest={daysAfter(today, FARTHEST_DAYS)}
          onChange={(next) => put({ ...value, day: next })}
        />
      </View>
      <View className="minute-time">
        <TimeField label={`${label}时间`} value={value.time} onChange={(time) => put({ ...value, time })} />
      </View>
    </View>
  )
  return (
    <View className="sheet-section">
      <Head>{isRunning ? '改下线时间' : '什么时候发布'}</Head>
      {isRunning ? null : (
        <View className="gap-3">
          <ChoiceGroup
            label="什么时候发布"
            options={[
              { value: 'now', title: '现在就发', detail: '点下去，谁都读得到了。' },
              { value: 'later', title: '定个时间', detail: '到那一分钟自己出现，不用守着。' },
            ]}
            value={isLater ? 'later' : 'now'}
            onChange={(when) => setIsLater(when === 'later')}
          />
        </View>
      )}
      {isLater && !isRunning ? day('发布', from, setFrom) : null}
      {lateBegin ? <FieldError id="publish-from">{lateBegin}</FieldError> : null}
      <View className="gap-4">
        <Choice
          kind="checkbox"
          title="到时间自己下线"
          detail="通知、活动预告这样过期的用。故事一般一直留着。"
          selected={ends}
          onTap={() => setEnds(!ends)}
        />
      </View>
      {ends ? day('下线', until, setUntil) : null}
      {wrongEnd ? <FieldError id="publish-until">{wrongEnd}</FieldError> : null}
      <View className="desk-acts gap-4">
        <Button
          busy={busy}
          busyText="正在发布"
          disabledBecause={wants}
          onTap={() => onPublish({ publishAt: isRunning ? draft.publishAt : begins, goneAt: goes })}
        >
          {isRunning ? '就这样定' : isLater ? '定好时间' : '现在发布'}
        </Button>
        <Button kind="text" onTap={onLeave}>
          {isRunning ? '不改了' : '先不发'}
        </Button>
      </View>
    </View>
  )
}
