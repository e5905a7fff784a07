import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { ChannelsView } from '../../../features/hospital/ChannelsView'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { PublicTabs } from '../../../features/hospital/PublicTabs'
import { goBack } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

const NO_SCENE = {}

/** Whom one can turn to besides this mini-program. */
export default function ChannelsPage() {
  const { remote, reload } = useLoaded(hospitalApi.landing, NO_SCENE)
  return (
    <Page title="监督渠道" tabs={<PublicTabs current="channels" />} onBack={() => void goBack()}>
      <Lead hint="电话都能直接拨。找谁说，都不影响看病。">谁在监督这家医院</Lead>
      {remote.status === 'done' ? (
        <ChannelsView hospital={remote.value.hospital} />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}
