import type { ArticleView } from '#domain/culture/reader.contract'
import { Button as NativeButton, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { toast } from '../../ui/toast'
import { useAppearance } from '../../ui/useAppearance'
import { addressOf } from './use-poster'
import './SendOn.css'

/** The browser's own sheet where it has one; else the address is copied. */
const sendFromBrowser = async (article: ArticleView) => {
  const url = addressOf(article)
  try {
    if ('share' in navigator) {
      await navigator.share({ title: article.title, url })
      return
    }
    await Taro.setClipboardData({ data: url })
    toast('网址复制好了，发给家人朋友就能打开')
  } catch (cause) {
    // Whoever closed the sheet did not want to.
    if (cause instanceof Error && cause.name === 'AbortError') return
    toast('没能复制网址，可以存成图片再发', 'wait')
  }
}

/** Sends the article to somebody. Inside WeChat only a touch on a button of its own opens its list of friends. */
export const SendOn = ({ article, children }: { article: ArticleView; children: string }) => {
  const { elder } = useAppearance()
  return process.env.TARO_ENV === 'weapp' ? (
    <View className="button-place is-growing">
      <NativeButton className="button button-quiet send-on" openType="share">
        {elder ? null : <Icon name="share" />}
        {children}
      </NativeButton>
    </View>
  ) : (
    <Button kind="quiet" grow icon={elder ? undefined : 'share'} onTap={() => void sendFromBrowser(article)}>
      {children}
    </Button>
  )
}
