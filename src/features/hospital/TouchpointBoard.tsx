import type { TouchpointRow } from '#domain/hospital/place.contract'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useAction } from '#cloud/use-action'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { Picture } from '../../ui/Picture'
import { Skeleton } from '../../ui/Skeleton'
import { hospitalApi } from './hospital.api'
import './TouchpointBoard.css'

// Only there does it let one save the picture; in a browser it would bring a slide show along.
const look = (url: string) => {
  if (process.env.TARO_ENV === 'weapp') void Taro.previewImage({ urls: [url], current: url })
  else window.open(url, '_blank', 'noopener')
}

/** The picture of one code, asked for when somebody wants to see it. */
export const TouchpointPicture = ({ touchpoint }: { touchpoint: TouchpointRow }) => {
  const { remote, run } = useAction(hospitalApi.touchpointPicture)
  useEffect(() => {
    void run({ touchpointId: touchpoint.id })
  }, [run, touchpoint.id])
  const named = `${touchpoint.place}，${touchpoint.spot}`
  return (
    <View className="touchpoint-picture">
      {remote.status === 'done' ? (
        <>
          <Picture className="touchpoint-code" src={remote.value.url} label={`${named}的小程序码`} />
          <Button kind="quiet" icon="search" onTap={() => look(remote.value.url)}>
            放大看，长按可以存
          </Button>
        </>
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void run({ touchpointId: touchpoint.id })}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={4} label="正在做码" />
      )}
      <View className="touchpoint-where">{touchpoint.departmentName}</View>
      <View className="touchpoint-number">{`${touchpoint.place} · ${touchpoint.id}`}</View>
    </View>
  )
}

/** Touchpoints (点位) by place. */
export const TouchpointList = ({
  rows,
  current,
  onOpen,
}: {
  rows: readonly TouchpointRow[]
  current: string | null
  onOpen: (row: TouchpointRow) => void
}) => (
  <List label="点位与码">
    {rows.map((row) => (
      <Item
        key={row.id}
        icon="scan"
        title={row.spot}
        detail={`${row.place} · ${row.departmentName}`}
        end={row.id}
        current={row.id === current}
        onTap={() => onOpen(row)}
      />
    ))}
  </List>
)

/** The row shown beside the list: the chosen one, or the first on a wide screen. */
export const useChosen = (rows: readonly TouchpointRow[]) => {
  const [chosen, setChosen] = useState<string | null>(null)
  return {
    chosen: rows.find(({ id }) => id === chosen) ?? null,
    open: (row: TouchpointRow) => setChosen(row.id),
    close: () => setChosen(null),
  }
}
