import { useLoaded } from '#cloud/use-action'
import { Kind } from '#domain/complaint/category'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { ringWhenLate } from '#domain/hospital/hospital.rules'
import type { Landing } from '#domain/hospital/place.contract'
import { sceneIn } from '#domain/hospital/scene'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { albumOfCase, FILING_ALBUM } from '../../features/complaint/album.names'
import { ComplaintForm, FilingDock, ResumedNote } from '../../features/complaint/ComplaintForm'
import {
  type ComplaintDraft,
  deleteDraft,
  loadDraft,
  newDraft,
  type StandingAt,
  saveDraft,
} from '../../features/complaint/complaint.draft'
import { isAboutElsewhere, isBlank } from '../../features/complaint/complaint.draft.rules'
import { useFiling } from '../../features/complaint/use-filing'
import { usePhotos } from '../../features/complaint/use-photos'
import { hospitalApi } from '../../features/hospital/hospital.api'
import { goBack, goTo, replaceWith, routes } from '../../routes'
import { takeBegun } from '../../ui/begun.words'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { PhotoBoard } from '../../ui/PhotoBoard'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

const kindIn = (query: unknown): Kind | null => {
  const kind = v.safeParse(Kind, query)
  return kind.success ? kind.output : null
}

const standingAt = ({ place }: Landing): StandingAt => ({
  touchpointId: place?.touchpointId ?? null,
  place: place ? `${place.departmentName}，${place.place}` : null,
})

interface Begun {
  readonly draft: ComplaintDraft
  /** Somebody wrote it on an earlier visit. */
  readonly resumed: boolean
}

/** What was left on this phone, or a new draft for where the reader stands, what they touched and said already. */
const beginAt = async (here: StandingAt, wanted: Kind | null, text: string): Promise<Begun> => {
  const draft = await loadDraft()
  if (!draft) return { draft: { ...(await newDraft({ ...here, kind: wanted })), text }, resumed: false }
  if (draft.sent) return { draft, resumed: !isBlank(draft) }
  return isBlank(draft)
    ? { draft: { ...draft, ...here, kind: wanted, text }, resumed: false }
    : { draft: { ...draft, kind: draft.kind ?? wanted }, resumed: true }
}

/** Files a complaint one thought a step. What is written stays on this phone until it is acknowledged. */
export default function ComplaintPage() {
  const { params } = useRouter()
  const scene = sceneIn(params.scene)
  const wanted = kindIn(params.kind)
  const { remote, reload } = useLoaded(hospitalApi.landing, { scene })
  const landing = remote.status === 'done' ? remote.value : null
  const [draft, setDraft] = useState<ComplaintDraft | null>(null)
  const [resumed, setResumed] = useState(false)
  const [saved, setSaved] = useState(true)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const [words] = useState(takeBegun)

  useEffect(() => {
    if (draft || !landing) return
    const begin = async () => {
      const begun = await beginAt(standingAt(landing), wanted, words)
      setDraft(begun.draft)
      setResumed(begun.resumed)
    }
    begin().catch(() => setFailed('system.failed'))
  }, [draft, landing, wanted, words])

  if (!draft || !landing) {
    const problem = remote.status === 'failed' ? remote.code : failed
    return (
      <Page title="投诉建议" onBack={() => void goBack()}>
        {problem ? <ErrorNote onRetry={() => void reload()}>{sentenceFor(problem)}</ErrorNote> : <Skeleton lines={5} />}
      </Page>
    )
  }
  return (
    <Writing
      landing={landing}
      wanted={wanted}
      draft={draft}
      resumed={resumed}
      saved={saved}
      keep={(next) => {
        setDraft(next)
        setSaved(saveDraft(next))
      }}
      startAgain={() => {
        deleteDraft()
        setResumed(false)
        setDraft(null)
      }}
    />
  )
}

interface WritingProps {
  landing: Landing
  wanted: Kind | null
  draft: ComplaintDraft
  resumed: boolean
  saved: boolean
  keep: (draft: ComplaintDraft) => void
  startAgain: () => void
}

const Writing = ({ landing, wanted, draft, resumed, saved, keep, startAgain }: WritingProps) => {
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const here = standingAt(landing)
  const photos = usePhotos(FILING_ALBUM)
  const filing = useFiling({
    draft,
    now,
    keep,
    onLeave: () => void goBack(),
    onFiled: ({ complaintId, selector }, handedIn) => {
      if (photos.waiting > 0) toast('没传好的照片还在这台手机里，在“查进度”里接着传')
      photos.settle(handedIn, albumOfCase(selector))
      void replaceWith(routes.receipt({ id: complaintId }))
    },
    onShow: toTop,
  })
  const { renew } = photos
  useEffect(() => {
    if (filing.failed === 'photo.unknown') void renew()
  }, [filing.failed, renew])
  return (
    <Page title="投诉建议" onBack={filing.back} dock={<FilingDock draft={draft} filing={filing} photos={photos} />}>
      {resumed && filing.screen === filing.first && !filing.mending ? (
        <ResumedNote
          draft={draft}
          wanted={wanted}
          elsewhere={isAboutElsewhere(draft, here) ? here : null}
          change={filing.change}
          onStartAgain={() => setAsking(true)}
        />
      ) : null}
      <ComplaintForm
        draft={draft}
        filing={filing}
        photos={photos}
        photoBoard={<PhotoBoard album={photos} />}
        now={now}
        saved={saved}
        here={here}
        promised={{
          dueAt: landing.dueIfFiledNow,
          replyWithinWorkingDays: landing.hospital.replyWithinWorkingDays,
        }}
        phone={ringWhenLate(landing.hospital)}
        onChannels={() => void goTo(routes.channels())}
        onPrivacy={() => void goTo(routes.privacy())}
      />
      {asking ? (
        <ConfirmDialog
          title="删掉上次写的，重新写？"
          detail="删掉就找不回来了。"
          confirm="删掉，重新写"
          cancel="留着"
          onConfirm={() => {
            setAsking(false)
            photos.clear()
            startAgain()
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </Page>
  )
}
