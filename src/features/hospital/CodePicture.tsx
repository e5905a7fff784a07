import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { TouchpointId } from '#domain/ids'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Picture } from '../../ui/Picture'
import { Skeleton } from '../../ui/Skeleton'
import { hospitalApi } from './hospital.api'
import './CodePicture.css'

// Only there does it let one save the picture; in a browser it would bring a slide show along.
const look = (url: string) => {
  if (process.env.TARO_ENV === 'weapp') void Taro.previewImage({ urls: [url], current: url })
  else window.open(url, '_blank', 'noopener')
}

/** The picture of one code, as it is printed. */
export const CodePicture = ({ touchpointId, name }: { touchpointId: TouchpointId; name: string }) => {
  const { remote, reload } = useLoaded(hospitalApi.touchpointPictures, { touchpointIds: [touchpointId] })
  const url = remote.status === 'done' ? remote.value.pictures[0]?.url : undefined
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (!url) {
    return (
      <View className="code-picture">
        <View className="code-ground">
          <Skeleton lines={4} label="正在做码" />
        </View>
        <View className="code-look" />
      </View>
    )
  }
  return (
    <View className="code-picture">
      <View className="code-ground">
        <Picture className="code-square" src={url} label={`${name}的小程序码`} />
      </View>
      <Button kind="quiet" icon="search" onTap={() => look(url)}>
        放大看，长按可以存
      </Button>
    </View>
  )
}
