import { View } from '@tarojs/components'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Keypad.css'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

interface KeypadProps {
  onDigit: (digit: string) => void
  onErase: () => void
  onClear: () => void
}

/** Our own keys: a code read off paper needs no phone keyboard over half the screen. */
export const Keypad = ({ onDigit, onErase, onClear }: KeypadProps) => (
  <View className="keypad" {...semantics({ role: 'group', label: '数字键' })}>
    <View className="keypad-keys">
      {DIGITS.map((digit) => (
        <Tappable key={digit} className="key" onTap={() => onDigit(digit)}>
          {digit}
        </Tappable>
      ))}
      <Tappable className="key is-word" onTap={onClear}>
        重新输
      </Tappable>
      <Tappable className="key" onTap={() => onDigit('0')}>
        0
      </Tappable>
      <Tappable className="key is-word" onTap={onErase}>
        删一位
      </Tappable>
    </View>
  </View>
)
