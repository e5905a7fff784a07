import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Chips.css'

interface ChipsProps<Value extends string> {
  /** What the words choose between: 「看哪些」. */
  label: string
  options: readonly { value: Value; name: string }[]
  value: Value | null
  onChange: (value: Value) => void
}

/** Short words to narrow a list, or to take a usual answer without typing it. */
export const Chips = <Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) => (
  <View className="chips" {...semantics({ role: 'group', label })}>
    {options.map((option) => (
      <Tappable
        key={option.value}
        className={classNames('chip', option.value === value && 'is-chosen')}
        pressed={option.value === value}
        label={option.name}
        onTap={() => onChange(option.value)}
      >
        {option.name}
      </Tappable>
    ))}
  </View>
)
