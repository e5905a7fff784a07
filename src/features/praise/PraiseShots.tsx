import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from '../../ui/Picture'
import { Tappable } from '../../ui/Tappable'
import './PraiseWall.css'

interface PraiseShotsProps {
  urls: readonly string[]
  /** 「原来的照片」 */
  name: string
}

/** Pictures in small; one press shows them large. */
export const PraiseShots = ({ urls, name }: PraiseShotsProps) => (
  <View className="praise-shots">
    {urls.map((url, at) => {
      const label = `${name} ${at + 1}，共 ${urls.length} 张`
      return (
        <Tappable
          key={url}
          className="praise-shot"
          label={`${label}，放大看`}
          onTap={() => void Taro.previewImage({ urls: [...urls], current: url })}
        >
          <Picture src={url} label={label} className="praise-shot-picture" cut />
        </Tappable>
      )
    })}
  </View>
)
