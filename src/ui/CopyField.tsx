import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from './Button'
import { toast } from './toast'
import './CopyField.css'

interface CopyFieldProps {
  /** 「邀请口令」 */
  label: string
  /** What is copied. */
  value: string
  /** As it is read out: in groups, say. */
  shown?: string
}

const copy = async (label: string, value: string) => {
  try {
    await Taro.setClipboardData({ data: value })
    // WeChat says so itself.
    if (process.env.TARO_ENV === 'h5') toast(`${label}复制好了`)
  } catch {
    toast('没能复制，请按住文字自己选', 'wait')
  }
}

/** A code or an address to hand on. */
export const CopyField = ({ label, value, shown = value }: CopyFieldProps) => (
  <View className="copy-field">
    <View className="copy-words">
      <View className="copy-label">{label}</View>
      <View className="copy-value">{shown}</View>
    </View>
    <Button kind="quiet" label={`复制${label}`} onTap={() => void copy(label, value)}>
      复制
    </Button>
  </View>
)
