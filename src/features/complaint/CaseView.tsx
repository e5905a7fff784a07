import type { CaseDetail } from '#domain/complaint/complaint.contract'
import { byWhenInWords, promiseInWords } from '#domain/complaint/promise.words'
import { inGroups } from '#domain/complaint/receipt'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Days } from '../../ui/Days'
import { Detail } from '../../ui/Detail'
import { Facts } from '../../ui/Facts'
import { NextAct } from '../../ui/NextAct'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { dial } from '../../ui/PhoneLink'
import { Timeline } from '../../ui/Timeline'
import { describeCase } from './CaseList'
import { daysInWords, deadlineOf, titleOf } from './complaint.words'
import './CaseView.css'

interface CaseViewProps {
  detail: CaseDetail
  now: Instant
  busy: boolean
  onAccept: () => void
}

/** One case at the desk: what to do next, what happened, what else is known. */
export const CaseView = ({ detail, now, busy, onAccept }: CaseViewProps) => {
  const counted = detail.replyDays ? daysInWords(detail.replyDays, now) : null
  const accepted = detail.status === 'accepted'
  return (
    <Detail
      head={
        <>
          <Lead above={`投诉 ${inGroups(detail.selector)}　${describeCase(detail)}`}>{titleOf(detail.opening)}</Lead>
          {counted ? (
            <View className="case-days">
              <Days
                urgent
                named={false}
                days={counted.days}
                label={`${counted.days.length} 个工作日，${deadlineOf(detail.dueAt, now).group === 'overdue' ? '已超期' : `已用 ${counted.used} 个`}`}
              />
            </View>
          ) : null}
        </>
      }
      act={
        accepted ? (
          <NextAct
            what={`${byWhenInWords(detail, now)}，把核查结果反馈给投诉人`}
            why={`已受理；本院承诺 ${detail.replyWithinWorkingDays} 个工作日内答复`}
          />
        ) : (
          <NextAct what="看过经过，受理这一件" why={promiseInWords(detail, now)}>
            <Button grow busy={busy} busyText="正在受理" onTap={onAccept}>
              受理
            </Button>
          </NextAct>
        )
      }
      facts={
        <Facts
          facts={[
            {
              term: '投诉人',
              text: detail.contact ? (
                <View>
                  {detail.contact.name}
                  <View>
                    <LinkText
                      role="button"
                      label={`拨打 ${detail.contact.phone}`}
                      onTap={() => detail.contact && dial(detail.contact.phone)}
                    >
                      {detail.contact.phone}
                    </LinkText>
                  </View>
                </View>
              ) : (
                '不留名，等本人凭查询码回来看'
              ),
            },
            { term: '在哪儿', text: detail.place ?? '没有扫码，全院' },
            { term: '谁能看到', text: '本院投诉管理专员' },
          ]}
        />
      }
    >
      {detail.textSafety === 'risky' ? (
        <View className="case-safety">
          <Notice tone="wait">平台提示文字里可能有不当用语，请人看过再转给科室；投诉照常办理。</Notice>
        </View>
      ) : null}
      <Timeline
        entries={detail.events.map((event) => ({
          key: event.kind,
          state: 'done',
          what: event.kind === 'submitted' ? '收到' : '医患办受理',
          when: timeInWords(event.at, now),
          seen: { by: '投诉人可见' },
          said: event.kind === 'submitted' ? { text: detail.text, mine: true } : undefined,
        }))}
      />
    </Detail>
  )
}
