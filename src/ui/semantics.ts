import type { ViewProps } from '@tarojs/components'

export type Role =
  | 'button'
  | 'link'
  | 'radio'
  | 'checkbox'
  | 'radiogroup'
  | 'group'
  | 'heading'
  | 'img'
  | 'list'
  | 'listitem'
  | 'status'
  | 'alert'
  | 'alertdialog'
  | 'dialog'
  | 'progressbar'
  | 'table'
  | 'row'
  | 'columnheader'
  | 'cell'
  | 'banner'
  | 'main'
  | 'navigation'
  | 'listbox'
  | 'option'
  | 'tablist'
  | 'tab'
  | 'region'
  | 'blockquote'

/**
 * What a screen reader is told. Keep the same keys from one render to the next:
 * on H5 Taro writes an attribute that went away as the word "undefined".
 */
export interface Semantics {
  role?: Role
  label?: string
  level?: 1 | 2 | 3 | 4
  checked?: boolean
  pressed?: boolean
  disabled?: boolean
  current?: boolean
  /** Of an option or a tab: this one is shown. */
  selected?: boolean
  /** How far a progressbar is, 0 to 100. */
  percent?: number
  live?: 'polite' | 'assertive'
  busy?: boolean
  modal?: true
  /** Said in other words beside it. */
  hidden?: true
}

const said = (value: boolean) => (value ? 'true' : 'false')

const inWechat = ({ role, label, checked, pressed, disabled, current, selected }: Semantics): Partial<ViewProps> => {
  const props: Partial<ViewProps> = {}
  if (role) props.ariaRole = role
  if (label !== undefined) props.ariaLabel = label
  if (checked !== undefined) props.ariaChecked = checked
  if (pressed !== undefined) props.ariaChecked = pressed
  if (disabled !== undefined) props.ariaDisabled = disabled
  if (current !== undefined) props.ariaSelected = current
  if (selected !== undefined) props.ariaSelected = selected
  return props
}

const inBrowser = (semantics: Semantics): Partial<ViewProps> => {
  const { role, label, level, checked, pressed, disabled, current, selected, percent, live, busy, modal, hidden } =
    semantics
  const props: Partial<ViewProps> = {}
  if (role) props.role = role
  if (label !== undefined) props['aria-label'] = label
  if (level) props['aria-level'] = level
  if (checked !== undefined) props['aria-checked'] = said(checked)
  if (pressed !== undefined) props['aria-pressed'] = said(pressed)
  if (disabled !== undefined) props['aria-disabled'] = said(disabled)
  if (current !== undefined) props['aria-current'] = said(current)
  if (selected !== undefined) props['aria-selected'] = said(selected)
  if (percent !== undefined) props['aria-valuenow'] = percent
  if (live) props['aria-live'] = live
  if (busy !== undefined) props['aria-busy'] = said(busy)
  if (modal) props['aria-modal'] = 'true'
  if (hidden) props['aria-hidden'] = 'true'
  return props
}

/** Attributes of something that scrolls and in which nothing can be touched: the keyboard reaches and scrolls it (H5). */
export const reachable = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 }

/** The same meaning in the words of the platform the page runs on. */
export const semantics = process.env.TARO_ENV === 'weapp' ? inWechat : inBrowser
