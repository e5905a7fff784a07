import { useLoaded } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import {
  CareSettingStep,
  IdentityStep,
  ReviewStep,
  type StepNumber,
  whyNot,
  WordsStep,
} from '../../features/complaint/ComplaintForm'
import {
  type ComplaintDraft,
  deleteDraft,
  loadDraft,
  newDraft,
  saveDraft,
} from '../../features/complaint/complaint.draft'
import { sendUnderFreeNumber } from '../../features/complaint/send-complaint'
import { hospitalApi } from '../../features/hospital/hospital.api'
import { goBack, replaceWith, routes } from '../../routes'
import { Button } from '../../ui/Button'
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

/** Files a complaint one thought a step. What is written stays on this phone until it is acknowledged. */
export default function ComplaintPage() {
  const { scene } = useRouter().params
  const { remote, reload } = useLoaded(hospitalApi.landing, { scene })
  const now = useNow()
  const [draft, setDraft] = useState<ComplaintDraft | null>(loadDraft)
  const [resumed, setResumed] = useState(draft !== null && draft.text !== '')
  const [step, setStep] = useState<StepNumber>(1)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const landing = remote.status === 'done' ? remote.value : null

  useEffect(() => {
    if (draft || !landing) return
    const { place } = landing
    const at = {
      touchpointId: place?.touchpointId ?? null,
      place: place ? `${place.departmentName}，${place.place}` : null,
    }
    void newDraft(at).then(setDraft, () => setFailed('system.failed'))
  }, [draft, landing])

  const change = (part: Partial<ComplaintDraft>) => {
    if (!draft) return
    const changed = { ...draft, ...part }
    setDraft(changed)
    saveDraft(changed)
  }
  const show = (next: StepNumber) => {
    setStep(next)
    toTop()
  }
  const startAgain = () => {
    deleteDraft()
    setResumed(false)
    show(1)
    setDraft(null)
  }
  const send = async () => {
    if (!draft || busy) return
    setBusy(true)
    setFailed(null)
    const answer = await sendUnderFreeNumber(draft)
    setBusy(false)
    if (answer.ok) await replaceWith(routes.receipt({ id: answer.value.complaintId }))
    else {
      setFailed(answer.code)
      toTop()
      // Another number may have been taken on the way; go on from what is stored.
      setDraft(loadDraft() ?? draft)
    }
  }
  const back = () => (step > 1 ? show((step - 1) as StepNumber) : void goBack())
  const onward = () => (step < 4 ? show((step + 1) as StepNumber) : void send())

  if (!draft) {
    return (
      <Page title="投诉建议" onBack={() => void goBack()}>
        {remote.status === 'failed' || failed ? (
          <ErrorNote onRetry={() => void reload()}>
            {sentenceFor(remote.status === 'failed' ? remote.code : (failed ?? 'system.failed'))}
          </ErrorNote>
        ) : (
          <Skeleton lines={5} />
        )}
      </Page>
    )
  }

  const due = landing ? { dueAt: landing.dueIfFiledNow, workingDays: landing.hospital.replyWithinWorkingDays } : null
  const phone = landing?.hospital.contacts.find((contact) => contact.phone)?.phone ?? null
  return (
    <Page
      title="投诉建议"
      onBack={back}
      dock={
        <>
          {step > 1 ? (
            <Button kind="text" onTap={back}>
              上一步
            </Button>
          ) : null}
          <Button grow busy={busy} disabledBecause={whyNot(draft, step) ?? undefined} onTap={onward}>
            {failed && step === 4 ? '再交一次' : NEXT[step]}
          </Button>
        </>
      }
    >
      {resumed && step === 1 ? (
        <View>
          <Notice icon="pen" actions={[{ text: '不要了，重新写', onTap: startAgain }]}>
            上次没写完的还在，接着写就行。
          </Notice>
        </View>
      ) : null}
      {step === 1 ? <CareSettingStep draft={draft} change={change} /> : null}
      {step === 2 ? <WordsStep draft={draft} change={change} saved /> : null}
      {step === 3 ? <IdentityStep draft={draft} change={change} /> : null}
      {step === 4 ? <ReviewStep draft={draft} now={now} due={due} failed={failed} phone={phone} goTo={show} /> : null}
    </Page>
  )
}
