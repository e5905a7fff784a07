import { useAction, useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import type { KeptPraise } from './praise.kept'
import { dayOf, progressInWords } from './praise.words'
import { surveyApi } from './survey.api'
import './PraisePaper.css'

interface KeptPraisesProps {
  kept: readonly KeptPraise[]
  now: Instant
  onForget: (praise: KeptPraise) => void
}

/** What this phone sent, and whether it was passed on (带到了). */
export const KeptPraises = ({ kept, now, onForget }: KeptPraisesProps) =>
  kept.length === 0 ? null : (
    <View className="praise-part">
      <Head>您送出的话</Head>
      <View className="gap-3" {...semantics({ role: 'list', label: '您送出的话' })}>
        {kept.map((praise) => (
          <Kept key={praise.id} praise={praise} now={now} onForget={() => onForget(praise)} />
        ))}
      </View>
    </View>
  )

interface KeptProps {
  praise: KeptPraise
  now: Instant
  onForget: () => void
}

const Kept = ({ praise, now, onForget }: KeptProps) => {
  const { remote, reload } = useLoaded(surveyApi.praiseProgress, { id: praise.id })
  const taking = useAction(surveyApi.takePraiseBack)
  const [asking, setAsking] = useState(false)
  const progress = remote.status === 'done' ? remote.value : null
  const standing = progress && progressInWords(progress, now)
  const takeBack = async () => {
    const answer = await taking.run({ id: praise.id })
    setAsking(false)
    if (answer.ok) void reload()
  }
  return (
    <View className="kept-praise" {...semantics({ role: 'listitem' })}>
      <View className="kept-praise-head">
        <View className="kept-praise-whom">{praise.whom}</View>
        {standing ? <Status tone={standing.tone}>{standing.text}</Status> : null}
      </View>
      <View className="kept-praise-more">
        {`${dayOf(praise.sentOn, now)}送出。`}
        {standing?.more}
        {remote.status === 'failed' && remote.code === 'praise.unknown' ? '这一条找不到了。' : null}
      </View>
      {remote.status === 'failed' && remote.code !== 'praise.unknown' ? (
        <View className="gap-2">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : null}
      {taking.remote.status === 'failed' ? (
        <View className="gap-2">
          <ErrorNote>{sentenceFor(taking.remote.code)}</ErrorNote>
        </View>
      ) : null}
      <View className="row">
        {progress?.mayPublish && progress.state !== 'declined' ? (
          <LinkText role="button" label={`不要登出来：${praise.whom}`} onTap={() => setAsking(true)}>
            不要登出来了
          </LinkText>
        ) : null}
        <LinkText role="button" label={`这台手机不再记：${praise.whom}`} onTap={onForget}>
          不再记
        </LinkText>
      </View>
      {asking ? (
        <ConfirmDialog
          title="这一条不要登出来了？"
          detail="马上从感谢墙上拿下来，以后也不再登。话照样带给本人和科里。"
          confirm="不要登了"
          cancel="还是登着"
          busy={taking.remote.status === 'pending'}
          onConfirm={() => void takeBack()}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </View>
  )
}
