import { workKindNames } from '#domain/culture/activity.model'
import type { WorkCard } from '#domain/culture/work.contract'
import { sentenceFor } from '#domain/errors'
import type { WorkId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { Picture } from '../../ui/Picture'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Tappable } from '../../ui/Tappable'
import type { WorksInHand } from './use-works'
import './Gallery.css'

interface GalleryProps {
  works: WorksInHand
  onOpen: (id: WorkId) => void
}

/** Works of those who work here, as their authors wish to be named. */
export const Gallery = ({ works: { page, kind, narrow, more, reload, busy, failed }, onOpen }: GalleryProps) => (
  <View>
    <Lead above={page?.hospitalName} hint="写的、画的、讲的，都出自本院职工；署名由作者自己定。">
      职工作品
    </Lead>
    {page && (page.kinds.length > 1 || kind !== null) ? (
      <View className="gallery-chips" {...semantics({ role: 'group', label: '看哪一类' })}>
        <Chip pressed={kind === null} onTap={() => narrow(null)}>
          全部
        </Chip>
        {page.kinds.map((one) => (
          <Chip key={one} pressed={kind === one} onTap={() => narrow(one)}>
            {workKindNames[one]}
          </Chip>
        ))}
      </View>
    ) : null}
    {page && page.rows.length > 0 ? (
      <View className="gallery" {...semantics({ role: 'list', label: '作品' })}>
        {page.rows.map((work) => (
          <Hung key={work.id} work={work} onTap={() => onOpen(work.id)} />
        ))}
      </View>
    ) : null}
    {failed ? (
      <ErrorNote onRetry={() => void (page?.next ? more() : reload())}>{sentenceFor(failed)}</ErrorNote>
    ) : !page || (busy && page.rows.length === 0) ? (
      <Skeleton lines={8} />
    ) : page.rows.length === 0 ? (
      <Empty title="还没有挂出来的作品" hint="职工交上来，另一位同事看过，就挂在这里。" />
    ) : null}
    {page?.next && !failed ? (
      <View className="gap-5">
        <Button kind="quiet" wide busy={busy} busyText="正在取" onTap={() => void more()}>
          再看以前的
        </Button>
      </View>
    ) : null}
  </View>
)

const Hung = ({ work: { kind, title, credit, picture, opening }, onTap }: { work: WorkCard; onTap: () => void }) => (
  <View className="gallery-place" {...semantics({ role: 'listitem' })}>
    <Tappable
      role="link"
      className="gallery-work"
      label={
        process.env.TARO_ENV === 'weapp'
          ? [title, workKindNames[kind], credit, picture?.alt].filter(Boolean).join('，')
          : undefined
      }
      onTap={onTap}
    >
      {picture ? (
        <View className="gallery-frame">
          <Picture src={picture.url} label={picture.alt} className="gallery-picture" />
        </View>
      ) : (
        <View className="gallery-page">{opening}</View>
      )}
      <View className="gallery-title">{title}</View>
      <View className="gallery-credit">{`${workKindNames[kind]} · ${credit}`}</View>
    </Tappable>
  </View>
)
