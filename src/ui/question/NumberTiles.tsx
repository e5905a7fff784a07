import { NUMBER_MOST } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { focusRadio, optionAfter, stepOfKey } from '../option.walk'
import { semantics } from '../semantics'
import { Tappable } from '../Tappable'
import './NumberTiles.css'

interface NumberTilesProps {
  /** The question, for a screen reader: the visible one stands above. */
  label: string
  /** What 0 and 10 mean. */
  low: string
  high: string
  value: number | null
  onChange: (value: number) => void
}

const NUMBERS = Array.from({ length: NUMBER_MOST + 1 }, (_, number) => ({
  value: String(number),
  title: String(number),
}))

/** 0 to 10, each large enough for a thumb: six in a row, three in the elder version. */
export const NumberTiles = ({ label, low, high, value, onChange }: NumberTilesProps) => {
  const nameOf = (number: number) =>
    number === 0 ? `0，${low}` : number === NUMBER_MOST ? `${NUMBER_MOST}，${high}` : String(number)
  const walk = (event: KeyboardEvent, from: number) => {
    const step = stepOfKey(event)
    const next = step && optionAfter(NUMBERS, from, step)
    if (typeof next !== 'number') return
    event.preventDefault()
    onChange(next)
    focusRadio(event, next)
  }
  return (
    <View>
      <View className="number-tiles" {...semantics({ role: 'radiogroup', label })}>
        {NUMBERS.map(({ title }, number) => (
          <View key={title} className="number-place">
            <Tappable
              role="radio"
              label={nameOf(number)}
              checked={number === value}
              className={classNames('number-tile', number === value && 'is-selected')}
              inTabOrder={number === (value ?? 0)}
              onTap={() => onChange(number)}
              onKey={(event) => walk(event, number)}
            >
              {title}
            </Tappable>
          </View>
        ))}
      </View>
      <View className="number-ends" {...semantics({ hidden: true })}>
        <View>{`0 是${low}`}</View>
        <View>{`${NUMBER_MOST} 是${high}`}</View>
      </View>
    </View>
  )
}
