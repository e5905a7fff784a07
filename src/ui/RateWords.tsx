import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { focusRadio, type Option, optionAfter, stepOfKey } from './option.walk'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './RateWords.css'

interface RateWordsProps<Value extends string> {
  /** The question, for a screen reader: the visible one stands above. */
  label: string
  /** Five words in order. */
  options: readonly Pick<Option<Value>, 'value' | 'title'>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** How good it was, in words: the place in the row is only their order. */
export const RateWords = <Value extends string>({ label, options, value, onChange }: RateWordsProps<Value>) => {
  const entrance = Math.max(
    options.findIndex((option) => option.value === value),
    0,
  )
  const walk = (event: KeyboardEvent, from: number) => {
    const step = stepOfKey(event)
    const next = step ? optionAfter(options, from, step) : null
    const option = next === null ? undefined : options[next]
    if (next === null || !option) return
    event.preventDefault()
    onChange(option.value)
    focusRadio(event, next)
  }
  return (
    <View className="rate" {...semantics({ role: 'radiogroup', label })}>
      {options.map((option, index) => (
        <Tappable
          key={option.value}
          role="radio"
          className={classNames('rate-word', option.value === value && 'is-selected')}
          label={option.title}
          checked={option.value === value}
          inTabOrder={index === entrance}
          onTap={() => onChange(option.value)}
          onKey={(event) => walk(event, index)}
        >
          <View className="rate-tick">{option.value === value ? <Icon name="tick" size="s" /> : null}</View>
          <View>{option.title}</View>
        </Tappable>
      ))}
    </View>
  )
}
