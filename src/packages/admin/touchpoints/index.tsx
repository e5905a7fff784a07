import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { TouchpointList, TouchpointPicture, useChosen } from '../../../features/hospital/TouchpointBoard'
import { goBack } from '../../../routes'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Skeleton } from '../../../ui/Skeleton'

const ALL = {}

/** The administrator's codes: where they hang and how each one looks. */
export default function TouchpointsPage() {
  const { remote, reload } = useLoaded(hospitalApi.touchpoints, ALL)
  const rows = remote.status === 'done' ? remote.value.rows : []
  const { chosen, open, close } = useChosen(rows)
  return (
    <Desk
      title="点位与码"
      section="touchpoints"
      sections={[{ key: 'touchpoints', name: '点位与码', icon: 'scan', onTap: () => undefined }]}
      showing={chosen ? 'detail' : 'list'}
      onBack={chosen ? close : () => void goBack()}
      list={
        remote.status === 'failed' ? (
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        ) : remote.status === 'done' ? (
          <>
            <Lead hint={remote.value.more ? '只列出前 1000 张，其余请按科室查找。' : '点开一张，看它印出来的样子。'}>
              {`全院 ${rows.length} 张码`}
            </Lead>
            <View className="gap-4">
              {rows.length === 0 ? <Empty title="还没有码" hint="先加科室和点位，码会列在这里。" /> : null}
              <TouchpointList rows={rows} current={chosen?.id ?? null} onOpen={open} />
            </View>
          </>
        ) : (
          <Skeleton lines={6} />
        )
      }
      detail={
        chosen ? (
          <>
            <Lead above={chosen.place}>{chosen.spot}</Lead>
            <TouchpointPicture touchpoint={chosen} />
          </>
        ) : (
          <Empty title="还没有选哪一张" hint="在左边点一张，看它印出来的样子。" />
        )
      }
    />
  )
}
