import { Input, View } from '@tarojs/components'
import { useId } from 'react'
import { classNames } from './class-names'
import { FieldError } from './FieldError'
import { describeInput } from './input.description'
import './TextField.css'

interface TextFieldProps {
  label: string
  value: string
  onInput: (text: string) => void
  /** 「可以不填」, beside the label. */
  aside?: string
  hint?: string
  error?: string
  placeholder?: string
  /** Digits brings the number keys. */
  kind?: 'text' | 'digits'
  /** Characters the platform lets through at all; what is allowed is told by `error`. */
  maxlength?: number
  disabled?: boolean
  onBlur?: () => void
  /** Return on the keyboard. */
  onConfirm?: () => void
}

export const TextField = ({
  label,
  value,
  onInput,
  aside,
  hint,
  error,
  placeholder,
  kind = 'text',
  maxlength = 200,
  disabled = false,
  onBlur,
  onConfirm,
}: TextFieldProps) => {
  const id = useId()
  return (
    <View className="text-field">
      <View className="text-field-label">
        {label}
        {aside ? <View className="text-field-aside">{aside}</View> : null}
      </View>
      <Input
        className={classNames('text-field-input', error && 'is-invalid', disabled && 'is-disabled')}
        value={value}
        placeholder={placeholder}
        placeholderClass="text-field-placeholder"
        maxlength={maxlength}
        disabled={disabled}
        cursorSpacing={120}
        onInput={(event) => onInput(event.detail.value)}
        onBlur={onBlur}
        onConfirm={onConfirm}
        {...describeInput({
          label,
          invalid: Boolean(error),
          id,
          digits: kind === 'digits',
          describedBy: [`${id}-hint`, `${id}-error`],
        })}
      />
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint && !error ? (
        <View className="text-field-hint" id={`${id}-hint`}>
          {hint}
        </View>
      ) : null}
    </View>
  )
}
