import { articleIn } from '#domain/culture/article.scene'
import type { ArticleView } from '#domain/culture/reader.contract'
import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useState } from 'react'
import { ArticleScreen } from '../../../features/culture/ArticleScreen'
import { PosterView } from '../../../features/culture/PosterView'
import { SendOn } from '../../../features/culture/SendOn'
import { useArticle } from '../../../features/culture/use-article'
import { useCountedReading } from '../../../features/culture/use-counted-reading'
import { useKeeping } from '../../../features/culture/use-kept'
import { usePoster } from '../../../features/culture/use-poster'
import { Withdrawn } from '../../../features/culture/Withdrawn'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import type { LinkTarget } from '../../../ui/article/LinkCard'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useAppearance } from '../../../ui/useAppearance'

const back = () => void goBack()

/** One article; what a shared card, a poster's code and a link lead to. */
export default function ArticlePage() {
  const { id, scene } = useRouter().params
  const wanted = articleIn(id, scene)
  const { reading, reload } = useArticle(wanted)
  const article = reading.status === 'read' ? reading.article : null
  useCountedReading(reading.status === 'read' && !reading.again ? wanted : null)
  useShareAppMessage(() => ({
    title: article?.title ?? '清廉文化',
    path: article ? routes.article({ id: article.id }) : routes.culture(),
    ...(article?.cover?.kind === 'photo' ? { imageUrl: article.cover.url } : {}),
  }))
  useShareTimeline(() => ({ title: article?.title ?? '清廉文化', query: article ? `id=${article.id}` : '' }))

  switch (reading.status) {
    case 'pending':
      return (
        <Page title="文章" className="reading-page" onBack={back}>
          <Skeleton lines={10} />
        </Page>
      )
    case 'failed':
      return (
        <Page title="文章" className="reading-page" onBack={back}>
          <ErrorNote onRetry={reload}>{sentenceFor(reading.code)}</ErrorNote>
        </Page>
      )
    case 'withdrawn':
      return (
        <Page title={reading.tombstone.title} className="reading-page" onBack={back}>
          <Withdrawn tombstone={reading.tombstone} onRead={() => void replaceWith(routes.culture())} />
        </Page>
      )
    case 'unknown':
      return (
        <Page title="文章" className="reading-page" onBack={back}>
          <Empty
            title="没有找到这一篇"
            hint="可能是网址不全，或者这一篇已经不在了。"
            action={
              <Button kind="quiet" onTap={() => void replaceWith(routes.culture())}>
                看别的文章
              </Button>
            }
          />
        </Page>
      )
    case 'read':
      return <Opened key={reading.article.id} article={reading.article} again={reading.again} onReload={reload} />
  }
}

interface OpenedProps {
  article: ArticleView
  again: boolean
  onReload: () => void
}

const openArticle = (id: ArticleId) => void goTo(routes.article({ id }))

const openerOf = (to: LinkTarget): (() => void) => {
  switch (to.page) {
    case 'article':
      return () => openArticle(to.articleId)
    case 'disclosure':
      return () => void goTo(routes.disclosure({ id: to.disclosureId }))
    case 'quiz':
      return () => void goTo(routes.learning())
  }
}

const Opened = ({ article, again, onReload }: OpenedProps) => {
  const { elder } = useAppearance()
  const [sharing, setSharing] = useState(false)
  const { kept, toggle } = useKeeping(article)
  const { next, title } = article
  // The next one takes this one's place: however many are read, the way back stays short.
  const onNext = () => {
    if (next) void replaceWith(routes.article({ id: next.id }))
  }
  if (sharing) return <Sharing article={article} onBack={() => setSharing(false)} />
  const share = (
    <Button kind="quiet" grow icon={elder ? undefined : 'share'} onTap={() => setSharing(true)}>
      {elder ? '发给家人' : '分享'}
    </Button>
  )
  const keep = (
    <Button
      kind="quiet"
      grow
      icon={elder ? undefined : kept ? 'kept' : 'keep'}
      label={kept ? '收藏了，点一下拿掉' : '收藏'}
      onTap={toggle}
    >
      {kept ? '收藏了' : '收藏'}
    </Button>
  )
  return (
    <Page
      title={title}
      className="reading-page"
      onBack={back}
      dock={
        <>
          {share}
          {keep}
        </>
      }
    >
      <ArticleScreen
        article={article}
        again={again}
        onReload={onReload}
        openerOf={openerOf}
        onNarrow={(to) => void goTo(routes.column(to))}
        onNext={onNext}
      />
    </Page>
  )
}

const Sharing = ({ article, onBack }: { article: ArticleView; onBack: () => void }) => {
  const { elder } = useAppearance()
  const poster = usePoster(article)
  return (
    <Page
      title="发给家人朋友"
      className="reading-page"
      onBack={onBack}
      dock={
        <>
          <SendOn article={article}>发给朋友</SendOn>
          <Button
            grow
            icon={elder ? undefined : 'save'}
            busy={poster.saving}
            busyText="正在存"
            disabled={poster.drawing.status !== 'drawn'}
            onTap={() => void poster.save()}
          >
            存成图片
          </Button>
        </>
      }
    >
      <PosterView article={article} poster={poster} />
    </Page>
  )
}
