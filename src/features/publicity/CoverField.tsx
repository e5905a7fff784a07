import type { Cover } from '#domain/culture/article.model'
import { PlateName } from '#domain/culture/plate.names'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button'
import { Picture } from '../../ui/Picture'
import { Plate } from '../../ui/plates/Plate'
import { plateDrawings } from '../../ui/plates/plate.drawings'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Tappable } from '../../ui/Tappable'
import { TextField } from '../../ui/TextField'
import { ArrivalNote } from './ArrivalNote'
import { CropFrame } from './CropFrame'
import { fullCrop, type Size } from './crop.rules'
import type { Manuscript } from './use-manuscript'
import type { MediaInHand } from './use-media'

interface CoverFieldProps extends Pick<Manuscript, 'sheet' | 'change'> {
  media: MediaInHand
}

/** The picture at the head: one of the house's drawings, or the chosen part of a photo. */
export const CoverField = ({ sheet: { cover }, change, media }: CoverFieldProps) => {
  const [isChoosing, setIsChoosing] = useState(false)
  const put = (next: Cover | null, run: string | null = null) => change((before) => ({ ...before, cover: next }), run)
  const addPhoto = async () => {
    const [photo] = await media.addPictures(1)
    if (photo) put({ kind: 'photo', mediaId: photo.mediaId, alt: '', crop: fullCrop(photo) })
  }
  return (
    <View>
      {cover?.kind === 'plate' ? <Plate name={cover.name} /> : null}
      {cover?.kind === 'photo' ? <PhotoCover cover={cover} media={media} onCover={put} /> : null}
      {cover === null ? <View className="t4 c2">没有选的，列表里用莲花代替。</View> : null}
      <View className="desk-acts gap-3">
        <Button kind="quiet" onTap={() => setIsChoosing(true)}>
          {cover?.kind === 'plate' ? '换一张插画' : '选一张插画'}
        </Button>
        <Button kind="quiet" icon="camera" busy={media.picking} busyText="正在放进来" onTap={() => void addPhoto()}>
          用照片
        </Button>
        {cover ? (
          <Button kind="text" onTap={() => put(null)}>
            不要封面
          </Button>
        ) : null}
      </View>
      {isChoosing ? (
        <SidePanel title="选一张插画" onClose={() => setIsChoosing(false)}>
          <View className="plate-choices" {...semantics({ role: 'list', label: '插画' })}>
            {PlateName.options.map((name) => (
              <View key={name} className="plate-choice-place" {...semantics({ role: 'listitem' })}>
                <Tappable
                  className="plate-choice"
                  label={plateDrawings[name].says}
                  pressed={cover?.kind === 'plate' && cover.name === name}
                  onTap={() => {
                    put({ kind: 'plate', name })
                    setIsChoosing(false)
                  }}
                >
                  <Plate name={name} size="thumb" className="plate-choice-plate" />
                  <View className="plate-choice-says">{plateDrawings[name].says}</View>
                </Tappable>
              </View>
            ))}
          </View>
        </SidePanel>
      ) : null}
    </View>
  )
}

type Photo = Extract<Cover, { kind: 'photo' }>

interface PhotoCoverProps {
  cover: Photo
  media: MediaInHand
  onCover: (cover: Cover | null, run?: string | null) => void
}

const PhotoCover = ({ cover, media, onCover }: PhotoCoverProps) => {
  const url = media.urlOf(cover.mediaId)
  const size = useSizeOf(url)
  const remove = () => {
    media.cancel(cover.mediaId)
    onCover(null)
  }
  return (
    <View>
      {url && size ? (
        <CropFrame
          src={url}
          alt={cover.alt}
          size={size}
          crop={cover.crop}
          onCrop={(crop) => onCover({ ...cover, crop }, 'cover.crop')}
        />
      ) : url ? (
        <Picture className="cover-waiting" src={url} label={cover.alt || '封面照片'} cut />
      ) : (
        <View className="t4 c2">照片要等存到医院才看得见。</View>
      )}
      <ArrivalNote arrival={media.arrivalOf(cover.mediaId)} what="封面照片" onRetry={media.retry} onRemove={remove} />
      <View className="gap-3">
        <TextField
          label="封面的替代文字"
          value={cover.alt}
          maxlength={120}
          placeholder="封面上是什么"
          onInput={(alt) => onCover({ ...cover, alt }, 'cover.alt')}
        />
      </View>
    </View>
  )
}

/** How large a picture is; null until it was looked at. */
const useSizeOf = (url: string | null): Size | null => {
  const [known, setKnown] = useState<{ url: string; size: Size } | null>(null)
  useEffect(() => {
    if (url === null) return
    const look = async () => {
      try {
        const { width, height } = await Taro.getImageInfo({ src: url })
        setKnown({ url, size: { width, height } })
      } catch {
        // Shown whole and not to be cropped until it can be opened.
      }
    }
    void look()
  }, [url])
  return known && known.url === url ? known.size : null
}
