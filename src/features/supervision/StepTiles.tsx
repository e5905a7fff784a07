import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { focusRadio, optionAfter, stepOfKey } from '../../ui/option.walk'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import type { RatingStep } from './rating.steps'
import './StepTiles.css'

interface StepTilesProps {
  /** The question, for a screen reader: the visible one stands above. */
  label: string
  steps: readonly RatingStep[]
  value: string | null
  onChange: (id: string) => void
}

/** A number and its word, side by side from worst to best; one under the other in the elder version. */
export const StepTiles = ({ label, steps, value, onChange }: StepTilesProps) => {
  const options = steps.map(({ id, text }) => ({ value: id, title: text }))
  const entrance = Math.max(
    steps.findIndex(({ id }) => id === value),
    0,
  )
  const walk = (event: KeyboardEvent, from: number) => {
    const by = stepOfKey(event)
    const next = by && optionAfter(options, from, by)
    const step = typeof next === 'number' ? steps[next] : undefined
    if (typeof next !== 'number' || !step) return
    event.preventDefault()
    onChange(step.id)
    focusRadio(event, next)
  }
  return (
    <View className="step-tiles" {...semantics({ role: 'radiogroup', label })}>
      {steps.map(({ id, number, text }, at) => (
        <View key={id} className="step-tile-place">
          <Tappable
            role="radio"
            label={`${number} 分，${text}`}
            checked={id === value}
            className={classNames('step-tile', id === value && 'is-selected')}
            inTabOrder={at === entrance}
            onTap={() => onChange(id)}
            onKey={(event) => walk(event, at)}
          >
            <View className="step-tile-number">{String(number)}</View>
            <View className="step-tile-words">{text}</View>
          </Tappable>
        </View>
      ))}
    </View>
  )
}
