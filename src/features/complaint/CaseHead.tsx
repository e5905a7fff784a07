import type { CaseDetail } from '#domain/complaint/case.contract'
import { careSettingNames } from '#domain/complaint/complaint.model'
import { inGroups } from '#domain/complaint/receipt'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Days } from '../../ui/Days'
import { Lead } from '../../ui/Lead'
import { Status, type Tone } from '../../ui/Status'
import { CASE_HEAD, focusable } from './case.focus'
import { HEALTH } from './case.sorting'
import { channelOf, matterOf, standing } from './case.words'
import { daysInWords, deadlineOf, titleOf } from './complaint.words'
import './CaseHead.css'

const TONES: Record<ReturnType<typeof deadlineOf>['group'], Tone> = {
  overdue: 'late',
  today: 'wait',
  undated: 'wait',
  later: 'rest',
}

const aboveOf = (detail: CaseDetail): string =>
  [
    inGroups(detail.selector),
    matterOf(detail),
    detail.departmentName,
    careSettingNames[detail.careSetting],
    channelOf(detail),
    detail.named ? '留名' : '不留名',
    detail.place,
  ]
    .filter(Boolean)
    .join(' · ')

/** Which case it is, and where its days stand. */
export const CaseHead = ({ detail, now }: { detail: CaseDetail; now: Instant }) => {
  const open = detail.stage === 'open'
  const words = standing(detail, now)
  const tone = open ? TONES[deadlineOf(detail.dueAt, now).group] : 'done'
  const counted = open && detail.replyDays ? daysInWords(detail.replyDays, now) : null
  return (
    <View id={CASE_HEAD} className="case-head" {...focusable}>
      <Lead above={aboveOf(detail)}>{titleOf(detail.opening)}</Lead>
      <View className="case-standing">
        <Status tone={tone}>{words}</Status>
        {detail.urgent ? (
          <View className="case-urgent">
            <Status tone="wait">{HEALTH}</Status>
          </View>
        ) : null}
      </View>
      {counted ? (
        <View className="case-days">
          <Days urgent days={counted.days} label={`${counted.days.length} 个工作日，${words}`} />
        </View>
      ) : null}
    </View>
  )
}
