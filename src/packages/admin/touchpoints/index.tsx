import { useLoaded } from '#cloud/use-action'
import type { TouchpointBoard } from '#domain/hospital/place.contract'
import type { TouchpointId, WardId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { adminSections } from '../../../features/hospital/admin.sections'
import { CodeView } from '../../../features/hospital/CodeView'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { sumOf } from '../../../features/hospital/place.words'
import { WardList } from '../../../features/hospital/WardList'
import { AddCodes, EditWard, NewWard } from '../../../features/hospital/WardPanels'
import { WardView } from '../../../features/hospital/WardView'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { Lead } from '../../../ui/Lead'
import { LinkText } from '../../../ui/LinkText'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

type Beside =
  | { show: 'ward' | 'edit' | 'codes'; wardId: WardId }
  | { show: 'code'; wardId: WardId; id: TouchpointId }
  | { show: 'new' }

const ALL = {}

/** The administrator's wards and codes: where they hang, how often they are scanned, how they end (点位与码). */
export default function TouchpointsPage() {
  const { remote, reload } = useLoaded(hospitalApi.touchpoints, ALL)
  const [beside, setBeside] = useState<Beside | null>(null)
  const back = () => {
    const isInWard = beside && beside.show !== 'ward' && beside.show !== 'new'
    setBeside(isInWard ? { show: 'ward', wardId: beside.wardId } : null)
  }
  const board = remote.status === 'done' ? remote.value : null
  return (
    <Desk
      title="点位与码"
      section="touchpoints"
      sections={adminSections('touchpoints')}
      showing={beside ? 'detail' : 'list'}
      onBack={beside ? back : () => void goBack()}
      list={
        remote.status === 'failed' ? (
          <SignInOffer code={remote.code} to={routes.touchpoints()} onRetry={() => void reload()} />
        ) : board ? (
          <Wards board={board} beside={beside} onBeside={setBeside} />
        ) : (
          <Skeleton lines={6} />
        )
      }
      detail={
        board ? (
          <>
            {beside && beside.show !== 'ward' ? (
              <LinkText role="button" onTap={back}>
                {beside.show === 'new' ? '先不加了' : '回到病区'}
              </LinkText>
            ) : null}
            <Besides board={board} beside={beside} onBeside={setBeside} onChanged={reload} />
          </>
        ) : null
      }
    />
  )
}

interface PartProps {
  board: TouchpointBoard
  beside: Beside | null
  onBeside: (beside: Beside | null) => void
}

const Wards = ({ board, beside, onBeside }: PartProps) => {
  const now = useNow()
  if (board.departments.length === 0) {
    return (
      <Empty
        title="还没有科室"
        hint="病区要归到一个科室。先到医院设置里加上科室，再来加病区和码。"
        action={
          <Button kind="quiet" onTap={() => void goTo(routes.settings())}>
            去医院设置
          </Button>
        }
      />
    )
  }
  const add = (
    <Button kind="quiet" wide onTap={() => onBeside({ show: 'new' })}>
      加一个病区
    </Button>
  )
  if (board.wards.length === 0) {
    return <Empty title="还没有病区" hint="加上病区或场所，再给它加码、打印出来贴上。" action={add} />
  }
  const inUse = board.rows.filter(({ retirement }) => retirement === null).length
  return (
    <>
      <Lead
        hint={board.more ? '码太多，这里只列得下一部分。' : `${inUse} 张码在用，这个月扫了 ${sumOf(board.rows)} 次。`}
      >
        {`${board.wards.length} 个病区和场所`}
      </Lead>
      <View className="gap-4">{add}</View>
      <View className="gap-4">
        <WardList
          board={board}
          now={now}
          current={beside && beside.show !== 'new' ? beside.wardId : null}
          onOpen={({ id }) => onBeside({ show: 'ward', wardId: id })}
        />
      </View>
    </>
  )
}

const Besides = ({ board, beside, onBeside, onChanged }: PartProps & { onChanged: () => Promise<void> }) => {
  const now = useNow()
  const show = (wardId: WardId) => onBeside({ show: 'ward', wardId })
  if (beside?.show === 'new') return <NewWard board={board} onChanged={onChanged} onDone={show} />
  const ward = beside ? board.wards.find(({ id }) => id === beside.wardId) : undefined
  if (!beside || !ward) return <Empty title="还没有选病区" hint="在左边点一个，看它的码、承诺和扫码次数。" />
  const panel = { board, ward, onChanged, onDone: show }
  // A form begins anew with each ward, and after somebody changed it.
  if (beside.show === 'edit') return <EditWard key={`${ward.id}:${ward.rev}`} {...panel} />
  if (beside.show === 'codes') return <AddCodes key={ward.id} {...panel} />
  const row = beside.show === 'code' ? board.rows.find(({ id }) => id === beside.id) : undefined
  if (row) {
    return <CodeView key={row.id} board={board} ward={ward} row={row} now={now} onChanged={onChanged} />
  }
  return (
    <WardView
      key={ward.id}
      board={board}
      ward={ward}
      now={now}
      onEdit={() => onBeside({ show: 'edit', wardId: ward.id })}
      onAdd={() => onBeside({ show: 'codes', wardId: ward.id })}
      onOpen={({ id }) => onBeside({ show: 'code', wardId: ward.id, id })}
      onPrint={(ids) => void goTo(routes.posters({ ids: ids.join() }))}
    />
  )
}
