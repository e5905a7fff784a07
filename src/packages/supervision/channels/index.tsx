import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { ChannelsView } from '../../../features/hospital/ChannelsView'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { PublicTabs } from '../../../features/hospital/PublicTabs'
import { goBack, goTo, routes } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Item, List } from '../../../ui/List'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

const NO_SCENE = {}

/** Whom one can turn to besides this mini-program. */
export default function ChannelsPage() {
  const { remote, reload } = useLoaded(hospitalApi.landing, NO_SCENE)
  return (
    <Page title="监督渠道" tabs={<PublicTabs current={null} />} onBack={() => void goBack()}>
      <Lead hint="电话都能直接拨。找谁说，都不影响看病。">谁在监督这家医院</Lead>
      {remote.status === 'done' ? (
        <>
          <ChannelsView hospital={remote.value.hospital} />
          <List label="大家说过的">
            <Item title="您说的，我们改了" detail="没有改的，也写在那里" onTap={() => void goTo(routes.changed())} />
            <Item title="感谢墙" detail="写的人同意，姓名都去掉了" onTap={() => void goTo(routes.praises())} />
          </List>
        </>
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}
