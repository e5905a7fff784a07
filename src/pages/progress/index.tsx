import { useAction } from '#cloud/use-action'
import type { Progress } from '#domain/complaint/progress.contract'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { albumOfCase } from '../../features/complaint/album.names'
import { complaintApi } from '../../features/complaint/complaint.api'
import { ProgressView } from '../../features/complaint/ProgressView'
import { openQuestion } from '../../features/complaint/progress.words'
import { type CodeEntered, ReceiptEntry } from '../../features/complaint/ReceiptEntry'
import { ReminderAsk } from '../../features/complaint/ReminderAsk'
import { forgetReceipt, keptReceipts, type KeptReceipt } from '../../features/complaint/receipt.store'
import { forgetSteps, type WrittenStep } from '../../features/complaint/step.draft'
import { StepForm } from '../../features/complaint/StepForm'
import { stepWants, stepWords } from '../../features/complaint/step.words'
import { usePhotos } from '../../features/complaint/use-photos'
import { useImmediateStep } from '../../features/complaint/use-immediate-step'
import { useStep } from '../../features/complaint/use-step'
import { PublicTabs } from '../../features/hospital/PublicTabs'
import { removeAlbum } from '../../files/photo.store'
import { goHome } from '../../routes'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { PhotoBoard } from '../../ui/PhotoBoard'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'

