import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { sceneIn } from '#domain/hospital/scene'
import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useRef } from 'react'
import { hospitalApi } from '../../features/hospital/hospital.api'
import { LandingView } from '../../features/hospital/LandingView'
import { NotFounded } from '../../features/hospital/NotFounded'
import { PublicTabs } from '../../features/hospital/PublicTabs'
import { goTo, routes } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { PlaceHead } from '../../ui/PlaceHead'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'

/** Asks for the page of a scene. Opening it is one scan: what is asked for after an answer came is not another. */
const useLanding = (scene: string | undefined) => {
  const { remote, run } = useAction(hospitalApi.landing)
  const counted = useRef(false)
  const load = useCallback(async () => {
    const answer = await run({ scene, scan: scene !== undefined && !counted.current })
    if (answer.ok) counted.current = true
  }, [run, scene])
  useEffect(() => {
    void load()
  }, [load])
  return { remote, load }
}

/** What a scan opens; without a scene, or with one nobody knows, the hospital's own page. */
export default function LandingPage() {
  const scene = sceneIn(useRouter().params.scene)
  const { remote, load } = useLanding(scene)
  const now = useNow()
  const landing = remote.status === 'done' ? remote.value : null
  const place = landing?.place
  return (
    <Page
      title={landing?.hospital.name ?? '清廉医院'}
      tabs={<PublicTabs current="home" />}
      field={
        <PlaceHead
          hospital={place ? landing.hospital.name : '清廉医院'}
          title={place?.departmentName ?? landing?.hospital.name ?? '有话，在这里说'}
          detail={place?.place ?? '全院'}
        />
      }
    >
      {landing ? (
        <LandingView
          landing={landing}
          now={now}
          onSpeak={(kind) => void goTo(routes.complaint({ scene, kind }))}
          onSurvey={() => void goTo(routes.survey({ scene }))}
          onPraise={() => void goTo(routes.praise({ scene }))}
          onPledges={() => void goTo(routes.pledges({ scene }))}
          onChannels={() => void goTo(routes.channels())}
          onCulture={() => void goTo(routes.culture())}
          onPrivacy={() => void goTo(routes.privacy())}
          onStaff={() => void goTo(routes.me())}
        />
      ) : remote.status === 'failed' && remote.code === 'hospital.not_founded' ? (
        <NotFounded onRetry={() => void load()} />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void load()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}
