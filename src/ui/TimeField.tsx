import { Input, Picker, View } from '@tarojs/components'
import { useId } from 'react'
import { classNames } from './class-names'
import { FieldError } from './FieldError'
import './TextField.css'
import './DayField.css'

interface TimeFieldProps {
  label: string
  /** 'HH:mm', or null while none is chosen. */
  value: string | null
  onChange: (time: string) => void
  error?: string
}

const CHOOSE = '点这里选时间'

/** A minute of the day by the phone's own wheels, or the browser's field. */
export const TimeField = (props: TimeFieldProps) => (
  <View className="text-field">
    <View className="text-field-label">{props.label}</View>
    {process.env.TARO_ENV === 'weapp' ? <Wheels {...props} /> : <Clock {...props} />}
  </View>
)

const Wheels = ({ label, value, onChange, error }: TimeFieldProps) => (
  <View>
    <Picker
      mode="time"
      value={value ?? '08:00'}
      ariaLabel={`${label}，${value ?? CHOOSE}`}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={classNames('text-field-input', 'day-field', error && 'is-invalid')}>
        {value ?? <View className="text-field-placeholder">{CHOOSE}</View>}
      </View>
    </Picker>
    {error ? <FieldError id="">{error}</FieldError> : null}
  </View>
)

const TIME = /^\d{2}:\d{2}$/

const Clock = ({ label, value, onChange, error }: TimeFieldProps) => {
  const id = useId()
  return (
    <View>
      <Input
        className={classNames('text-field-input', error && 'is-invalid')}
        value={value ?? ''}
        // A time half typed is none yet.
        onInput={(event) => TIME.test(event.detail.value) && onChange(event.detail.value)}
        nativeProps={{
          id,
          type: 'time',
          'aria-label': label,
          'aria-describedby': `${id}-error`,
          'aria-invalid': error ? 'true' : 'false',
        }}
      />
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </View>
  )
}
