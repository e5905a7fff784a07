import { View } from '@tarojs/components'
import { Notice } from '../../ui/Notice'
import { Shots } from '../../ui/Shots'
import { TextField } from '../../ui/TextField'
import type { UploadsInHand } from './use-uploads'

interface PictureBoardProps {
  album: UploadsInHand
  /** Of each picture by its number, what it shows. */
  alts: Readonly<Record<string, string>>
  onAlts: (alts: Record<string, string>) => void
}

/** Pictures, how far each has come, and a line that says what it shows to whoever cannot see it. */
export const PictureBoard = ({ album, alts, onAlts }: PictureBoardProps) => {
  const pictures = album.uploads.filter(({ kind }) => kind === 'picture')
  const stopped = pictures.some(({ state }) => state === 'stopped')
  const labelOf = (at: number) => `第 ${at + 1} 张`
  return (
    <View>
      {stopped ? (
        <Notice tone="wait" icon="warning" announced="status" actions={[{ text: '现在再试一次', onTap: album.retry }]}>
          有图片停在半路，连上网再传一次；写的都还在。
        </Notice>
      ) : null}
      {album.problem ? <Notice tone="wait">{album.problem}</Notice> : null}
      <Shots
        label="图片"
        shots={pictures.map(({ mediaId, src, state, percent }, at) => ({
          id: mediaId,
          src,
          label: labelOf(at),
          state,
          percent,
        }))}
        max={album.most - (album.uploads.length - pictures.length)}
        busy={album.picking}
        onAdd={() => void album.addPictures()}
        onRemove={album.remove}
      />
      {pictures.map(({ mediaId }, at) => (
        <View key={mediaId} className="gap-3">
          <TextField
            label={`${labelOf(at)}画面里是什么`}
            value={alts[mediaId] ?? ''}
            placeholder="一句话，给看不见的人听"
            maxlength={120}
            onInput={(alt) => onAlts({ ...alts, [mediaId]: alt })}
          />
        </View>
      ))}
    </View>
  )
}
