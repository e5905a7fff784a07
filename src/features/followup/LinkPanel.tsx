import type { FollowUpDetail } from '#domain/survey/followup.contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { drawnSquare } from '../../files/scan.square'
import { Button } from '../../ui/Button'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { ScanSquare } from '../../ui/ScanSquare'
import { semantics } from '../../ui/semantics'
import { toast } from '../../ui/toast'
import { addressOf } from './visit.address'
import './followup.css'

const copy = async (text: string) => {
  try {
    await Taro.setClipboardData({ data: text })
    toast('已复制，可以发给本人了')
  } catch {
    toast('没能复制，请让本人扫旁边的码', 'wait')
  }
}

/** The questionnaire on the patient's own phone: by a link, or by a square to scan. */
export const LinkPanel = ({ detail }: { detail: FollowUpDetail }) => {
  const address = addressOf(detail.link)
  const words = `${detail.hospitalName}想问问您出院后的情况，点开填几题就行，不用登录：${address ?? ''}`
  return (
    <View className="call-howto" {...semantics({ role: 'region', label: '请本人填' })}>
      <Head>请本人填</Head>
      {address === null ? (
        <View className="gap-3">
          <Notice icon="share">链接和二维码请在电脑上打开这一位再发。</Notice>
        </View>
      ) : (
        <View className="call-link">
          <ScanSquare
            text={address}
            label="随访问卷的二维码，请本人用手机扫"
            className="call-square"
            draw={drawnSquare}
          />
          <View className="call-link-words">
            <View className="t4 c2">只给这一位，填过一次就不能再填。答案里不带姓名和电话。</View>
            <View className="gap-3">
              <Button kind="quiet" icon="share" onTap={() => void copy(words)}>
                复制要发的话
              </Button>
            </View>
          </View>
        </View>
      )}
    </View>
  )
}
