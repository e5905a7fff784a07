import { Text, Textarea, View } from '@tarojs/components'
import { useId } from 'react'
import { classNames } from './class-names'
import { FieldError } from './FieldError'
import { Icon } from './Icon'
import { describeInput } from './input.description'
import { lengthOf } from '#domain/text'
import './Letter.css'

interface LetterProps {
  label: string
  value: string
  onInput: (text: string) => void
  placeholder?: string
  /** Ruled lines shown before anything is written. */
  lines?: number
  /** Where the draft is, once it is there: 「草稿已存在这台手机里，关掉也不会丢」. */
  saved?: string
  /** Characters allowed; what is over is counted, never cut off. */
  limit?: number
  error?: string
  disabled?: boolean
}

/** Ruled letter paper (信笺): what somebody writes. */
export const Letter = ({
  label,
  value,
  onInput,
  placeholder,
  lines = 6,
  saved,
  limit,
  error,
  disabled = false,
}: LetterProps) => {
  const id = useId()
  const length = lengthOf(value)
  const over = limit !== undefined && length > limit
  const problem = error ?? (over ? `多了 ${length - limit} 字，请删去一些；最多 ${limit} 字。` : undefined)
  return (
    <View className={classNames('letter', disabled && 'is-disabled')}>
      <View className="letter-paper" style={{ '--letter-lines': lines } as Record<string, unknown>}>
        <Textarea
          className="letter-text"
          value={value}
          placeholder={placeholder}
          placeholderClass="letter-placeholder"
          maxlength={-1}
          autoHeight
          disabled={disabled}
          disableDefaultPadding
          showConfirmBar={false}
          cursorSpacing={120}
          onInput={(event) => onInput(event.detail.value)}
          {...describeInput({ label, invalid: Boolean(problem), id, describedBy: [`${id}-foot`, `${id}-error`] })}
        />
      </View>
      <View className="letter-foot" id={`${id}-foot`}>
        <View className="letter-saved">
          {saved ? <Icon name="check" size="s" className="cj" /> : null}
          <Text>{saved ?? ''}</Text>
        </View>
        <Text className="letter-count">{limit === undefined ? `${length} 字` : `${length} / ${limit} 字`}</Text>
      </View>
      {problem ? <FieldError id={`${id}-error`}>{problem}</FieldError> : null}
    </View>
  )
}
