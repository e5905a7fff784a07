import type { ArticleView } from '#domain/culture/reader.contract'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { ErrorNote } from '../../ui/ErrorNote'
import { Picture } from '../../ui/Picture'
import { KeptPicture, PictureCanvas } from '../../ui/picture/KeptPicture'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import type { usePoster } from './use-poster'
import './PosterView.css'

interface PosterViewProps {
  article: ArticleView
  poster: ReturnType<typeof usePoster>
}

/** The picture that is sent on, as it will be kept. */
export const PosterView = ({ article: { title }, poster: { drawing, outcome, draw } }: PosterViewProps) => {
  useEffect(() => {
    if (outcome?.kind === 'saved') toast('存到相册了，可以发给家人')
    if (outcome?.kind === 'downloaded') toast('图片已下载，可以发给家人')
  }, [outcome])
  const isDrawn = drawing.status === 'drawn'
  return (
    <View className="poster">
      {outcome?.kind === 'shown' ? null : isDrawn ? (
        <View
          className="poster-place"
          style={{ paddingBottom: `${(drawing.poster.picture.height / drawing.poster.picture.width) * 100}%` }}
        >
          <Picture className="poster-shown" src={drawing.src} label={`分享图：《${title}》，右下角的码打开这一篇`} />
        </View>
      ) : drawing.status === 'failed' ? (
        <ErrorNote onRetry={draw}>{sentenceFor(drawing.code)}</ErrorNote>
      ) : (
        <Skeleton lines={8} label="正在画" />
      )}
      {isDrawn ? (
        <KeptPicture
          outcome={outcome}
          label="分享图"
          again="存成图片"
          otherwise="也可以直接截图。"
          ratio={drawing.poster.picture.height / drawing.poster.picture.width}
        />
      ) : null}
      <View className="poster-note">图里没有您的名字、头像和来处</View>
      <PictureCanvas />
    </View>
  )
}
