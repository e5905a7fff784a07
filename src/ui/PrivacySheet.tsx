import { Button as NativeButton, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useSyncExternalStore } from 'react'
import { Button } from './Button'
import { LinkText } from './LinkText'
import { PaperSheet } from './PaperSheet'
import { answerPrivacyQuestions, onPrivacyQuestion, readPrivacyQuestion, showedPrivacyQuestion } from './privacy.gate'
import './PrivacySheet.css'

/** WeChat wants to know which button was touched. */
const AGREE = 'privacy-agree'

const WANTED: Record<string, string> = {
  chooseMedia: '您自己拍的、自己选中的照片，别的照片看不到',
  saveImageToPhotosAlbum: '往相册里存一张图片，不看相册里的照片',
  setClipboardData: '往剪贴板里放您点了的那一样：编号和查询码，或者一个网址',
  getClipboardData: '看一眼剪贴板里有没有您复制的查询码',
}

/** WeChat's privacy consent (隐私授权) in plain words, on whatever page something protected is first asked for. */
export const PrivacySheet = () => {
  const question = useSyncExternalStore(onPrivacyQuestion, readPrivacyQuestion)
  useEffect(() => {
    if (question) showedPrivacyQuestion()
  }, [question])
  if (process.env.TARO_ENV !== 'weapp' || !question) return null
  const disagree = () => answerPrivacyQuestions({ event: 'disagree' })
  return (
    <PaperSheet
      title="用之前，讲明白"
      facts={[
        { icon: 'attach', term: '要什么', text: WANTED[question.about] ?? '您刚才点的这一步要用到的那一样' },
        { icon: 'complaint', term: '做什么用', text: '只为您刚才点的这一步。不发广告，不做别的' },
        { icon: 'cross', term: '不要的', text: '位置、通讯录、微信头像、病历，一样也不取' },
      ]}
      actions={
        <>
          <Button kind="quiet" grow onTap={disagree}>
            不同意
          </Button>
          <View className="button-place is-growing">
            {/* The one button that has to be WeChat's own: only a touch on it counts as agreement. */}
            <NativeButton
              id={AGREE}
              className="button button-quiet privacy-agree"
              openType="agreePrivacyAuthorization"
              onAgreePrivacyAuthorization={() => answerPrivacyQuestions({ event: 'agree', buttonId: AGREE })}
            >
              同意
            </NativeButton>
          </View>
        </>
      }
      onEscape={disagree}
    >
      不同意也能投诉、查进度，只是这一步做不成。
      <LinkText onTap={() => Taro.openPrivacyContract()}>看隐私指引全文</LinkText>
    </PaperSheet>
  )
}
