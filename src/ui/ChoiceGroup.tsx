import { View } from '@tarojs/components'
import type { ReactElement } from 'react'
import { Choice } from './Choice'
import { focusRadio, type Option, optionAfter, stepOfKey } from './option.walk'
import { semantics } from './semantics'
import './ChoiceGroup.css'

interface Common<Value extends string> {
  /** The question, for a screen reader: the visible one stands above. */
  label: string
  options: readonly Option<Value>[]
}

interface OneOf<Value extends string> extends Common<Value> {
  multiple?: false
  value: Value | null
  onChange: (value: Value) => void
}

interface AnyOf<Value extends string> extends Common<Value> {
  multiple: true
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** Answers to one question: one of them (radio) or any number (`multiple`, checkbox). */
export function ChoiceGroup<Value extends string>(props: OneOf<Value>): ReactElement
export function ChoiceGroup<Value extends string>(props: AnyOf<Value>): ReactElement
export function ChoiceGroup<Value extends string>(props: OneOf<Value> | AnyOf<Value>) {
  const { label, options } = props
  const isSelected = (value: Value) => (props.multiple ? props.value.includes(value) : props.value === value)
  const choose = (value: Value) => {
    if (!props.multiple) return props.onChange(value)
    props.onChange(isSelected(value) ? props.value.filter((other) => other !== value) : [...props.value, value])
  }
  const walk = (event: KeyboardEvent, from: number) => {
    const step = stepOfKey(event)
    const next = step && optionAfter(options, from, step)
    if (props.multiple || typeof next !== 'number') return
    const option = options[next]
    if (!option) return
    event.preventDefault()
    props.onChange(option.value)
    focusRadio(event, next)
  }
  const first = options.findIndex(({ disabled }) => !disabled)
  const entrance = props.multiple ? -1 : options.findIndex(({ value }) => isSelected(value))
  return (
    <View className="choice-group" {...semantics({ role: props.multiple ? 'group' : 'radiogroup', label })}>
      {options.map((option, index) => (
        <View key={option.value} className="choice-place">
          <Choice
            kind={props.multiple ? 'checkbox' : 'radio'}
            title={option.title}
            detail={option.detail}
            tag={option.tag}
            disabled={option.disabled}
            selected={isSelected(option.value)}
            inTabOrder={props.multiple || index === (entrance < 0 ? first : entrance)}
            onTap={() => choose(option.value)}
            onKey={(event) => walk(event, index)}
          />
        </View>
      ))}
    </View>
  )
}
