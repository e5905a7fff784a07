import type { ImageBlock } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Picture } from '../Picture'
import { Tappable } from '../Tappable'

// WeChat has a viewer of its own, in which one can also save; a browser shows the picture by itself.
const enlarge = (url: string) => {
  if (process.env.TARO_ENV === 'weapp') void Taro.previewImage({ urls: [url], current: url })
  else window.open(url, '_blank', 'noopener')
}

/** A picture in its place: the place is there before the picture is. `url` null: it could not be had. */
export const Figure = ({ block: { alt, caption, width, height }, url }: { block: ImageBlock; url: string | null }) => (
  <View className="article-figure" style={{ maxWidth: `${width}px` }}>
    {url ? (
      <Tappable className="article-picture" label={`${alt}，点一下放大看`} onTap={() => enlarge(url)}>
        <View style={{ paddingBottom: `${((height / width) * 100).toFixed(3)}%` }} />
        <Picture className="article-picture-shown" src={url} label={alt} />
      </Tappable>
    ) : (
      <View className="article-picture-missing">这张图没有取到。图上是：{alt}</View>
    )}
    {caption ? <View className="article-caption">{caption}</View> : null}
  </View>
)
