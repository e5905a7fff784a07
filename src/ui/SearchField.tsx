import { Input, View } from '@tarojs/components'
import { useId } from 'react'
import { Icon } from './Icon'
import { describeInput } from './input.description'
import { Tappable } from './Tappable'
import './SearchField.css'

interface SearchFieldProps {
  /** What is looked through: 「找文章」. */
  label: string
  value: string
  onInput: (words: string) => void
  placeholder?: string
  /** Ready to be typed into, where one came to search. */
  focus?: boolean
  maxlength?: number
}

/** Words to look for: results come as one types. */
export const SearchField = ({
  label,
  value,
  onInput,
  placeholder,
  focus = false,
  maxlength = 40,
}: SearchFieldProps) => {
  const id = useId()
  return (
    <View className="search-field">
      <Icon name="search" className="search-field-icon" />
      <Input
        className="search-field-input"
        value={value}
        placeholder={placeholder}
        placeholderClass="search-field-placeholder"
        maxlength={maxlength}
        focus={focus}
        // A browser would bring a cross of its own.
        confirmType={process.env.TARO_ENV === 'weapp' ? 'search' : 'done'}
        onInput={(event) => onInput(event.detail.value)}
        {...describeInput({ label, invalid: false, id })}
      />
      {value === '' ? null : (
        <Tappable className="search-field-clear" label="清掉" onTap={() => onInput('')}>
          <Icon name="close" />
        </Tappable>
      )}
    </View>
  )
}
