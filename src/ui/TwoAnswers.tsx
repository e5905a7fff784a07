import { View } from '@tarojs/components'
import { Button } from './Button'
import './TwoAnswers.css'

interface Answer {
  text: string
  busy?: boolean
  onTap: () => void
}

/** Two answers of one weight and one size: the choice is the reader's own. */
export const TwoAnswers = ({ answers }: { answers: readonly [Answer, Answer] }) => {
  const waiting = answers.some(({ busy }) => busy)
  return (
    <View className="two-answers">
      {answers.map(({ text, busy = false, onTap }) => (
        <View key={text} className="two-answer">
          <Button kind="quiet" wide busy={busy} disabled={waiting} onTap={onTap}>
            {text}
          </Button>
        </View>
      ))}
    </View>
  )
}
