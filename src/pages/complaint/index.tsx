import { useLoaded } from '#cloud/use-action'
import type { Promised } from '#domain/complaint/promise.words'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { Landing } from '#domain/hospital/place.contract'
import { ringWhenLate } from '#domain/hospital/hospital.rules'
import { sceneIn } from '#domain/hospital/scene'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { CareSettingStep, IdentityStep, ReviewStep, WordsStep } from '../../features/complaint/ComplaintForm'
import {
  type ComplaintDraft,
  type DraftWords,
  deleteDraft,
  loadDraft,
  newDraft,
  type StandingAt,
  saveDraft,
} from '../../features/complaint/complaint.draft'
import { isAboutElsewhere, type StepNumber, whyNot } from '../../features/complaint/complaint.draft.rules'
import { sendComplaint, settleSent } from '../../features/complaint/send-complaint'
import { hospitalApi } from '../../features/hospital/hospital.api'
import { goBack, replaceWith, routes } from '../../routes'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'

const NEXT: Record<StepNumber, string> = {
  1: '下一步：写经过',
  2: '下一步：怎么联系您',
  3: '下一步：看一遍再提交',
  4: '交给医患办',
}

// A step is read from its beginning, and so is what went wrong.
const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

const standingAt = ({ place }: Landing): StandingAt => ({
  touchpointId: place?.touchpointId ?? null,
  place: place ? `${place.departmentName}，${place.place}` : null,
})

/** What was left on this phone, or a new draft for where the reader stands. */
const beginAt = async (here: StandingAt): Promise<ComplaintDraft> => {
  const draft = await loadDraft()
  if (!draft) return newDraft(here)
  return draft.text === '' ? { ...draft, ...here } : draft
}

/** Files a complaint one thought a step. What is written stays on this phone until it is acknowledged. */
export default function ComplaintPage() {
  const scene = sceneIn(useRouter().params.scene)
  const { remote, reload } = useLoaded(hospitalApi.landing, { scene })
  const landing = remote.status === 'done' ? remote.value : null
  const [draft, setDraft] = useState<ComplaintDraft | null>(null)
  const [resumed, setResumed] = useState(false)
  const [saved, setSaved] = useState(true)
  const [failed, setFailed] = useState<ErrorCode | null>(null)

  useEffect(() => {
    if (draft || !landing) return
    const begin = async () => {
      const begun = await beginAt(standingAt(landing))
      setDraft(begun)
      setResumed(begun.text !== '')
    }
    begin().catch(() => setFailed('system.failed'))
  }, [draft, landing])

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
  draft: ComplaintDraft
  resumed: boolean
  saved: boolean
  keep: (draft: ComplaintDraft) => void
  startAgain: () => void
}

const Writing = ({ landing, draft, resumed, saved, keep, startAgain }: WritingProps) => {
  const now = useNow()
  // What left this phone without an answer is not changed before one knows what became of it.
  const [step, setStep] = useState<StepNumber>(draft.sent ? 4 : 1)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(draft.sent ? 'network.no_answer' : null)
  const [asking, setAsking] = useState(false)
  const here = standingAt(landing)

  const show = (next: StepNumber) => {
    setStep(next)
    toTop()
  }
  const change = (part: Partial<DraftWords>) => keep({ ...draft, ...part })
  const during = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    try {
      await work()
    } catch {
      setFailed('system.failed')
    } finally {
      setBusy(false)
      toTop()
    }
  }
  const send = () =>
    during(async () => {
      const answer = await sendComplaint(draft)
      if (answer.ok) return void (await replaceWith(routes.receipt({ id: answer.value.complaintId })))
      setFailed(answer.code)
      const stored = await loadDraft()
      if (stored) keep(stored)
    })
  const goTo = (next: StepNumber) => {
    if (busy) return
    if (!draft.sent) return show(next)
    void during(async () => {
      const settled = await settleSent(draft)
      if (settled.kind === 'arrived') {
        return void (await replaceWith(routes.receipt({ id: settled.receipt.complaintId })))
      }
      if (settled.kind === 'unknown') return setFailed('network.offline')
      keep(settled.draft)
      setStep(next)
    })
  }
  const back = () => (step > 1 ? goTo((step - 1) as StepNumber) : void goBack())

  const promised: Promised = {
    dueAt: landing.dueIfFiledNow,
    replyWithinWorkingDays: landing.hospital.replyWithinWorkingDays,
  }
  return (
    <Page
      title="投诉建议"
      onBack={back}
      dock={
        <>
          {step > 1 ? (
            <Button kind="text" disabled={busy} onTap={back}>
              上一步
            </Button>
          ) : null}
          <Button
            grow
            busy={busy}
            disabledBecause={whyNot(draft, step) ?? undefined}
            onTap={() => (step < 4 ? show((step + 1) as StepNumber) : void send())}
          >
            {failed && step === 4 ? '再交一次' : NEXT[step]}
          </Button>
        </>
      }
    >
      {resumed && step === 1 ? (
        <Notice icon="pen" actions={[{ text: '不要了，重新写', onTap: () => setAsking(true) }]}>
          上次没写完的还在，接着写就行。
        </Notice>
      ) : null}
      {step === 1 ? (
        <CareSettingStep draft={draft} change={change} elsewhere={isAboutElsewhere(draft, here) ? here : null} />
      ) : null}
      {step === 2 ? <WordsStep draft={draft} change={change} saved={saved} /> : null}
      {step === 3 ? <IdentityStep draft={draft} change={change} /> : null}
      {step === 4 ? (
        <ReviewStep
          draft={draft}
          now={now}
          promised={promised}
          failed={failed}
          phone={ringWhenLate(landing.hospital)}
          goTo={goTo}
        />
      ) : null}
      {asking ? (
        <ConfirmDialog
          title="删掉上次写的，重新写？"
          detail="删掉就找不回来了。"
          confirm="删掉，重新写"
          cancel="留着"
          onConfirm={() => {
            setAsking(false)
            startAgain()
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </Page>
  )
}