const toTop = () => {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** Follows a case by its receipt; nobody is asked who they are. */
export default function ProgressPage() {
  const { selector: wanted } = useRouter().params
  const [kept, setKept] = useState(keptReceipts)
  const { remote, run, reset } = useAction(complaintApi.progress)
  const [code, setCode] = useState<CodeEntered | null>(null)
  const known = kept.find((receipt) => receipt.selector === wanted)
  useEffect(() => {
    if (!known) return
    setCode({ selector: known.selector, secret: known.secret })
    void run({ selector: known.selector, secret: known.secret })
  }, [known, run])

  const open = ({ selector, secret }: CodeEntered) => {
    setCode({ selector, secret })
    void run({ selector, secret })
  }
  const close = () => {
    setCode(null)
    reset()
  }
  if (remote.status === 'done' && code) {
    return (
      <Case
        key={code.selector}
        code={code}
        loaded={remote.value}
        kept={kept.find(({ selector }) => selector === code.selector) ?? null}
        onBack={known ? () => void goHome() : close}
        onForget={(receipt) => {
          forgetReceipt(receipt)
          forgetSteps(receipt.selector)
          removeAlbum(albumOfCase(receipt.selector))
          setKept(keptReceipts())
          close()
        }}
      />
    )
  }
  const loading = remote.status === 'pending' && known !== undefined
  return (
    <Page title="查进度" tabs={<PublicTabs current="progress" />} onBack={() => void goHome()}>
      {loading ? (
        <Skeleton lines={6} />
      ) : (
        <>
          {remote.status === 'failed' ? (
            <ErrorNote onRetry={remote.code === 'receipt.unknown' || !code ? undefined : () => open(code)}>
              {sentenceFor(remote.code)}
            </ErrorNote>
          ) : null}
          <Entry kept={kept} busy={remote.status === 'pending'} onOpen={open} />
        </>
      )}
    </Page>
  )
}

const Entry = (props: { kept: readonly KeptReceipt[]; busy: boolean; onOpen: (code: CodeEntered) => void }) => (
  <ReceiptEntry {...props} now={useNow()} />
)

interface CaseProps {
  code: CodeEntered
  loaded: Progress
  /** The receipt, where this phone keeps it. */
  kept: KeptReceipt | null
  onBack: () => void
  onForget: (receipt: KeptReceipt) => void
}

/** One case in front of its complainant, and the steps they can take. */
const Case = ({ code, loaded, kept, onBack, onForget }: CaseProps) => {
  const now = useNow()
  const [progress, setProgress] = useState(loaded)
  const [asking, setAsking] = useState<'confirm' | 'erase' | 'forget' | null>(null)
  const step = useStep(code)
  const album = usePhotos(albumOfCase(code.selector))
  const confirming = useImmediateStep(complaintApi.confirm, code)
  const erasing = useImmediateStep(complaintApi.erase, code)
  const can = new Set(progress.steps)
  // Whoever typed the code stands at the end of the page it was typed on.
  useEffect(toTop, [])
  const { renew } = album
  useEffect(() => {
    if (step.failed === 'photo.unknown') void renew()
  }, [step.failed, renew])

  // A form is read from its beginning, wherever the button stood.
  const begin = (name: WrittenStep) => void step.begin(name).then(toTop)

  const agree = async () => {
    const after = await confirming.take()
    setAsking(null)
    if (!after) return
    setProgress(after)
    toast('谢谢您，这一件就办结归档')
    begin('rate')
  }
  const takeConsentBack = async () => {
    const after = await erasing.take()
    setAsking(null)
    if (!after) return
    setProgress(after)
    toast('已撤回同意，姓名和电话已删掉')
  }
  const send = async () => {
    const sent = step.open?.step
    const photos = sent && stepWords[sent].photos ? album.sent : []
    const after = await step.take(photos)
    toTop()
    if (!after || !sent) return
    album.settle(photos, albumOfCase(code.selector))
    setProgress(after)
    toast(sent === 'withdraw' ? '已撤回' : sent === 'rate' ? '谢谢您的评价' : '已交给医患办')
  }

  if (step.open) {
    const { step: name, draft, saved } = step.open
    const words = stepWords[name]
    return (
      <Page
        title={words.title}
        onBack={step.leave}
        dock={
          <>
            <Button kind="text" disabled={step.busy} onTap={step.leave}>
              {name === 'rate' ? '不评了' : '先不'}
            </Button>
            <Button
              grow
              busy={step.busy}
              busyText="正在交"
              disabledBecause={stepWants(name, draft, words.photos ? album.sent.length : 0) ?? undefined}
              onTap={() => void send()}
            >
              {step.failed ? '再交一次' : words.send}
            </Button>
          </>
        }
      >
        <StepForm
          step={name}
          question={name === 'answer' ? (openQuestion(progress)?.text ?? null) : null}
          draft={draft}
          saved={saved}
          failed={step.failed}
          change={step.change}
        >
          {words.photos ? (
            <View className="step-part">
              <PhotoBoard album={album} />
            </View>
          ) : null}
        </StepForm>
      </Page>
    )
  }

  const problem = confirming.failed ?? erasing.failed ?? step.failed
  return (
    <Page
      title="查进度"
      tabs={can.has('confirm') ? undefined : <PublicTabs current="progress" />}
      onBack={onBack}
      dock={
        can.has('confirm') ? (
          <>
            <Button kind="quiet" grow onTap={() => begin('reopen')}>
              再查一次
            </Button>
            <Button kind="quiet" grow busy={confirming.busy} onTap={() => setAsking('confirm')}>
              认可，办结
            </Button>
          </>
        ) : undefined
      }
    >
      {problem ? <ErrorNote>{sentenceFor(problem)}</ErrorNote> : null}
      <ProgressView progress={progress} now={now} onAnswer={() => begin('answer')} />
      {kept && can.has('remind') ? (
        <ReminderAsk receipt={kept} onAsked={() => toast('有答复时，微信会提醒您一次')} />
      ) : null}
      <View className="progress-more">
        {can.has('add') ? (
          <Button kind="text" icon="pen" onTap={() => begin('add')}>
            补充情况，或补照片
          </Button>
        ) : null}
        {can.has('reopen') && !can.has('confirm') ? (
          <Button kind="text" icon="search" onTap={() => begin('reopen')}>
            要求再查一次
          </Button>
        ) : null}
        {can.has('rate') ? (
          <Button kind="text" icon="check" onTap={() => begin('rate')}>
            评价这次办理
          </Button>
        ) : null}
        {can.has('withdraw') ? (
          <Button kind="text" icon="cross" onTap={() => begin('withdraw')}>
            撤回这一件
          </Button>
        ) : null}
        {can.has('erase') ? (
          <Button kind="text" icon="report-secret" onTap={() => setAsking('erase')}>
            撤回同意，删掉姓名和电话
          </Button>
        ) : null}
        {kept ? (
          <Button kind="text" icon="phone" onTap={() => setAsking('forget')}>
            从这台手机删掉这份回执
          </Button>
        ) : null}
      </View>
      {asking === 'confirm' ? (
        <ConfirmDialog
          title="认可这个答复，办结？"
          detail="办结以后仍按投诉档案保存；有新情况，还可以要求再查一次。"
          confirm="认可，办结"
          cancel="再想想"
          busy={confirming.busy}
          onConfirm={() => void agree()}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      {asking === 'erase' ? (
        <ConfirmDialog
          title="撤回同意？"
          detail="姓名和电话马上删掉，办理的人不能再打给您；写到的病情不再按您的同意使用。投诉照办，期限不变，进度凭回执照样看。"
          confirm="撤回"
          cancel="先不"
          busy={erasing.busy}
          onConfirm={() => void takeConsentBack()}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      {asking === 'forget' && kept ? (
        <ConfirmDialog
          title="从这台手机删掉回执？"
          detail="投诉照常办。删掉以后，只能凭抄下或截图的编号和查询码看进度；没有存过，就再也查不到了。"
          confirm="删掉"
          cancel="留着"
          onConfirm={() => onForget(kept)}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </Page>
  )
}
