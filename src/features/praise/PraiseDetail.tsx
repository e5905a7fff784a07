import { sentenceFor, type ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { Result } from '#domain/result'
import type { PraiseRow } from '#domain/survey/praise.contract'
import { praiseKindNames } from '#domain/survey/praise.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { PassOnForm } from './PassOnForm'
import { PraiseShots } from './PraiseShots'
import { PublishForm } from './PublishForm'
import { dayOf } from './praise.words'
import { ReasonForm } from './ReasonForm'
import { surveyApi } from './survey.api'
import type { PraisePage } from './use-praise-desk'
import './PraiseDesk.css'

interface PraiseDetailProps {
  praise: PraiseRow
  departments: PraisePage['departments']
  now: Instant
  acting: boolean
  failed: ErrorCode | null
  onAct: (work: () => Promise<Result<PraiseRow>>) => Promise<boolean>
}

type Asked = 'decline' | 'publish' | 'takeOff' | 'passOn' | null

/** One person's thanks, as they were written, and the next thing to do with them. */
export const PraiseDetail = ({ praise, departments, now, acting, failed, onAct }: PraiseDetailProps) => {
  const [asked, setAsked] = useState<Asked>(null)
  const which = { id: praise.id, rev: praise.rev }
  const act = async (work: () => Promise<Result<PraiseRow>>) => {
    const done = await onAct(work)
    if (done) setAsked(null)
    return done
  }
  const { state, passedOn, wall, takenOff, declined } = praise
  const consent = praise.mayPublish ? '可以登出来，不写是谁' : '只给本人和科里'
  const facts = [
    { term: '收到', text: dayOf(praise.receivedOn, now) },
    { term: '说好', text: `${dayOf(praise.passOnBy, now)}前带到` },
    { term: '给谁看', text: consent },
    ...(praise.place ? [{ term: '在哪里写的', text: praise.place }] : []),
    ...(passedOn
      ? [
          { term: '带给了', text: `${passedOn.to}（${dayOf(passedOn.on, now)}）` },
          { term: '算在', text: `${praise.departmentName ?? '还不知道哪个科'} · ${praiseKindNames[praise.kind]}` },
        ]
      : []),
  ]
  const passing = state === 'received' || asked === 'passOn'
  return (
    <View>
      <Lead above="想谢谢">{praise.whom}</Lead>
      <View className="praise-words">{praise.text}</View>
      {praise.photos.length > 0 ? <PraiseShots urls={praise.photos.map(({ url }) => url)} name="原来的照片" /> : null}
      <View className="gap-4">
        <Facts facts={facts} />
      </View>
      {wall ? (
        <View className="praise-form">
          <Head aside={`${dayOf(wall.on, now)}登的`}>墙上写的</Head>
          <View className="praise-words">{wall.text}</View>
          {wall.photos.length > 0 ? <PraiseShots urls={wall.photos.map(({ url }) => url)} name="墙上的照片" /> : null}
        </View>
      ) : null}
      {takenOff ? (
        <View className="gap-4">
          <Notice icon="eye">{`${dayOf(takenOff.on, now)}从墙上拿下来了：${takenOff.reason}。`}</Notice>
        </View>
      ) : null}
      {declined ? (
        <View className="gap-4">
          <Notice icon="eye">{`${dayOf(declined.on, now)}没有转：${declined.reason}。写的人看得到这句话。`}</Notice>
        </View>
      ) : null}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {passing && asked !== 'decline' ? (
        <PassOnForm
          praise={praise}
          departments={departments}
          busy={acting}
          onPassOn={(passed) => void act(() => surveyApi.passPraiseOn({ ...which, ...passed }))}
          onLeave={asked === 'passOn' ? () => setAsked(null) : () => setAsked('decline')}
          leave={asked === 'passOn' ? '先不改' : '不转，说明原因'}
        />
      ) : null}
      {asked === 'decline' ? (
        <ReasonForm
          title="为什么不转？"
          hint="写的人会看到这句话。是投诉的，请写明到“投诉建议”里说。"
          action="不转了"
          busy={acting}
          onReason={(reason) => void act(() => surveyApi.declinePraise({ ...which, reason }))}
          onLeave={() => setAsked(null)}
        />
      ) : null}
      {asked === 'takeOff' ? (
        <ReasonForm
          title="为什么拿下来？"
          hint="留在这里给同事看，不公开。"
          action="从墙上拿下来"
          busy={acting}
          onReason={(reason) => void act(() => surveyApi.takePraiseOff({ ...which, reason }))}
          onLeave={() => setAsked(null)}
        />
      ) : null}
      {asked === 'publish' ? (
        <PublishForm
          praise={praise}
          busy={acting}
          onPublish={(publication) => act(() => surveyApi.publishPraise({ ...which, ...publication }))}
          onLeave={() => setAsked(null)}
        />
      ) : null}
      {asked === null && (state === 'passed_on' || state === 'published') ? (
        <View className="praise-acts">
          {praise.mayPublish ? (
            <Button kind={state === 'passed_on' ? 'primary' : 'quiet'} onTap={() => setAsked('publish')}>
              {state === 'passed_on' ? '登到感谢墙上' : '改墙上写的'}
            </Button>
          ) : null}
          {state === 'published' ? (
            <Button kind="quiet" onTap={() => setAsked('takeOff')}>
              从墙上拿下来
            </Button>
          ) : null}
          <Button kind="text" onTap={() => setAsked('passOn')}>
            带给谁写错了
          </Button>
        </View>
      ) : null}
    </View>
  )
}
