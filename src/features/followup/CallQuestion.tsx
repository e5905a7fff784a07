import { sentenceFor } from '#domain/errors'
import { afterSkipping, handedIn, standingAt, whyNot } from '#domain/survey/answering.path'
import type { Instant } from '#domain/instant'
import type { FollowUpDetail } from '#domain/survey/followup.contract'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { QuestionView } from '../../ui/question/QuestionView'
import { semantics } from '../../ui/semantics'
import { Step } from '../../ui/Step'
import type { CallSheet } from './call.drafts'
import { CallTimer } from './CallTimer'
import { nameOf, saidFirst, sinceDischarge } from './followup.words'
import { HowToComplain, HowToReport } from './HowTo'
import type { Calling, OpenCall } from './use-call'
import './followup.css'

interface CallQuestionProps {
  opened: OpenCall
  detail: FollowUpDetail
  sheet: CallSheet
  since: Instant
  calling: Calling
  now: Instant
  trouble: ReactNode
  onRecorded: () => void
  onToComplaint: () => void
  onComplain: () => void
}

/** A question read out over the phone, its answer noted down as it was said. */
export const CallQuestion = ({
  opened,
  detail,
  sheet,
  since,
  calling,
  now,
  trouble,
  onRecorded,
  onToComplaint,
  onComplain,
}: CallQuestionProps) => {
  const [aside, setAside] = useState<'report' | 'complaint' | null>(null)
  const form = detail.survey?.form
  const standing = form && sheet.at ? standingAt(form, sheet.answers, sheet.at) : null
  if (!form || !standing) return null
  const { question, section, before, after } = standing
  const given = sheet.answers[question.id]
  const greeting = saidFirst(form, before)
  const isLast = after === null
  const isEmpty = isLast && Object.keys(handedIn(form, sheet.answers)).length === 0
  const why = whyNot(question, given, isLast) ?? (isEmpty ? '一题也没有答' : null)
  const skipTo = afterSkipping(form, sheet.answers, question.id)
  const maySkip = !question.required && question.kind !== 'text' && skipTo !== null
  const toggle = (which: 'report' | 'complaint') => setAside(aside === which ? null : which)
  const skip = () => {
    if (skipTo === null) return
    calling.answer(question.id, undefined)
    calling.goTo(skipTo)
  }
  const finish = async () => {
    if (await calling.record('reached', { withAnswers: true })) onRecorded()
  }
  return (
    <View className="call">
      <View className="call-body">
        <View className="call-head">
          <View className="call-who">{`${nameOf(detail)} · ${sinceDischarge(detail, now)}`}</View>
          <CallTimer since={since} />
        </View>
        <View className="gap-2">
          <Step now={standing.now} of={standing.of} unit="题" />
        </View>
        {trouble ? <View className="call-trouble">{trouble}</View> : null}
        {opened.saved ? null : (
          <View className="call-trouble">
            <Notice tone="wait" announced="status">
              这台电脑存不下了，记完之前请别关这一页。
            </Notice>
          </View>
        )}
        {greeting ? <View className="call-note">{greeting}</View> : null}
        <View className="call-script">
          <QuestionView
            key={question.id}
            question={question}
            answer={given}
            onAnswer={(value) => calling.answer(question.id, value)}
            error={opened.refused === question.id ? sentenceFor('survey.answer_refused') : undefined}
            above={section ? `念给对方听 · ${section.text}` : '念给对方听'}
          />
        </View>
        <View className="call-note">
          {question.kind === 'text' ? '原样记，不替人总结。' : '照对方说的选，不替人总结。'}
        </View>
        <View className="call-ways">
          {before === null ? null : (
            <LinkText role="button" onTap={() => calling.goTo(before)}>
              上一题
            </LinkText>
          )}
          {maySkip ? (
            <LinkText role="button" onTap={skip}>
              没遇到这种情况，跳过
            </LinkText>
          ) : null}
        </View>
        <View className="followup-chips">
          <Chip icon="report-secret" pressed={aside === 'report'} onTap={() => toggle('report')}>
            说到红包，告诉怎么举报
          </Chip>
          <Chip pressed={aside === 'complaint'} onTap={() => toggle('complaint')}>
            转投诉
          </Chip>
        </View>
        {aside === 'report' ? <HowToReport contacts={detail.contacts} /> : null}
        {aside === 'complaint' ? (
          <HowToComplain
            contacts={detail.contacts}
            busy={opened.acting === 'to_complaint'}
            onRecord={onToComplaint}
            onComplain={onComplain}
          />
        ) : null}
      </View>
      <View className="call-dock" {...semantics({ role: 'region', label: '操作' })}>
        <Button kind="quiet" disabled={opened.acting !== null} onTap={calling.hangUp}>
          挂断了
        </Button>
        <Button
          grow
          busy={opened.acting === 'reached'}
          busyText="正在记"
          disabledBecause={why ?? undefined}
          onTap={() => (after === null ? void finish() : calling.goTo(after))}
        >
          {after !== null ? '下一题' : opened.problem ? '再记一次' : '记下，结束'}
        </Button>
      </View>
    </View>
  )
}
