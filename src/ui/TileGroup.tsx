import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { focusRadio, type Option, optionAfter, stepOfKey } from './option.walk'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './TileGroup.css'

interface TileGroupProps<Value extends string> {
  /** The question, for a screen reader: the visible one stands above. */
  label: string
  /** A word with examples under it. */
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** One of many short answers, in two columns; one column in the elder version. */
export const TileGroup = <Value extends string>({ label, options, value, onChange }: TileGroupProps<Value>) => {
  const entrance = Math.max(
    options.findIndex((option) => option.value === value),
    0,
  )
  const walk = (event: KeyboardEvent, from: number) => {
    const step = stepOfKey(event)
    const next = step && optionAfter(options, from, step)
    const option = typeof next === 'number' ? options[next] : undefined
    if (typeof next !== 'number' || !option) return
    event.preventDefault()
    onChange(option.value)
    focusRadio(event, next)
  }
  return (
    <View className="tiles" {...semantics({ role: 'radiogroup', label })}>
      {options.map((option, index) => (
        <View key={option.value} className="tile-place">
          <Tappable
            role="radio"
            label={[option.title, option.detail].filter(Boolean).join('，')}
            checked={option.value === value}
            className={classNames('tile', option.value === value && 'is-selected')}
            inTabOrder={index === entrance}
            onTap={() => onChange(option.value)}
            onKey={(event) => walk(event, index)}
          >
            <View className="tile-name">
              {option.value === value ? <Icon name="tick" className="tile-tick" /> : null}
              {option.title}
            </View>
            {option.detail ? <View className="tile-examples">{option.detail}</View> : null}
          </Tappable>
        </View>
      ))}
    </View>
  )
}
