import { View } from '@tarojs/components'
import { useEffect, useId, useRef } from 'react'
import { Button } from './Button'
import { semantics } from './semantics'
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

const CONTROLS = '[tabindex="0"]'

// Taro's elements move their children once after mounting, and what is moved loses the focus.
const SETTLED_MS = 60

/** Keeps the keyboard inside the dialog while it is open and puts it back afterwards. H5 only. */
const holdKeyboard = (id: string, onEscape: () => void) => {
  const before = document.activeElement
  const controls = () => Array.from(document.getElementById(id)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onEscape()
    if (event.key !== 'Tab') return
    const inside = controls()
    const edge = event.shiftKey ? inside[0] : inside.at(-1)
    if (document.activeElement !== edge) return
    event.preventDefault()
    const other = event.shiftKey ? inside.at(-1) : inside[0]
    other?.focus()
  }
  const opening = setTimeout(() => controls()[0]?.focus(), SETTLED_MS)
  document.addEventListener('keydown', listen)
  return () => {
    clearTimeout(opening)
    document.removeEventListener('keydown', listen)
    if (before instanceof HTMLElement) before.focus()
  }
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
  // A new callback must not move the focus, so the effect reads the latest one from here.
  const escape = useRef(onCancel)
  useEffect(() => {
    escape.current = onCancel
  })
  useEffect(() => (process.env.TARO_ENV === 'weapp' ? undefined : holdKeyboard(id, () => escape.current())), [id])
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
