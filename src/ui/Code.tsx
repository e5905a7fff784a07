import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { groupsOf } from './code.groups'
import { Icon } from './Icon'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Code.css'

/** A group's place in the code is what tells it apart: two groups may read the same. */
const keyed = (groups: string[]) => groups.map((group, index) => ({ key: `group-${index + 1}`, group, index }))

/** A query code as it stands on a receipt. */
export const CodeLine = ({ digits, label }: { digits: string; label: string }) => (
  <View className="code-line" {...semantics({ role: 'group', label: `${label} ${groupsOf(digits).join(' ')}` })}>
    {keyed(groupsOf(digits)).map(({ key, group }) => (
      <Text key={key} className="code-line-group">
        {group}
      </Text>
    ))}
  </View>
)

interface CodeBoxesProps {
  /** What has been keyed in so far. */
  digits: string
  /** How many digits there are in all. */
  length: number
  label: string
  /** The whole code was keyed in and does not check. */
  wrong?: boolean
}

type BoxState = 'complete' | 'now' | 'to-come' | 'wrong'

const SAYS: Record<BoxState, string> = { complete: '输完了', now: '正在输', 'to-come': '还没输', wrong: '对不上' }

/** Groups that fill up one after the other; a tick means only that a group is complete. */
export const CodeBoxes = ({ digits, length, label, wrong = false }: CodeBoxesProps) => {
  const boxes = keyed(groupsOf('0'.repeat(length)))
  const active = Math.min(Math.floor(digits.length / 4), boxes.length - 1)
  const stateOf = (index: number, group: string, size: number): BoxState => {
    if (wrong) return 'wrong'
    if (group.length === size) return 'complete'
    return index === active ? 'now' : 'to-come'
  }
  return (
    <View className="code-boxes" {...semantics({ role: 'list', label })}>
      {boxes.map(({ key, group: { length: size }, index }) => {
        const group = digits.slice(index * 4, index * 4 + size)
        const state = stateOf(index, group, size)
        return (
          <View
            key={key}
            className={classNames('code-box', `is-${state}`)}
            {...semantics({ role: 'listitem', label: `第 ${index + 1} 组，${SAYS[state]} ${group}` })}
          >
            {group ? <Text>{group}</Text> : <Text className="code-box-number">{`第 ${index + 1} 组`}</Text>}
            {state === 'now' && group ? <View className="code-caret" /> : null}
            {state === 'complete' ? <Icon name="tick" className="code-box-icon" /> : null}
            {state === 'wrong' ? <Icon name="warning" className="code-box-icon" /> : null}
          </View>
        )
      })}
    </View>
  )
}

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
