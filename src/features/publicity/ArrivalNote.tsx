import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import type { Arrival } from './use-media'

interface ArrivalNoteProps {
  arrival: Arrival
  /** 「图片」「录音」 */
  what: string
  onRetry: () => void
  onRemove: () => void
}

/** How far a picture or a recording has come; nothing once it is there. */
export const ArrivalNote = ({ arrival: { state, percent }, what, onRetry, onRemove }: ArrivalNoteProps) => {
  if (state === 'whole') return null
  if (state === 'broken') {
    return (
      <View className="gap-3">
        <Notice tone="wait" icon="warning" announced="alert" actions={[{ text: `去掉，换一个`, onTap: onRemove }]}>
          {`${what}没有传成，请换一个再传。`}
        </Notice>
      </View>
    )
  }
  const isStuck = state === 'stopped' || state === 'crowded'
  const words = isStuck
    ? state === 'crowded'
      ? sentenceFor('media.too_many')
      : `没连上网，${what}停在 ${percent}%，连上会接着传。`
    : state === 'waiting'
      ? `${what}等着传`
      : `${what}正在传 ${percent}%`
  return (
    <View className="gap-3">
      {isStuck ? (
        <Notice
          tone="wait"
          announced="status"
          actions={[
            { text: '现在接着传', onTap: onRetry },
            { text: '不传了', onTap: onRemove },
          ]}
        >
          {words}
        </Notice>
      ) : (
        <View className="arrival" {...semantics({ role: 'status' })}>
          <View className="arrival-words">{words}</View>
          <View className="arrival-bar">
            <View className="arrival-done" style={{ width: `${percent}%` }} />
          </View>
        </View>
      )}
    </View>
  )
}
