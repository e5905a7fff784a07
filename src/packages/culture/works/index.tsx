import { useLoaded } from '#cloud/use-action'
import { workKindNames } from '#domain/culture/activity.model'
import type { WorkView } from '#domain/culture/work.contract'
import { sentenceFor } from '#domain/errors'
import { WorkId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { dayOf } from '../../../features/activities/activity.words'
import { cultureApi } from '../../../features/activities/culture.api'
import { Gallery } from '../../../features/activities/Gallery'
import { MyWorks } from '../../../features/activities/MyWorks'
import { useMyWorks } from '../../../features/activities/use-my-works'
import { useWorks } from '../../../features/activities/use-works'
import { blankWork, draftOfWork, uploadsOfWork } from '../../../features/activities/work.draft'
import { WorkForm } from '../../../features/activities/WorkForm'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, routes } from '../../../routes'
import { ArticleBody } from '../../../ui/article/ArticleBody'
import { Button } from '../../../ui/Button'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { toast } from '../../../ui/toast'
import { useNow } from '../../../ui/useNow'

/** Works of those who work here (职工作品): the gallery, one of them, and one's own. */
export default function WorksPage() {
  const id = v.safeParse(WorkId, useRouter().params.id)
  const [mine, setMine] = useState(false)
  if (id.success) return <One id={id.output} />
  return mine ? <Mine onLeave={() => setMine(false)} /> : <All onMine={() => setMine(true)} />
}

const All = ({ onMine }: { onMine: () => void }) => (
  <Page
    title="职工作品"
    onBack={() => void goBack()}
    dock={
      <Button kind="quiet" grow icon="pen" onTap={onMine}>
        本院职工，交一件
      </Button>
    }
  >
    <Gallery works={useWorks()} onOpen={(id) => void goTo(routes.works({ id }))} />
  </Page>
)

const One = ({ id }: { id: WorkId }) => {
  const { remote, reload } = useLoaded(cultureApi.work, { id })
  const now = useNow()
  const work = remote.status === 'done' ? remote.value : null
  return (
    <Page title={work?.title ?? '职工作品'} onBack={() => void goBack()}>
      {work ? (
        <>
          <Lead above={workKindNames[work.kind]} hint={`${work.credit} · ${dayOf(work.shownOn, now)}挂出来`}>
            {work.title}
          </Lead>
          <View className="gap-5">
            <ArticleBody blocks={work.blocks} media={work.media} />
          </View>
        </>
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}

const Mine = ({ onLeave }: { onLeave: () => void }) => {
  const works = useMyWorks()
  const [writing, setWriting] = useState<WorkView | 'new' | null>(null)
  const [leaving, setLeaving] = useState<WorkView | null>(null)
  const now = useNow()
  const { remote, reload, busy, failed } = works
  const known = remote.status === 'done' ? remote.value : null
  const write = (work: WorkView | 'new' | null) => {
    works.forget()
    setWriting(work)
  }
  if (known && writing) {
    const before = writing === 'new' ? null : writing
    return (
      <Page title="交作品" onBack={() => write(null)}>
        <WorkForm
          key={before?.id ?? 'new'}
          first={before ? draftOfWork(before.content) : blankWork}
          pictures={before ? uploadsOfWork(before.content, before.media) : []}
          contests={known.contests}
          said={before?.said?.reason ?? null}
          busy={busy}
          failed={failed}
          now={now}
          onSubmit={async (content) => {
            if (!(await works.submit(content, before))) return
            toast('交上去了，有同事看过就挂出来')
            setWriting(null)
          }}
        />
      </Page>
    )
  }
  return (
    <Page
      title="我的作品"
      onBack={onLeave}
      dock={
        known ? (
          <Button grow icon="pen" onTap={() => write('new')}>
            交一件作品
          </Button>
        ) : null
      }
    >
      {known ? (
        <MyWorks name={known.name} works={known.rows} onChange={write} onWithdraw={setLeaving} />
      ) : remote.status === 'failed' ? (
        remote.code === 'auth.forbidden' ? (
          <Empty title="投稿给本院职工" hint="本院职工请先用工号和口令绑定一次，就能交作品。" />
        ) : (
          <SignInOffer code={remote.code} to={routes.works()} onRetry={() => void reload()} />
        )
      ) : (
        <Skeleton lines={6} />
      )}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {leaving ? (
        <ConfirmDialog
          title={`撤下《${leaving.content.title}》吗？`}
          detail="大家马上就看不到了。以后想挂，可以再交一次。"
          confirm="撤下"
          busy={busy}
          onConfirm={async () => {
            await works.withdraw(leaving)
            setLeaving(null)
          }}
          onCancel={() => setLeaving(null)}
        />
      ) : null}
    </Page>
  )
}
