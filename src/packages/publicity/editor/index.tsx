import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import { ArticleId } from '#domain/ids'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { Editor } from '../../../features/publicity/Editor'
import { publicityApi } from '../../../features/publicity/publicity.api'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { replaceWith, routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const NOTHING = {}
const QUEUE = { queue: 'writing', skip: 0 } as const

/** One article on the writing desk. */
export default function EditorPage() {
  const { params } = useRouter()
  const asked = v.safeParse(ArticleId, params.id)
  const [id, setId] = useState<ArticleId | null>(asked.success ? asked.output : null)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const known = me.status === 'done' ? me.value : null
  const person = known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined
  useEffect(() => {
    const begin = async () => setId(v.parse(ArticleId, await randomHex()))
    if (!id) void begin()
  }, [id])
  const isNew = !asked.success || params.begin === '1'
  const leave = (isKept: boolean) => void replaceWith(routes.publicity({ id: (isKept && id) || undefined }))
  return (
    <WideDesk
      title="写稿"
      section="culture"
      sections={staffSections(known?.roles ?? null, 'culture')}
      person={person}
      onBack={() => leave(!isNew)}
    >
      {id ? <OpenSheet key={id} id={id} isNew={isNew} onLeave={leave} /> : <Skeleton lines={8} />}
    </WideDesk>
  )
}

const OpenSheet = ({ id, isNew, onLeave }: { id: ArticleId; isNew: boolean; onLeave: (isKept: boolean) => void }) => {
  const { remote: draft, reload } = useLoaded(publicityApi.draft, { id })
  const { remote: desk, reload: reloadDesk } = useLoaded(publicityApi.drafts, QUEUE)
  const [opened, setOpened] = useState<typeof draft | null>(null)
  const now = useNow()
  const again = () => {
    void reload()
    void reloadDesk()
  }
  const isBlank = isNew && draft.status === 'failed' && draft.code === 'article.unknown'
  // Asked for again without an answer, the sheet stays open: somebody is writing on it.
  if (opened === null && (draft.status === 'done' || isBlank)) setOpened(draft)
  if (opened !== null && desk.status === 'done') {
    return (
      <Editor
        id={id}
        opened={opened.status === 'done' ? opened.value : null}
        departments={desk.value.departments}
        series={desk.value.series}
        now={now}
        onLeave={onLeave}
      />
    )
  }
  if (desk.status === 'failed') return <SignInOffer code={desk.code} to={routes.editor({ id })} onRetry={again} />
  if (draft.status === 'failed' && !isBlank) {
    return <SignInOffer code={draft.code} to={routes.editor({ id })} onRetry={again} />
  }
  return <Skeleton lines={8} />
}
