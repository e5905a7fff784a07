import { View } from '@tarojs/components'
import { useId } from 'react'
import { Button } from './Button'
import { semantics } from './semantics'
import { useHeldKeyboard } from './useHeldKeyboard'
import './ConfirmDialog.css'

interface ConfirmDialogProps {
  /** The question. */
  title: string
  /** What either answer means. */
  detail?: string
  /** The act in words, not 「确定」. */
  confirm: string
  cancel?: string
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asked before something that cannot be taken back; both answers weigh the same. */
export const ConfirmDialog = ({
  title,
  detail,
  confirm,
  cancel = '先不',
  busy = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) => {
  const id = useId()
  useHeldKeyboard(id, onCancel)
  return (
    <View className="dialog-place" catchMove>
      <View className="dialog-shade" />
      <View className="dialog" id={id} {...semantics({ role: 'alertdialog', label: title, modal: true })}>
        <View className="dialog-title" {...semantics({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {detail ? <View className="dialog-detail">{detail}</View> : null}
        <View className="dialog-actions">
          <Button kind="quiet" grow onTap={onCancel}>
            {cancel}
          </Button>
          <Button kind="quiet" grow busy={busy} onTap={onConfirm}>
            {confirm}
          </Button>
        </View>
      </View>
    </View>
  )
}
