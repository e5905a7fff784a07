import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Picture } from '../../ui/Picture'
import { TextField } from '../../ui/TextField'
import { ArrivalNote } from './ArrivalNote'
import type { SheetBlock } from './sheet.model'
import type { MediaInHand } from './use-media'
import type { SheetEdit } from './use-sheet-edit'

type Image = Extract<SheetBlock, { kind: 'image' }>

interface PictureBlockProps {
  block: Image
  edit: SheetEdit
  media: MediaInHand
}

const ALT_MOST = 120

/** A picture of the article, with what it shows and what is printed under it. */
export const PictureBlock = ({ block, edit, media }: PictureBlockProps) => {
  const { key, mediaId, alt, caption = '' } = block
  const url = media.urlOf(mediaId)
  const write = (words: Partial<Extract<Block, { kind: 'image' }>>, run: string) =>
    edit.changeBlock<Image>(key, (image) => ({ ...image, ...words }), `${key}.${run}`)
  return (
    <View>
      {url ? (
        <View className="sheet-picture" style={{ paddingTop: `${(block.height / block.width) * 100}%` }}>
          <Picture className="sheet-picture-shown" src={url} label={alt || '还没写替代文字的图片'} />
        </View>
      ) : (
        <View className="t4 c2">图片要等存到医院才看得见。</View>
      )}
      <ArrivalNote
        arrival={media.arrivalOf(mediaId)}
        what="图片"
        onRetry={media.retry}
        onRemove={() => drop(edit, media, block)}
      />
      <View className="gap-3">
        <TextField
          label="替代文字"
          aside="看不见的人靠它知道图里是什么"
          value={alt}
          maxlength={ALT_MOST}
          placeholder="例如：护士站台面上放着一个没有封口的信封"
          onInput={(text) => write({ alt: text }, 'alt')}
        />
      </View>
      <View className="gap-3">
        <TextField
          label="图注"
          aside="可以不写，印在图下面"
          value={caption}
          maxlength={ALT_MOST}
          onInput={(text) => write({ caption: text }, 'caption')}
        />
      </View>
      <View className="gap-2">
        <Button kind="text" onTap={() => drop(edit, media, block)}>
          去掉这张图片
        </Button>
      </View>
    </View>
  )
}

const drop = (edit: SheetEdit, media: MediaInHand, { key, mediaId }: Image) => {
  media.cancel(mediaId)
  edit.remove(key)
}
