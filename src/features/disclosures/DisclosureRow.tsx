import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { aroundFound } from './disclosure.words'
import './Disclosures.css'

interface DisclosureRowProps {
  title: string
  /** Stands out in the title. */
  found?: string
  line?: string
  /** What was not done in time, in words. */
  late?: string
  /** A date. */
  end?: string
  current?: boolean
  role?: 'link' | 'button'
  onTap: () => void
}

/** A slot or an entry in a list, and in words of its own what is overdue about it. */
export const DisclosureRow = ({
  title,
  found = '',
  line,
  late,
  end,
  current = false,
  role = 'link',
  onTap,
}: DisclosureRowProps) => {
  const parts = aroundFound(title, found)
  return (
    <View className="list-row" {...semantics({ role: 'listitem' })}>
      <Tappable
        role={role}
        className={classNames('disclosure-row', current && 'is-current')}
        label={[title, line, late, end].filter(Boolean).join('，')}
        current={current}
        onTap={onTap}
      >
        <View className="disclosure-row-words">
          <View className="disclosure-row-title">
            {parts.before}
            {parts.found ? <Text className="disclosure-row-found">{parts.found}</Text> : null}
            {parts.after}
          </View>
          {line ? <View className="disclosure-row-line">{line}</View> : null}
          {late ? <View className="disclosure-row-line is-late">{late}</View> : null}
        </View>
        {end ? <View className="disclosure-row-end">{end}</View> : null}
      </Tappable>
    </View>
  )
}
