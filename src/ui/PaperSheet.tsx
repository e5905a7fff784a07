import { View } from '@tarojs/components'
import { type ReactNode, useId } from 'react'
import { Icon } from './Icon'
import type { IconName } from './icon.names'
import { semantics } from './semantics'
import { useHeldKeyboard } from './useHeldKeyboard'
import './ConfirmDialog.css'
import './PaperSheet.css'

export interface PaperFact {
  icon: IconName
  term: string
  text: string
}

interface PaperSheetProps {
  title: string
  /** What is asked, what for, who sees it, how long, and what is not. */
  facts: readonly PaperFact[]
  /** A last line: what happens with the other answer, where the whole text is. */
  children?: ReactNode
  /** Two answers of one weight. */
  actions: ReactNode
  /** Escape on a keyboard: the answer that gives nothing away. */
  onEscape: () => void
}

/** Before something about a person is taken: what it is, in a list that is read in a minute. */
export const PaperSheet = ({ title, facts, children, actions, onEscape }: PaperSheetProps) => {
  const id = useId()
  useHeldKeyboard(id, onEscape)
  return (
    <View className="dialog-place" catchMove>
      <View className="dialog-shade" />
      <View className="dialog" id={id} {...semantics({ role: 'alertdialog', label: title, modal: true })}>
        <View className="paper-title" {...semantics({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <Facts facts={facts} />
        {children ? <View className="paper-last">{children}</View> : null}
        <View className="dialog-actions">{actions}</View>
      </View>
    </View>
  )
}

const Facts = ({ facts }: { facts: readonly PaperFact[] }) => (
  <View className="paper-facts" {...semantics({ role: 'list' })}>
    {facts.map(({ icon, term, text }) => (
      <View key={term} className="paper-fact" {...semantics({ role: 'listitem' })}>
        <Icon name={icon} className="paper-icon" />
        <View className="grow">
          <View className="strong">{term}</View>
          <View>{text}</View>
        </View>
      </View>
    ))}
  </View>
)
