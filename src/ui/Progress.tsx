import { View } from '@tarojs/components'
import { semantics } from './semantics'
import './Progress.css'

interface ProgressProps {
  /** What is under way: 「正在做海报」. */
  label: string
  /** 0 to 100. */
  percent: number
  /** Shown instead of label and percentage. */
  words?: string
}

/** For what takes longer than a second: words first, the bar under them. */
export const Progress = ({ label, percent, words }: ProgressProps) => {
  const done = Math.round(Math.min(Math.max(percent, 0), 100))
  return (
    <View className="progress-bar" {...semantics({ role: 'progressbar', label: `${label}，${done}%`, percent: done })}>
      <View className="progress-words">{words ?? `${label}，${done}%`}</View>
      <View className="progress-track">
        <View className="progress-done" style={{ width: `${done}%` }} />
      </View>
    </View>
  )
}
