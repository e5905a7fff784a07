import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import { DraftQueue } from '#domain/culture/desk.contract'
import { sentenceFor } from '#domain/errors'
import { ArticleId } from '#domain/ids'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { ManuscriptDetail } from '../../../features/publicity/ManuscriptDetail'
import { ManuscriptList } from '../../../features/publicity/ManuscriptList'
import { StarterPanel } from '../../../features/publicity/StarterPanel'
import { useDesk } from '../../../features/publicity/use-desk'
import { cultureTabs } from '../../../features/session/culture.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, goTo, routes } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'
import '../../../features/publicity/Editor.css'
import '../../../features/publicity/Manuscripts.css'

const NOTHING = {}

/** Articles on the desk: what waits for whom, and the one that is looked at. */
export default function ArticlesPage() {
  const { params } = useRouter()
  const asked = v.safeParse(ArticleId, params.id)
  const first = v.safeParse(DraftQueue, params.queue)
  const desk = useDesk(first.success ? first.output : 'mine', asked.success ? asked.output : null)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const [isTaking, setIsTaking] = useState(false)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const { page, open, openId, problem } = desk
  const write = async () => void goTo(routes.editor({ id: await randomHex(), begin: '1' }))
  return (
    <WideDesk
      title="稿件"
      section="culture"
      sections={staffSections(roles, 'culture')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={openId ? () => desk.show(null) : () => void goBack()}
    >
      <TopTabs tabs={cultureTabs(roles, 'articles')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {problem && !page ? (
        <SignInOffer code={problem} to={routes.publicity({ id: openId ?? undefined })} onRetry={desk.reload} />
      ) : page ? (
        <View className={`manuscripts is-showing-${openId ? 'detail' : 'list'}`}>
          <View className="manuscripts-list">
            {problem ? <SignInOffer code={problem} to={routes.publicity()} onRetry={desk.reload} /> : null}
            <ManuscriptList
              page={page}
              queue={desk.queue}
              now={now}
              current={openId}
              busy={desk.busy}
              onQueue={desk.setQueue}
              onOpen={desk.show}
              onMore={() => void desk.more()}
              onWrite={() => void write()}
              onStarter={() => setIsTaking(true)}
            />
          </View>
          <View className="manuscripts-detail">
            {open ? (
              <ManuscriptDetail
                key={open.id}
                draft={open}
                desk={desk}
                now={now}
                onEdit={() => void goTo(routes.editor({ id: open.id }))}
                onRead={() => void goTo(routes.article({ id: open.id }))}
              />
            ) : openId && desk.failed ? (
              <ErrorNote onRetry={desk.reload}>{sentenceFor(desk.failed)}</ErrorNote>
            ) : openId ? (
              <Skeleton lines={8} />
            ) : page.rows.length === 0 ? null : (
              <Empty title="还没有打开哪一篇" hint="在左边点一篇，看全文和走到了哪一步。" />
            )}
          </View>
        </View>
      ) : (
        <Skeleton lines={8} />
      )}
      {isTaking ? <StarterPanel onClose={() => setIsTaking(false)} onTaken={desk.reload} /> : null}
    </WideDesk>
  )
}
