import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { complaintApi } from '../../features/complaint/complaint.api'
import { ProgressView } from '../../features/complaint/ProgressView'
import { type CodeEntered, ReceiptEntry } from '../../features/complaint/ReceiptEntry'
import { forgetReceipt, keptReceipts, type KeptReceipt } from '../../features/complaint/receipt.store'
import { PublicTabs } from '../../features/hospital/PublicTabs'
import { goHome } from '../../routes'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'

/** Follows a case by its receipt; nobody is asked who they are. */
export default function ProgressPage() {
  const { selector: wanted } = useRouter().params
  const [kept, setKept] = useState(keptReceipts)
  const [leaving, setLeaving] = useState<KeptReceipt | null>(null)
  const { remote, run, reset } = useAction(complaintApi.progress)
  const now = useNow()
  const asked = useRef<CodeEntered | null>(null)
  const open = ({ selector, secret }: CodeEntered) => {
    asked.current = { selector, secret }
    void run(asked.current)
  }
  const known = kept.find((receipt) => receipt.selector === wanted)
  useEffect(() => {
    if (known) void run({ selector: known.selector, secret: known.secret })
  }, [known, run])

  const again = () => {
    const code = asked.current ?? known
    if (code) open(code)
  }
  const shown = remote.status === 'done'
  const here = shown ? kept.find(({ selector }) => selector === remote.value.selector) : undefined
  const loading = remote.status === 'pending' && known !== undefined
  return (
    <Page
      title="查进度"
      tabs={<PublicTabs current="progress" />}
      onBack={shown && !known ? reset : () => void goHome()}
    >
      {shown ? (
        <>
          <ProgressView progress={remote.value} now={now} />
          {here ? (
            <Button kind="text" onTap={() => setLeaving(here)}>
              从这台手机删掉这份回执
            </Button>
          ) : null}
        </>
      ) : loading ? (
        <Skeleton lines={6} />
      ) : (
        <>
          {remote.status === 'failed' ? (
            <View>
              <ErrorNote onRetry={remote.code === 'receipt.unknown' ? undefined : again}>
                {sentenceFor(remote.code)}
              </ErrorNote>
            </View>
          ) : null}
          <ReceiptEntry kept={kept} now={now} busy={remote.status === 'pending'} onOpen={open} />
        </>
      )}
      {leaving ? (
        <ConfirmDialog
          title="从这台手机删掉回执？"
          detail="投诉照常办。删掉以后，只能凭抄下或截图的编号和查询码看进度；没有存过，就再也查不到了。"
          confirm="删掉"
          cancel="留着"
          onConfirm={() => {
            forgetReceipt(leaving)
            setKept(keptReceipts())
            setLeaving(null)
            reset()
          }}
          onCancel={() => setLeaving(null)}
        />
      ) : null}
    </Page>
  )
}
