import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Notice } from '../Notice'
import { Picture } from '../Picture'
import { CANVAS_ID, type Outcome } from './save-picture'
import './KeptPicture.css'

/** Where the picture is drawn inside WeChat; out of sight. */
export const PictureCanvas = () =>
  process.env.TARO_ENV === 'weapp' ? <Canvas type="2d" id={CANVAS_ID} className="picture-canvas" /> : null

interface KeptPictureProps {
  outcome: Outcome | null
  /** What the picture shows: 「投诉回执图片」. */
  label: string
  /** The button that is pressed again. */
  again: string
  /** What else one can do. */
  otherwise: string
  /** Height of the picture as a multiple of its width. */
  ratio?: number
}

/** Of a receipt. */
const TALL = 2.9

/** What became of saving the picture, and what else one can do. */
export const KeptPicture = ({ outcome, label, again, otherwise, ratio = TALL }: KeptPictureProps) => {
  switch (outcome?.kind) {
    case 'shown':
      return (
        <View>
          <Notice icon="save" announced="status">
            按住下面的图片不放，选“保存图片”。
          </Notice>
          <View className="picture-place" style={{ paddingBottom: `${ratio * 100}%` }}>
            <Picture className="picture-shown" src={outcome.url} label={label} />
          </View>
        </View>
      )
    case 'privacy':
      return (
        <Notice tone="wait" icon="warning" announced="alert">
          {`刚才没有同意，图片没有存。想存就再点一次“${again}”；${otherwise}`}
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
          {`微信里没有允许存到相册，图片没有存。请点“去打开”，打开“添加到相册”，再存一次；${otherwise}`}
        </Notice>
      )
    case 'failed':
      return (
        <Notice tone="wait" icon="warning" announced="alert">
          {`图片没有存上，请再点一次；${otherwise}`}
        </Notice>
      )
    default:
      return null
  }
}
