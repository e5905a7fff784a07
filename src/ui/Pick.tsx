import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from './Chip'
import { Icon } from './Icon'
import type { Option } from './option.walk'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Pick.css'

interface PickProps<Value extends string> {
  label: string
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
}

/** One of many, shown as the one it is; the others are laid out when they are asked for. */
export const Pick = <Value extends string>({ label, value, options, onChange }: PickProps<Value>) => {
  const [isOpen, setIsOpen] = useState(false)
  const current = options.find((option) => option.value === value)?.title ?? ''
  return (
    <View className="pick">
      <Tappable
        className="pick-now"
        label={`${label}：${current}，${isOpen ? '收起' : '换一个'}`}
        onTap={() => setIsOpen(!isOpen)}
      >
        <View className="pick-label">{label}</View>
        <View className="pick-value">{current}</View>
        <View className="pick-change">{isOpen ? '收起' : '换'}</View>
        <Icon name="forward" size="s" className={isOpen ? 'pick-arrow is-open' : 'pick-arrow'} />
      </Tappable>
      {isOpen ? (
        <View className="pick-options" {...semantics({ role: 'group', label })}>
          {options.map((option) => (
            <View key={option.value} className="pick-option">
              <Chip
                pressed={option.value === value}
                onTap={() => {
                  onChange(option.value)
                  setIsOpen(false)
                }}
              >
                {option.title}
              </Chip>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}
