import { useLoaded } from '#cloud/use-action'
import type { TouchpointBoard, TouchpointRow, WardRow } from '#domain/hospital/place.contract'
import { TouchpointId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { CodePicture } from '../../../features/hospital/CodePicture'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { Poster } from '../../../features/hospital/Poster'
import { usePrintPages } from '../../../features/hospital/print.pages'
import { usePictures } from '../../../features/hospital/use-pictures'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Choice } from '../../../ui/Choice'
import { Empty } from '../../../ui/Empty'
import { Head, Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import './posters.css'

const ALL = {}
/** What an address carries and a person still looks through before printing. */
const MOST = 60

const idsIn = (text: unknown): TouchpointId[] =>
  (typeof text === 'string' ? text.slice(0, 2000) : '')
    .split(',')
    .flatMap((part) => {
      const parsed = v.safeParse(TouchpointId, part)
      return parsed.success ? [parsed.output] : []
    })
    .slice(0, MOST)

/** px; a sheet of A4 and its margins. */
const PAPER_WIDTH = 860

const hasRoomForPaper = () => process.env.TARO_ENV === 'h5' && window.innerWidth >= PAPER_WIDTH

interface Sheet {
  ward: WardRow
  row: TouchpointRow
}

/** The chosen codes that are in use, in the order chosen. */
const sheetsOf = ({ wards, rows }: TouchpointBoard, ids: readonly TouchpointId[]): Sheet[] =>
  ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id && one.retirement === null)
    const ward = row && wards.find((one) => one.id === row.wardId)
    return row && ward ? [{ ward, row }] : []
  })

/** A4 posters of codes, for a printer (打印海报). */
export default function PostersPage() {
  const ids = idsIn(decodeURIComponent(useRouter().params['ids'] ?? ''))
  const { remote, reload } = useLoaded(hospitalApi.touchpoints, ALL)
  usePrintPages()
  const sheets = remote.status === 'done' ? sheetsOf(remote.value, ids) : []
  return (
    <Page title="打印海报" density="desk" onBack={() => void goBack()}>
      {remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.posters()} onRetry={() => void reload()} />
      ) : remote.status !== 'done' ? (
        <Skeleton lines={6} />
      ) : sheets.length === 0 ? (
        <Empty title="没有选要印的码" hint="先到点位与码，在一个病区里勾选几张码，再点打印。" />
      ) : hasRoomForPaper() ? (
        <Sheets board={remote.value} sheets={sheets} />
      ) : (
        <Singles sheets={sheets} />
      )}
    </Page>
  )
}

/** On a phone: paper is printed from a computer, a single picture can be kept here. */
const Singles = ({ sheets }: { sheets: readonly Sheet[] }) => (
  <>
    <Lead hint="海报在电脑上打印：用电脑的浏览器登录，打开点位与码，选好再点打印。这里可以先把单张的码存下来。">
      {`${sheets.length} 张码`}
    </Lead>
    {sheets.map(({ ward, row }) => (
      <View key={row.id} className="gap-4">
        <Head aside={row.id}>{`${ward.name} · ${row.spot}`}</Head>
        <CodePicture touchpointId={row.id} name={`${ward.name}，${row.spot}`} />
      </View>
    ))}
  </>
)

const Sheets = ({ board, sheets }: { board: TouchpointBoard; sheets: readonly Sheet[] }) => {
  const { remote, reload } = usePictures(sheets.map(({ row }) => row.id))
  const [plain, setPlain] = useState(false)
  if (remote.status === 'failed') {
    return <SignInOffer code={remote.code} to={routes.posters()} onRetry={() => void reload()} />
  }
  if (remote.status !== 'done') return <Skeleton lines={6} label="正在做码" />
  return (
    <>
      <View className="posters-tools not-printed">
        <Lead hint="打印时选 A4、实际大小、不要页眉页脚。贴上以后，先自己扫一次。">{`${sheets.length} 张 A4 海报`}</Lead>
        <View className="posters-acts">
          <View className="posters-plain">
            <Choice kind="checkbox" title="黑白打印" selected={plain} onTap={() => setPlain(!plain)} />
          </View>
          <Button onTap={() => window.print()}>打印</Button>
        </View>
      </View>
      {sheets.map(({ ward, row }, index) => (
        <View key={row.id} className={index === sheets.length - 1 ? 'poster-page is-last' : 'poster-page'}>
          <Poster board={board} ward={ward} row={row} url={remote.value[row.id] ?? ''} plain={plain} />
        </View>
      ))}
    </>
  )
}
