import Taro from '@tarojs/taro'
import { toast } from '../toast'

/** A page of somebody else's. WeChat opens none from here: the address is copied, and the person is told. */
export const openOutside = async (address: string): Promise<void> => {
  if (process.env.TARO_ENV === 'h5') {
    window.open(address, '_blank', 'noopener')
    return
  }
  try {
    await Taro.setClipboardData({ data: address })
    toast('网址复制好了，请到浏览器里粘贴打开')
  } catch {
    toast('没能复制网址，请再点一次', 'wait')
  }
}

/** Said after the words of a link that leads outside. */
export const OUTSIDE = process.env.TARO_ENV === 'h5' ? '别家的网页，会另开一页' : '别家的网页，点一下复制网址'
