import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { sceneIn } from '#domain/hospital/scene'
import { useRouter } from '@tarojs/taro'
import { hospitalApi } from '../../features/hospital/hospital.api'
import { PublicTabs } from '../../features/hospital/PublicTabs'
import { LandingView } from '../../features/hospital/LandingView'
import { goTo, routes } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { PlaceHead } from '../../ui/PlaceHead'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'

/** What a scan opens; without a scene, or with one nobody knows, the hospital's own page. */
export default function LandingPage() {
  const scene = sceneIn(useRouter().params.scene)
  const { remote, reload } = useLoaded(hospitalApi.landing, { scene })
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
          onComplain={() => void goTo(routes.complaint({ scene }))}
          onProgress={() => void goTo(routes.progress())}
          onChannels={() => void goTo(routes.channels())}
        />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  )
}
