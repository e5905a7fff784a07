import { dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'
import type { FollowUpDetail } from '#domain/survey/followup.contract'
import { courseNames, outcomeNames } from '#domain/survey/followup.model'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { PhoneLink } from '../../ui/PhoneLink'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { answeredIn } from './call.drafts'
import { CALL_HEAD, focusable } from './call.focus'
import { sinceDischarge, standingOf } from './followup.words'
import { HowToComplain } from './HowTo'
import { LinkPanel } from './LinkPanel'
import type { Calling, OpenCall } from './use-call'
import './followup.css'

interface CallCardProps {
  opened: OpenCall
  detail: FollowUpDetail
  calling: Calling
  now: Instant
  trouble: ReactNode
  onRecord: (outcome: 'reached' | 'not_reached' | 'refused', closes?: boolean) => void
  onToComplaint: () => void
  onComplain: () => void
  onUndo: () => void
  /** To whoever comes next on the list; null: nobody does. */
  onNext: (() => void) | null
}

const CardHead = ({ detail, now }: { detail: FollowUpDetail; now: Instant }) => {
  const { words, tone } = standingOf(detail, now)
  const above = [detail.departmentName, courseNames[detail.course], sinceDischarge(detail, now)].join(' · ')
  return (
    <View id={CALL_HEAD} className="call-card-head" {...focusable}>
      <Lead above={above}>{detail.name ?? '姓名和电话已按期清除'}</Lead>
      <View className="call-standing">
        <Status tone={tone}>{words}</Status>
        <View className="call-due">{`随访日 ${dayInWords(startOfBeijingDay(detail.dueOn), now)}`}</View>
      </View>
    </View>
  )
}

const Calls = ({ detail, now }: { detail: FollowUpDetail; now: Instant }) =>
  detail.calls.length === 0 ? null : (
    <View className="gap-5">
      <Head>打过的电话</Head>
      <List label="打过的电话">
        {detail.calls.map(({ id, day, outcome, byName }) => (
          <Item
            key={id}
            title={outcomeNames[outcome]}
            detail={[dayInWords(startOfBeijingDay(day), now), byName].filter(Boolean).join(' · ')}
          />
        ))}
      </List>
    </View>
  )

const doneHint = ({ outcome, answered }: FollowUpDetail): string => {
  if (outcome === null) return '过了日子没有随访，姓名和电话已经清除，只留数字。'
  if (outcome === 'answered_link') return '本人用链接填了，答案里不带姓名，谁也对不上是哪一份。'
  return answered ? '答案已经记下，不带姓名，谁也对不上是哪一份。' : '这一次没有记答案。'
}

const DoneCard = ({
  opened,
  detail,
  onUndo,
  onNext,
  onComplain,
}: Pick<CallCardProps, 'opened' | 'detail' | 'onUndo' | 'onNext' | 'onComplain'>) => (
  <>
    <View className="gap-4">
      <Notice announced="status">{doneHint(detail)}</Notice>
    </View>
    {detail.outcome === 'to_complaint' ? (
      <HowToComplain contacts={detail.contacts} busy={false} onRecord={null} onComplain={onComplain} />
    ) : null}
    <View className="call-acts">
      {onNext ? <Button onTap={onNext}>下一位</Button> : null}
      {detail.mayUndo ? (
        <Button kind="quiet" busy={opened.acting === 'undo'} busyText="正在撤回" onTap={onUndo}>
          记错了，撤回
        </Button>
      ) : null}
    </View>
  </>
)

/** Somebody to ring: who it is, what came of earlier calls, what to do now. */
export const CallCard = (props: CallCardProps) => {
  const { opened, detail, calling, now, trouble, onRecord, onToComplaint, onComplain } = props
  const [aside, setAside] = useState<'link' | 'complaint' | null>(null)
  const isOpen = detail.stage === 'open'
  const answered = answeredIn(opened.draft)
  const toggle = (which: 'link' | 'complaint') => setAside(aside === which ? null : which)
  const recording = (outcome: OpenCall['acting']) => ({ busy: opened.acting === outcome, busyText: '正在记' })
  return (
    <View className="call">
      <View className="call-body">
        <CardHead detail={detail} now={now} />
        {trouble ? <View className="gap-4">{trouble}</View> : null}
        {isOpen && detail.phone !== null ? (
          <View className="gap-4 call-phone">
            <PhoneLink name="电话" number={detail.phone} />
          </View>
        ) : null}
        {isOpen && answered > 0 ? (
          <View className="gap-4">
            <Notice icon="save" announced="status">{`上次答了 ${answered} 题，留在这台设备上。打通了接着问。`}</Notice>
          </View>
        ) : null}
        {isOpen && detail.survey === null ? (
          <View className="gap-4">
            <Notice tone="wait">
              {detail.answered ? '答案已经交过了，只记打电话的结果。' : '现在没有在收的随访问卷，只记打电话的结果。'}
            </Notice>
          </View>
        ) : null}
        {isOpen ? (
          <>
            <View className="call-acts" {...semantics({ role: 'group', label: '还可以' })}>
              <Button kind="quiet" {...recording('refused')} onTap={() => onRecord('refused')}>
                拒访
              </Button>
              <Button kind="quiet" onTap={() => toggle('complaint')}>
                转投诉
              </Button>
              {detail.survey ? (
                <Button kind="quiet" {...recording('reached')} onTap={() => onRecord('reached')}>
                  打通了，没问完问卷
                </Button>
              ) : null}
              {detail.mayClose ? (
                <Button kind="quiet" {...recording('not_reached')} onTap={() => onRecord('not_reached', true)}>
                  还是没打通，不再打了
                </Button>
              ) : null}
              {detail.answered ? null : (
                <Button kind="quiet" icon="share" onTap={() => toggle('link')}>
                  发链接，请本人填
                </Button>
              )}
            </View>
            {aside === 'link' ? <LinkPanel detail={detail} /> : null}
            {aside === 'complaint' ? (
              <HowToComplain
                contacts={detail.contacts}
                busy={opened.acting === 'to_complaint'}
                onRecord={onToComplaint}
                onComplain={onComplain}
              />
            ) : null}
          </>
        ) : (
          <DoneCard {...props} />
        )}
        {isOpen && detail.mayUndo ? (
          <View className="gap-4">
            <Button kind="text" {...recording('undo')} onTap={props.onUndo}>
              最后一次记错了，撤回
            </Button>
          </View>
        ) : null}
        <Calls detail={detail} now={now} />
      </View>
      {isOpen ? (
        <View className="call-dock" {...semantics({ role: 'region', label: '操作' })}>
          <Button kind="quiet" {...recording('not_reached')} onTap={() => onRecord('not_reached')}>
            未接通
          </Button>
          {detail.survey ? (
            <Button grow onTap={() => void calling.begin()}>
              {answered > 0 ? '打通了，接着问' : '打通了，开始问'}
            </Button>
          ) : (
            <Button grow {...recording('reached')} onTap={() => onRecord('reached')}>
              已接通
            </Button>
          )}
        </View>
      ) : null}
    </View>
  )
}
