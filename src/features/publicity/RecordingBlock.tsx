import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { TextField } from '../../ui/TextField'
import { ArrivalNote } from './ArrivalNote'
import type { SheetBlock } from './sheet.model'
import type { MediaInHand } from './use-media'
import type { SheetEdit } from './use-sheet-edit'

type Audio = Extract<SheetBlock, { kind: 'audio' }>

interface RecordingBlockProps {
  block: Audio
  edit: SheetEdit
  media: MediaInHand
}

const MINUTE = 60

const runsFor = (seconds: number): string =>
  seconds < MINUTE ? `${seconds} 秒` : `${Math.floor(seconds / MINUTE)} 分 ${seconds % MINUTE} 秒`

/** A recording that is played in the article. */
export const RecordingBlock = ({ block, edit, media }: RecordingBlockProps) => {
  const { key, mediaId, title, seconds } = block
  const drop = () => {
    media.cancel(mediaId)
    edit.remove(key)
  }
  return (
    <View>
      <View className="sheet-recording">
        <Icon name="listen" className="cj" />
        <View className="sheet-recording-words">{`录音，${runsFor(seconds)}`}</View>
      </View>
      <ArrivalNote arrival={media.arrivalOf(mediaId)} what="录音" onRetry={media.retry} onRemove={drop} />
      <View className="gap-3">
        <TextField
          label="录音叫什么"
          value={title}
          maxlength={60}
          placeholder="例如：听护士长讲那一夜"
          onInput={(text) => edit.changeBlock<Audio>(key, (audio) => ({ ...audio, title: text }), `${key}.title`)}
        />
      </View>
      <View className="gap-2">
        <Button kind="text" onTap={drop}>
          去掉这段录音
        </Button>
      </View>
    </View>
  )
}
