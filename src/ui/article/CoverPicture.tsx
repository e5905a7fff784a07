import type { CardCover } from '#domain/culture/reader.contract'
import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { Mark } from '../Motif'
import { Picture } from '../Picture'
import { Plate } from '../plates/Plate'
import { semantics } from '../semantics'
import './CoverPicture.css'

interface CoverPictureProps {
  cover: CardCover | null
  /** As wide as its place; small beside a title; to both edges of the page. */
  size?: 'full' | 'thumb' | 'bleed'
}

/** The picture at the head of an article, three wide by two high: a drawing, the chosen part of a photo, or the lotus. */
export const CoverPicture = ({ cover, size = 'full' }: CoverPictureProps) => {
  if (cover?.kind === 'plate') return <Plate name={cover.name} size={size} />
  const hidden = size === 'thumb' ? semantics({ hidden: true }) : {}
  return (
    <View className={classNames('cover', `cover-${size}`)} {...hidden}>
      <View className="cover-place">
        {cover ? (
          <View
            className="cover-photo"
            style={{
              left: share(-cover.crop.x / cover.crop.width),
              top: share(-cover.crop.y / cover.crop.height),
              width: share(1 / cover.crop.width),
              height: share(1 / cover.crop.height),
            }}
          >
            <Picture className="cover-picture" src={cover.url} label={cover.alt} cut />
          </View>
        ) : (
          <Mark fine className="cover-mark" />
        )}
      </View>
    </View>
  )
}

const share = (of: number): string => `${(of * 100).toFixed(3)}%`
