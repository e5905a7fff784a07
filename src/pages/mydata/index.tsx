import { useAction } from '#cloud/use-action'
import { err, ok } from '#domain/result'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { clearPhone, type Found, findMine, takeConsentBack } from '../../features/complaint/my-data'
import { exportInWords } from '../../features/complaint/my-data.words'
import { MyDataView } from '../../features/complaint/MyDataView'
import { keptReceipts } from '../../features/complaint/receipt.store'
import { PublicTabs } from '../../features/hospital/PublicTabs'
import { saveText } from '../../files/text.save'
import { goHome, goTo, routes } from '../../routes'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'

const FILE_NAME = '我的信息.txt'

const find = async () => ok(await findMine())

const takeBack = async (found: Found) => ((await takeConsentBack(found)) ? ok(null) : err('network.offline'))

/** What the hospital holds about the reader: to read, to take along, to take back (个人信息保护法 Art 44–47). */
export default function MyDataPage() {
  const now = useNow()
  const { remote, run } = useAction(find)
  const taking = useAction(takeBack)
  const [asking, setAsking] = useState<'take-back' | 'delete' | null>(null)
  useEffect(() => {
    void run(null)
  }, [run])
  const found = remote.status === 'done' ? remote.value : null

  const goThrough = async () => {
    if (!found) return
    const deleting = asking === 'delete'
    const answer = await taking.run(found)
    setAsking(null)
    if (!answer.ok) return
    if (deleting) clearPhone()
    toast(deleting ? '已删掉' : '已撤回，不会再打给您')
    void run(null)
  }
  const exportAll = async () => {
    if (!found) return
    const saved = await saveText(FILE_NAME, exportInWords(found.cases, now))
    toast(
      saved === 'copied'
        ? '已复制，可以粘到备忘录或发给自己'
        : saved === 'saved'
          ? '已存成一个文件'
          : '没有导出来，请再按一次',
    )
  }
  return (
    <Page title="我的信息" tabs={<PublicTabs current="mine" />} onBack={() => void goHome()}>
      {taking.remote.status === 'failed' ? (
        <ErrorNote>有一部分没有办成，多半是没连上网。已办的不会丢，请再点一次。</ErrorNote>
      ) : null}
      {found ? (
        <MyDataView
          found={found}
          now={now}
          openable={new Set(keptReceipts().map(({ selector }) => selector))}
          onOpen={({ selector }) => void goTo(routes.progress({ selector }))}
          onExport={() => void exportAll()}
          onTakeBack={() => setAsking('take-back')}
          onDelete={() => setAsking('delete')}
          onKept={() => void goTo(routes.kept())}
          onChannels={() => void goTo(routes.channels())}
        />
      ) : (
        <View>
          <Skeleton lines={6} label="正在找您的信息" />
        </View>
      )}
      {asking === 'take-back' ? (
        <ConfirmDialog
          title="撤回同意？"
          detail="姓名和电话马上删掉，办理的人不能再打给您；进度还可以凭回执看。投诉照办，期限不变。"
          confirm="撤回"
          cancel="先不"
          busy={taking.remote.status === 'pending'}
          onConfirm={() => void goThrough()}
          onCancel={() => setAsking(null)}
        />
      ) : null}
      {asking === 'delete' ? (
        <ConfirmDialog
          title="删掉我的信息？"
          detail="姓名、电话、这台手机里的回执和草稿都删掉。以后这台手机打不开这些投诉；没有另外存过编号和查询码，就再也查不到了。投诉照办。"
          confirm="删掉"
          cancel="留着"
          busy={taking.remote.status === 'pending'}
          onConfirm={() => void goThrough()}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </Page>
  )
}
