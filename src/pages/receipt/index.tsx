import { inGroups } from '#domain/complaint/receipt'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ReceiptSlip } from '../../features/complaint/ReceiptSlip'
import { isStored, keptReceipts } from '../../features/complaint/receipt.store'
import { goHome, replaceWith, routes } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'

/** The receipt of one complaint, out of this phone's own keeping. */
export default function ReceiptPage() {
  const { id } = useRouter().params
  const [receipt] = useState(() => keptReceipts().find(({ complaintId }) => complaintId === id) ?? null)
  const now = useNow()
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
  const copy = async () => {
    const { hospitalName, selector, secret } = receipt
    await Taro.setClipboardData({ data: `${hospitalName} 编号 ${inGroups(selector)} 查询码 ${inGroups(secret)}` })
    toast('已复制，请存到只有您看得到的地方')
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
          <Button grow icon="save" onTap={() => void copy()}>
            复制编号和查询码
          </Button>
        </>
      }
    >
      {isStored(receipt) ? null : (
        <Notice tone="wait" icon="warning" announced="alert">
          这台手机存不下这份回执了。请现在抄下编号和查询码，或者截图存好；关掉就找不回来了。
        </Notice>
      )}
      <ReceiptSlip receipt={receipt} now={now} />
    </Page>
  )
}
