import type { Day } from '#domain/instant'
import { Input, Picker, View } from '@tarojs/components'
import { useId } from 'react'
import { classNames } from './class-names'
import { FieldError } from './FieldError'
import './TextField.css'
import './DayField.css'

interface DayFieldProps {
  label: string
  /** 'YYYY-MM-DD', or null while none is chosen. */
  value: Day | null
  /** The day in words, as it stands in the field inside WeChat. */
  words: string
  earliest: Day
  latest: Day
  onChange: (day: Day) => void
  error?: string
}

const CHOOSE = '点这里选日期'

/** A calendar day by the phone's own wheels, or the browser's calendar. */
export const DayField = (props: DayFieldProps) => (
  <View className="text-field">
    <View className="text-field-label">{props.label}</View>
    {process.env.TARO_ENV === 'weapp' ? <Wheels {...props} /> : <Calendar {...props} />}
  </View>
)

const Wheels = ({ label, value, words, earliest, latest, onChange, error }: DayFieldProps) => (
  <View>
    <Picker
      mode="date"
      value={value ?? latest}
      start={earliest}
      end={latest}
      ariaLabel={`${label}，${value ? words : CHOOSE}`}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={classNames('text-field-input', 'day-field', error && 'is-invalid')}>
        {value ? words : <View className="text-field-placeholder">{CHOOSE}</View>}
      </View>
    </Picker>
    {error ? <FieldError id="">{error}</FieldError> : null}
  </View>
)

const DAY = /^\d{4}-\d{2}-\d{2}$/

const Calendar = ({ label, value, earliest, latest, onChange, error }: DayFieldProps) => {
  const id = useId()
  return (
    <View>
      <Input
        className={classNames('text-field-input', error && 'is-invalid')}
        value={value ?? ''}
        // A day half typed is no day yet.
        onInput={(event) => DAY.test(event.detail.value) && onChange(event.detail.value)}
        nativeProps={{
          id,
          type: 'date',
          min: earliest,
          max: latest,
          'aria-label': label,
          'aria-describedby': `${id}-error`,
          'aria-invalid': error ? 'true' : 'false',
        }}
      />
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </View>
  )
}
