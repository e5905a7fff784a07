import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Notice } from '../../ui/Notice'
import { Picture } from '../../ui/Picture'
import { CANVAS_ID, type Outcome } from './save-picture'
import './KeepPicture.css'

/** Where the picture is drawn inside WeChat; out of sight. */
export const PictureCanvas = () =>
  process.env.TARO_ENV === 'weapp' ? <Canvas type="2d" id={CANVAS_ID} className="picture-canvas" /> : null

const OTHERWISE = '也可以截图，或者复制编号和查询码。'

/** What became of saving the picture, and what else one can do. */
export const PictureNote = ({ outcome }: { outcome: Outcome | null }) => {
  switch (outcome?.kind) {
    case 'shown':
      return (
        <View>
          <Notice icon="save" announced="status">
            按住下面的图片不放，选“保存图片”。
          </Notice>
          <Picture className="picture-shown" src={outcome.url} label="投诉回执图片" />
        </View>
      )
    case 'privacy':
      return (
        <Notice tone="wait" icon="warning" announced="alert">
          {`刚才没有同意，图片没有存。想存就再点一次“存成图片”；${OTHERWISE}`}
        </Notice>
      )
    case 'permission':
      return (
        <Notice
          tone="wait"
          icon="warning"
          announced="alert"
          actions={[{ text: '去打开', onTap: () => void Taro.openSetting().catch(() => undefined) }]}
        >
          {`微信里没有允许存到相册，图片没有存。请点“去打开”，打开“添加到相册”，再存一次；${OTHERWISE}`}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="wait" icon="warning" announced="alert">
          {`图片没有存上，请再点一次；${OTHERWISE}`}
        </Notice>
      )
    default:
      return null
  }
}
