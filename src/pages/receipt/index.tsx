import { inGroups } from '#domain/complaint/receipt'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ReceiptSlip } from '../../features/complaint/ReceiptSlip'
import { ReminderAsk } from '../../features/complaint/ReminderAsk'
import { receiptPicture } from '../../features/complaint/receipt.picture'
import { isStored, type KeptReceipt, keptReceipts } from '../../features/complaint/receipt.store'
import { goHome, replaceWith, routes } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import { useAppearance } from '../../ui/useAppearance'
import { useNow } from '../../ui/useNow'
import { refusalOf } from '../../ui/wechat.refusal'
import { KeptPicture, PictureCanvas } from '../../ui/picture/KeptPicture'
import { type Outcome, savePicture } from '../../ui/picture/save-picture'

const copy = async ({ hospitalName, selector, secret }: KeptReceipt) => {
  try {
    await Taro.setClipboardData({ data: `${hospitalName} 编号 ${inGroups(selector)} 查询码 ${inGroups(secret)}` })
    toast('已复制，请存到只有您看得到的地方')
  } catch (cause) {
    const why = refusalOf(cause) === 'privacy' ? '刚才没有同意，没有复制' : '没有复制上'
    toast(`${why}。请存成图片或者抄下来`, 'wait')
  }
}

/** The receipt of one complaint, out of this phone's own keeping. */
export default function ReceiptPage() {
  const { id } = useRouter().params
  const [receipt, setReceipt] = useState(() => keptReceipts().find(({ complaintId }) => complaintId === id) ?? null)
  const [saving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const now = useNow()
  const { elder } = useAppearance()
  if (!receipt) {
    return (
      <Page title="投诉回执" onBack={() => void goHome()}>
        <Empty
          title="这台手机里没有这份回执"
          hint="在别的手机上交的，可以用编号和查询码查进度。"
          action={
            <Button kind="quiet" onTap={() => void replaceWith(routes.progress())}>
              去查进度
            </Button>
          }
        />
      </Page>
    )
  }
  const save = async () => {
    setSaving(true)
    const saved = await savePicture(receiptPicture(receipt, now, elder), `投诉回执 ${receipt.selector}`)
    setSaving(false)
    setOutcome(saved)
    if (saved.kind === 'saved') toast('已存到相册，请别发给别人')
    if (saved.kind === 'downloaded') toast('图片已下载，请存到只有您看得到的地方')
  }
  return (
    <Page
      title="投诉回执"
      onBack={() => void goHome()}
      plainDock
      dock={
        <>
          <Button kind="quiet" onTap={() => void replaceWith(routes.progress({ selector: receipt.selector }))}>
            看进度
          </Button>
          <Button grow icon="save" busy={saving} busyText="正在画" onTap={() => void save()}>
            存成图片
          </Button>
        </>
      }
    >
      {isStored(receipt) ? null : (
        <Notice tone="wait" icon="warning" announced="alert">
          这台手机存不下这份回执了。请现在存成图片，或者抄下编号和查询码；关掉就找不回来了。
        </Notice>
      )}
      <KeptPicture
        outcome={outcome}
        label="投诉回执图片"
        again="存成图片"
        otherwise="也可以截图，或者复制编号和查询码。"
      />
      <ReceiptSlip receipt={receipt} now={now} />
      <ReminderAsk
        receipt={receipt}
        onAsked={(reminded) => {
          setReceipt(reminded)
          toast('有答复时，微信会提醒您一次')
        }}
      />
      <Button kind="text" wide onTap={() => void copy(receipt)}>
        复制编号和查询码
      </Button>
      <PictureCanvas />
    </Page>
  )
}
