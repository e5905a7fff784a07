import type { AskedSignIn } from '#domain/hospital/session.contract'
import { browserInWords } from '#domain/hospital/session.rules'
import { type Instant, timeInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { Lead } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { ReviewList } from '../../ui/ReviewList'
import { TextField } from '../../ui/TextField'

interface PairingEntryProps {
  typed: string
  error?: string
  onTyped: (text: string) => void
  onDone: () => void
}

const scan = async (onTyped: (text: string) => void) => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    onTyped(result)
  } catch {
    // Closed without a scan: the code can be typed.
  }
}

/** Where the code on the computer is typed or scanned. */
export const PairingEntry = ({ typed, error, onTyped, onDone }: PairingEntryProps) => (
  <>
    <Lead hint="在电脑上打开要办的页面，点“在电脑上登录”，屏幕上会出现 8 位登录码。">电脑上显示的登录码</Lead>
    <View className="gap-5">
      <TextField
        label="登录码"
        value={typed}
        placeholder="例如 7K3M 9QXA"
        hint="字母不分大小写。"
        error={error}
        maxlength={40}
        onInput={onTyped}
        onConfirm={onDone}
      />
    </View>
    {process.env.TARO_ENV === 'weapp' ? (
      <View className="gap-4">
        <Button kind="quiet" icon="scan" wide onTap={() => void scan(onTyped)}>
          扫电脑上的二维码
        </Button>
      </View>
    ) : null}
  </>
)

/** What is known of the browser that asks, and what a confirmation gives away. */
export const PairingReview = ({ asked, code, now }: { asked: AskedSignIn; code: string; now: Instant }) => (
  <>
    <Lead hint="对一对：登录码和电脑屏幕上的是不是同一个。">是您面前这台电脑吗？</Lead>
    <View className="gap-4">
      <ReviewList
        lines={[
          { term: '登录码', value: code },
          { term: '在哪里', value: browserInWords(asked.browser) },
          { term: '什么时候', value: timeInWords(asked.askedAt, now) },
        ]}
      />
    </View>
    <View className="gap-4">
      <Notice tone="wait" icon="warning">
        只确认您面前这台电脑。别人发来的登录码、照片里的二维码都不要确认：确认了，对方就能用您的名义看投诉、办投诉。
      </Notice>
    </View>
  </>
)
