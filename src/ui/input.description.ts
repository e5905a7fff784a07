import type { InputProps } from '@tarojs/components'

export interface InputDescription {
  label: string
  /** Ids of the texts that explain the field or its error. */
  describedBy?: string[]
  invalid: boolean
  id: string
  /** Digits only: the keyboard a phone offers. */
  digits?: boolean
}

/**
 * Name and error of an input for a screen reader. On H5 the real input sits inside Taro's element,
 * which hands `nativeProps` on to it.
 */
export const describeInput = ({
  label,
  describedBy = [],
  invalid,
  id,
  digits = false,
}: InputDescription): Partial<InputProps> =>
  process.env.TARO_ENV === 'weapp'
    ? { ariaLabel: label, type: digits ? 'number' : 'text' }
    : {
        nativeProps: {
          id,
          // type=number would drop a leading zero and turn the wheel into a change.
          inputMode: digits ? 'numeric' : 'text',
          'aria-label': label,
          'aria-describedby': describedBy.join(' '),
          'aria-invalid': invalid ? 'true' : 'false',
        },
      }
