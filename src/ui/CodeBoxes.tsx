import { inGroups } from '#domain/complaint/receipt'
import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { semantics } from './semantics'
import './CodeBoxes.css'

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
  const sizes = inGroups('0'.repeat(length))
    .split(' ')
    .map((group) => group.length)
  const active = Math.min(Math.floor(digits.length / 4), sizes.length - 1)
  const stateOf = (index: number, group: string, size: number): BoxState => {
    if (wrong) return 'wrong'
    if (group.length === size) return 'complete'
    return index === active ? 'now' : 'to-come'
  }
  return (
    <View className="code-boxes" {...semantics({ role: 'list', label })}>
      {sizes.map((size, index) => {
        const group = digits.slice(index * 4, index * 4 + size)
        const state = stateOf(index, group, size)
        return (
          <View
            key={`group-${index + 1}`}
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
