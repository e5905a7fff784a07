import { goBack } from '../../../routes'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

export default function ChangedPage() {
  return (
    <Page title="您说的，我们改了" onBack={() => void goBack()}>
      <Skeleton lines={5} />
    </Page>
  )
}
