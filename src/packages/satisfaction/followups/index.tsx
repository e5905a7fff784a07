import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function FollowUpsPage() {
  return (
    <Page title="出院随访" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
