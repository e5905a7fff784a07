import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { Tappable } from './Tappable'
import './Choice.css'

export interface ChoiceProps {
  title: string
  /** What choosing it means, in one honest sentence. */
  detail?: string
  /** A word at the end of the line: 「您选的」. */
  tag?: string
  kind?: 'radio' | 'checkbox'
  selected: boolean
  /** A wrong answer is dashed ink, not a warning. */
  verdict?: 'right' | 'wrong'
  disabled?: boolean
  inTabOrder?: boolean
  onTap: () => void
  onKey?: (event: KeyboardEvent) => void
}

export const Choice = ({
  title,
  detail,
  tag,
  kind = 'radio',
  selected,
  verdict,
  disabled,
  inTabOrder,
  onTap,
  onKey,
}: ChoiceProps) => (
  <Tappable
    role={kind}
    label={[title, detail, tag].filter(Boolean).join('，')}
    checked={selected}
    disabled={disabled}
    inTabOrder={inTabOrder}
    className={classNames(
      'choice',
      selected && 'is-selected',
      detail && 'has-detail',
      verdict && `is-${verdict}`,
      kind === 'checkbox' && 'is-square',
    )}
    onTap={onTap}
    onKey={onKey}
  >
    <View className="choice-tick">
      {verdict === 'wrong' ? <Icon name="cross" /> : selected || verdict === 'right' ? <Icon name="tick" /> : null}
    </View>
    <View className="choice-words">
      <View className="choice-title">{title}</View>
      {detail ? <View className="choice-detail">{detail}</View> : null}
    </View>
    {tag ? <View className="choice-tag">{tag}</View> : null}
  </Tappable>
)
