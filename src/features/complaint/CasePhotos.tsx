import type { PhotoLink } from '#domain/complaint/progress.contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from '../../ui/Picture'
import { Tappable } from '../../ui/Tappable'
import './CasePhotos.css'

/** Photos in small; one press shows them large. */
export const CasePhotos = ({ photos }: { photos: readonly PhotoLink[] }) => {
  const urls = photos.map(({ url }) => url)
  return (
    <View className="case-photos">
      {photos.map(({ id, url }, index) => {
        const label = `照片 ${index + 1}，共 ${photos.length} 张`
        return (
          <Tappable
            key={id}
            className="case-photo"
            label={`${label}，放大看`}
            onTap={() => void Taro.previewImage({ urls, current: url })}
          >
            <Picture src={url} label={label} className="case-photo-picture" />
          </Tappable>
        )
      })}
    </View>
  )
}
