import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Chips.css'

interface ChipsProps<Value extends string> {
  label: string
  options: readonly { value: Value; name: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** Ways of looking at the same list. */
export const Chips = <Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) => (
  <View className="chips" {...semantics({ role: 'group', label })}>
    {options.map((option) => (
      <Tappable
        key={option.value}
        className={classNames('chip', option.value === value && 'is-on')}
        pressed={option.value === value}
        onTap={() => onChange(option.value)}
      >
        {option.name}
      </Tappable>
    ))}
  </View>
)
