import { activityKindNames } from '#domain/culture/activity.model'
import type { Attending } from '#domain/culture/attendance.contract'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { Plate } from '../../ui/plates/Plate'
import { plateOf, whenInWords } from './activity.words'
import { Lines } from './Lines'
import './CheckIn.css'

const whoComes = ({ departmentName, expected, there }: Attending): string =>
  [`${departmentName ?? '全院'}${expected === null ? '' : ` ${expected} 人`}`, `已签 ${there} 人`].join('，')

interface AttendingViewProps {
  attending: Attending
  /** The code was given; what is left is to say that one is there. */
  ready: boolean
  failed: ErrorCode | null
  now: Instant
}

/** What one is about to check in to, what is kept of it, and that it is done. */
export const AttendingView = ({ attending, ready, failed, now }: AttendingViewProps) => {
  const { kind, title, place, speaker, topic, open, mine } = attending
  return (
    <View>
      <Plate name={plateOf(kind)} size="bleed" />
      <View className="gap-5">
        <Lead above={activityKindNames[kind]}>{title}</Lead>
      </View>
      {mine ? (
        <View className="gap-4">
          <Notice announced="status">
            {mine.presence === 'there'
              ? `签到好了，${timeInWords(mine.at, now)}记下的。`
              : `记下了，您在值班，${timeInWords(mine.at, now)}说的。赶得来，再签到一次就行。`}
          </Notice>
        </View>
      ) : null}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-4">
        <Lines
          lines={[
            { term: '时间', text: `${whenInWords(attending, now)}${open ? '，正在签到' : ''}` },
            { term: '地点', text: place },
            { term: '谁讲', text: [speaker, topic].filter(Boolean).join('，') },
            { term: '谁来', text: whoComes(attending) },
          ]}
        />
      </View>
      <View className="gap-4">
        <Lines
          lines={[
            { term: '只记', text: '到没到、几点到。不取位置，不拍照' },
            { term: '谁能看到', text: '名单只有组织的人和纪检看得到，公开的页上只有人数' },
            { term: '来不了', text: '值班、手术不算缺' },
            {
              term: '怎么签',
              text: ready || mine?.presence === 'there' ? null : '到会场看屏幕上的 6 位数，回上一页输进去',
            },
          ]}
        />
      </View>
    </View>
  )
}
