import { View } from '@tarojs/components'
import { classNames } from './class-names'
import './PromiseNote.css'

interface PromiseNoteProps {
  /** What happens next. */
  next?: string
  /** By when: a date, then days. */
  by?: string
  /** Who can see it. */
  seenBy?: string
  kept?: string
  /** What will not happen: 「不进病历，不影响看病；谁也不许因此为难您」. */
  never?: string
  /** The end of a form: a firm line above, the date in bold. */
  firm?: boolean
}

/** What every screen owes: what happens next, by when, and who can see it. */
export const PromiseNote = ({ next, by, seenBy, kept, never, firm = false }: PromiseNoteProps) => {
  const lines = [
    { term: '接下来', text: next },
    { term: '什么时候', text: by, strong: firm },
    { term: '谁能看到', text: seenBy },
    { term: '留多久', text: kept },
    { term: '不会', text: never },
  ]
  return (
    <View className={classNames('promise', firm && 'is-firm')}>
      {lines.map(({ term, text, strong }) =>
        text ? (
          <View key={term} className="promise-line">
            <View className="promise-term">{term}</View>
            <View className={classNames('promise-text', strong && 'strong')}>{text}</View>
          </View>
        ) : null,
      )}
    </View>
  )
}
