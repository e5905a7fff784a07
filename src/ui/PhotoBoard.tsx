import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { Notice } from './Notice'
import { type Shot, Shots } from './Shots'
import './PhotoBoard.css'

/** 「传好 1，停在半路 1，等着 2」 */
export const photosInWords = (shots: readonly Pick<Shot, 'state'>[]): string => {
  const count = (...states: Shot['state'][]) => shots.filter(({ state }) => states.includes(state)).length
  const parts = [
    ['传好', count('sent')],
    ['正在传', count('sending')],
    ['停在半路', count('stopped')],
    ['等着', count('waiting')],
    ['打不开', count('broken')],
  ] as const
  return parts
    .filter(([, number]) => number > 0)
    .map(([word, number]) => `${word} ${number}`)
    .join('，')
}

interface PhotoBoardProps {
  album: {
    readonly shots: readonly Shot[]
    /** Why nothing is sent just now. */
    readonly stopped: 'offline' | 'crowded' | null
    readonly picking: boolean
    readonly problem: string | null
    readonly add: () => Promise<void>
    readonly remove: (id: string) => void
    readonly retry: () => void
    readonly most: number
  }
  /** What should not be in the picture, or what becomes of it. */
  note?: string
}

/** Photos of one draft and how far each has come. */
export const PhotoBoard = ({ album, note = '画面里有床头卡或别人的脸，请避开再拍。' }: PhotoBoardProps) => {
  const { shots, stopped, problem, picking, most } = album
  return (
    <View>
      {stopped ? (
        <View className="photo-board-part">
          <Notice
            tone="wait"
            icon="warning"
            announced="status"
            actions={[{ text: '现在再试一次', onTap: album.retry }]}
          >
            {stopped === 'crowded'
              ? sentenceFor('photo.too_many')
              : '没连上网。写的和拍的都在这台手机里，连上会接着传，不用重拍。'}
          </Notice>
        </View>
      ) : null}
      {problem ? (
        <View className="photo-board-part">
          <Notice tone="wait">{problem}</Notice>
        </View>
      ) : null}
      {shots.length > 0 ? (
        <View className="photo-board-count">
          <View className="photo-board-number">{`${shots.length} 张`}</View>
          {photosInWords(shots)}
        </View>
      ) : null}
      <Shots
        label="照片"
        shots={shots}
        max={most}
        busy={picking}
        onAdd={() => void album.add()}
        onRemove={album.remove}
      />
      <View className="photo-board-note">
        <Icon name="eye" size="s" className="cj" />
        <View className="photo-board-words">{`最多 ${most} 张。拍摄的地点和时间会去掉。${note}`}</View>
      </View>
    </View>
  )
}
