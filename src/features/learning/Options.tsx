import type { QuestionKind } from '#domain/integrity/question.model'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import { focusRadio, optionAfter, stepOfKey } from '../../ui/option.walk'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { letterOf } from './learning.words'
import './Options.css'

interface OptionsProps {
  /** The question, for a screen reader: the visible one stands above. */
  label: string
  kind: QuestionKind
  options: readonly string[]
  /** By place. */
  chosen: readonly number[]
  onChoose: (chosen: number[]) => void
}

/** Answers by letter: one of them, or any number where several are right. */
export const Options = ({ label, kind, options, chosen, onChoose }: OptionsProps) => {
  const isMultiple = kind === 'multiple'
  const rows = options.map((text, place) => ({ value: letterOf(place), title: text }))
  const choose = (place: number) => {
    if (!isMultiple) return onChoose([place])
    const others = chosen.filter((one) => one !== place)
    onChoose(others.length < chosen.length ? others : [...others, place].sort((one, other) => one - other))
  }
  const walk = (event: KeyboardEvent, from: number) => {
    const step = stepOfKey(event)
    const next = step && optionAfter(rows, from, step)
    if (isMultiple || typeof next !== 'number') return
    event.preventDefault()
    onChoose([next])
    focusRadio(event, next)
  }
  const entrance = chosen[0] ?? 0
  return (
    <View className="asked-options" {...semantics({ role: isMultiple ? 'group' : 'radiogroup', label })}>
      {rows.map(({ value, title }, place) => {
        const isChosen = chosen.includes(place)
        return (
          <Tappable
            key={value}
            role={isMultiple ? 'checkbox' : 'radio'}
            label={`${value}，${title}`}
            checked={isChosen}
            inTabOrder={isMultiple || place === entrance}
            className={classNames('asked-option', isMultiple && 'is-square', isChosen && 'is-chosen')}
            onTap={() => choose(place)}
            onKey={(event) => walk(event, place)}
          >
            <View className="asked-tick">{isChosen ? <Icon name="tick" /> : value}</View>
            <View className="asked-words">{title}</View>
          </Tappable>
        )
      })}
    </View>
  )
}

/** The same answers once one was given, and before it is known which were right. */
export const GivenOptions = ({ label, kind, options, chosen }: Omit<OptionsProps, 'onChoose'>) => (
  <View className="asked-options" {...semantics({ role: 'list', label })}>
    {options.map((text, place) => {
      const isChosen = chosen.includes(place)
      const words = [letterOf(place), text, isChosen ? '您选的' : ''].filter(Boolean).join('，')
      return (
        <View
          key={letterOf(place)}
          className={classNames('asked-option', 'is-told', kind === 'multiple' && 'is-square', isChosen && 'is-chosen')}
          {...semantics({ role: 'listitem', label: words })}
        >
          <View className="asked-tick">{isChosen ? <Icon name="tick" /> : letterOf(place)}</View>
          <View className="asked-words">{text}</View>
          {isChosen ? <View className="asked-tag">您选的</View> : null}
        </View>
      )
    })}
  </View>
)

interface JudgedOptionsProps extends Omit<OptionsProps, 'onChoose'> {
  /** By place. */
  right: readonly number[]
}

interface Judged {
  readonly isRight: boolean
  readonly isChosen: boolean
  /** One of several that are right was left out by somebody who chose others. */
  readonly isMissed: boolean
}

const tagOf = ({ isRight, isChosen, isMissed }: Judged): string | null => {
  if (isRight && isChosen) return '选对了'
  if (isRight) return isMissed ? '漏选了' : '正确'
  return isChosen ? '您选的' : null
}

/** The same answers once it is known which were right: a tick and a word, and colour last. */
export const JudgedOptions = ({ label, kind, options, chosen, right }: JudgedOptionsProps) => (
  <View className="asked-options" {...semantics({ role: 'list', label })}>
    {options.map((text, place) => {
      const isRight = right.includes(place)
      const isChosen = chosen.includes(place)
      const tag = tagOf({ isRight, isChosen, isMissed: kind === 'multiple' && chosen.length > 0 })
      return (
        <View
          key={letterOf(place)}
          className={classNames(
            'asked-option',
            'is-told',
            kind === 'multiple' && 'is-square',
            isRight && 'is-right',
            isChosen && !isRight && 'is-wrong',
          )}
          {...semantics({ role: 'listitem', label: [letterOf(place), text, tag].filter(Boolean).join('，') })}
        >
          <View className="asked-tick">
            {isRight ? <Icon name="tick" /> : isChosen ? <Icon name="cross" /> : letterOf(place)}
          </View>
          <View className="asked-words">{text}</View>
          {tag ? <View className="asked-tag">{tag}</View> : null}
        </View>
      )
    })}
  </View>
)
